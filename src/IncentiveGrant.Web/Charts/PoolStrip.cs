using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Web.Charts;

/// <summary>Where a rank lies in its pool: first at the left, ticks at the quarters, last year's place as a small open dot above the line.</summary>
/// <param name="standing">The rank; null when there is none.</param>
/// <param name="previous">Last year's.</param>
public sealed class PoolStrip(Standing? standing, Standing? previous = null) : Chart
{
    private const double Middle = 9;
    private const double Above = -1; // clear of this year's dot where both lie at the same place

    private protected override void Draw(Svg svg)
    {
        svg.OpenMini("mini");
        svg.Across("zero", 0, Length.Full, Middle);
        foreach (var quarter in (ReadOnlySpan<double>)[25, 50, 75]) svg.Upright("q", Length.Percent(quarter), Middle - 4, Middle + 4);
        if (previous is { } before) svg.Dot("dot-2", Place(before), Above, 3);
        if (standing is { } now) svg.Dot("dot", Place(now), Middle, 6);
        svg.Close();
    }

    /// <summary>The middle of the rank's own step: first and last lie inside the line.</summary>
    private static Length Place(Standing standing) => Length.Percent((standing.Rank - 0.5) / standing.Size * 100);
}
