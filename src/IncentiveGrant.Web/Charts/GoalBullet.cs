using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Web.Charts;

/// <summary>A goal against its maximum: track, the box of the nation's central half, the own bar and the dashed mean.</summary>
/// <param name="hue">The grant; goal Ⅳ belongs to both and is split lengthwise.</param>
/// <param name="points">Points; null when not known, then there is no bar.</param>
/// <param name="max">満点.</param>
public sealed class GoalBullet(Hue hue, decimal? points, decimal max) : Chart
{
    /// <summary>The points between which the central half lies (lower and upper quartile).</summary>
    public (decimal Lower, decimal Upper)? CentralHalf { get; init; }

    /// <summary>The mean.</summary>
    public decimal? Mean { get; init; }

    /// <summary>A level against its maximum, with the nation's mean and central half.</summary>
    /// <param name="level">The level.</param>
    /// <param name="points">Points; null when not known.</param>
    /// <param name="nation">The nation's statistics at the level.</param>
    /// <param name="isOnSheet">Whether it stands in a report.</param>
    public static GoalBullet Of(TableLevel level, decimal? points, ScoreStatistics nation, bool isOnSheet = false) =>
        new(Hues.Of(level.Key), points, level.MaxPoints ?? 0)
        {
            Mean = nation.Mean, CentralHalf = nation is { LowerQuartile: { } low, UpperQuartile: { } high } ? (low, high) : null, IsOnSheet = isOnSheet,
        };

    /// <summary>Without the track where the bar is not a part of a maximum (points lost).</summary>
    public bool HasTrack { get; init; } = true;

    /// <summary>Drawn lower, for the rows of a report.</summary>
    public bool IsOnSheet { get; init; }

    private protected override void Draw(Svg svg)
    {
        var geometry = IsOnSheet ? BarGeometry.Sheet : BarGeometry.Row;
        svg.OpenMini(geometry.Css);
        if (HasTrack) geometry.DrawTrack(svg);
        if (CentralHalf is var (lower, upper))
        {
            var from = Length.Share(lower, max);
            svg.Rect("range", from, geometry.Box.Top, Length.Percent(Length.Share(upper, max).Value - from.Value), geometry.Box.Height);
        }
        if (points is { } value) geometry.DrawBar(svg, hue, 0, Length.Share(value, max));
        geometry.DrawMean(svg, Mean, max);
        svg.Close();
    }
}
