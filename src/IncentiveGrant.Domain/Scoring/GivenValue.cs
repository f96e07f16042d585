namespace IncentiveGrant.Domain.Scoring;

/// <summary>What is known of an input of a jurisdiction.</summary>
public enum GivenState : byte
{
    /// <summary>Nothing yet: 未回答, or 算定待ち where the ministry gives it.</summary>
    Missing = 0,

    /// <summary>対象外; for a figure: not computable.</summary>
    NotApplicable = 1,

    /// <summary>○ or ×.</summary>
    Mark = 2,

    /// <summary>A number.</summary>
    Number = 3,
}

/// <summary>The value of one input of one jurisdiction: a number, ○ (1) or × (0), 対象外, or nothing yet.</summary>
/// <param name="State">What is known.</param>
/// <param name="Number">The number; 1 for ○; 0 where there is none.</param>
public readonly record struct GivenValue(GivenState State, decimal Number)
{
    /// <summary>Nothing yet.</summary>
    public static GivenValue Missing => default;

    /// <summary>対象外.</summary>
    public static GivenValue NotApplicable => new(GivenState.NotApplicable, 0);

    /// <summary>○.</summary>
    public static GivenValue Yes => new(GivenState.Mark, 1);

    /// <summary>×.</summary>
    public static GivenValue No => new(GivenState.Mark, 0);

    /// <summary>A number; percentages as they are printed (50 = 50 %).</summary>
    public static GivenValue Of(decimal number) => new(GivenState.Number, number);
}
