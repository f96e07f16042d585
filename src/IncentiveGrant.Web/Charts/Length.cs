namespace IncentiveGrant.Web.Charts;

/// <summary>A length in a drawing: px, or % of the width. Fluid charts place across in % and up and down in px.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsPercent">Whether it is % of the width.</param>
internal readonly record struct Length(double Value, bool IsPercent = false)
{
    /// <summary>The whole width.</summary>
    public static Length Full => Percent(100);

    /// <summary>A length in %.</summary>
    public static Length Percent(double value) => new(value, true);

    /// <summary>A value as a share of a maximum, kept between 0 and the whole width; 0 where there is no maximum.</summary>
    public static Length Share(decimal value, decimal max) => Percent(max <= 0 ? 0 : Math.Clamp((double)(value / max) * 100, 0, 100));

    /// <summary>px.</summary>
    public static implicit operator Length(double pixels) => new(pixels);
}
