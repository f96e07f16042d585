namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// 得点率 and the one rounding of the portal: one decimal, half away from zero (36.25 → 36.3, −0.25 → −0.3; docs/domain.md, Ranks, rates,
/// statistics).
/// </summary>
public static class ScoreRate
{
    /// <summary>Points as a share of the maximum, in percent and not rounded; null when either is not known or the maximum is 0.</summary>
    public static decimal? Percent(decimal? points, decimal? maxPoints) => maxPoints == 0 ? null : points * 100m / maxPoints;

    /// <summary>To one decimal, half away from zero.</summary>
    public static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    /// <summary>To one decimal, half away from zero; what is not known stays unknown.</summary>
    public static decimal? OneDecimal(decimal? value) => value is { } known ? OneDecimal(known) : null;
}
