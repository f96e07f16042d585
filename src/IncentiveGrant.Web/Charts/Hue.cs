using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Web.Charts;

/// <summary>What a bar belongs to, and so its colour. The two grants have the same two hues everywhere, and no other data has them.</summary>
public enum Hue
{
    /// <summary>No grant.</summary>
    Neutral,

    /// <summary>推進.</summary>
    Promotion,

    /// <summary>支援.</summary>
    EffortSupport,

    /// <summary>Goal Ⅳ, which counts in both: split lengthwise.</summary>
    Both,

    /// <summary>What one can gain or act on.</summary>
    Accent,
}

/// <summary>The classes of the hues.</summary>
public static class Hues
{
    /// <summary>The hue of a level of a point table.</summary>
    public static Hue Of(LevelKey key) => key switch
    {
        { Goal: SchemeText.OutcomeGoal } => Hue.Both,
        { Grant: { } grant } => Of(grant),
        { Group: IndicatorGroupKind.Outcome } => Hue.Both,
        _ => Hue.Neutral,
    };

    /// <summary>The hue of a grant.</summary>
    public static Hue Of(Grant grant) => grant == Grant.Promotion ? Hue.Promotion : Hue.EffortSupport;

    /// <summary>The class of the little square before a name.</summary>
    public static string Swatch(this Hue hue) => hue switch
    {
        Hue.Promotion => "swatch swatch--p",
        Hue.EffortSupport => "swatch swatch--s",
        Hue.Both => "swatch swatch--o",
        _ => "swatch",
    };

    internal static string Fill(this Hue hue) => hue switch
    {
        Hue.Promotion => "p",
        Hue.EffortSupport => "s",
        Hue.Accent => "a",
        _ => "bar",
    };
}
