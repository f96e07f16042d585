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
