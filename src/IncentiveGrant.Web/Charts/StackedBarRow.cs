namespace IncentiveGrant.Web.Charts;

/// <summary>推進 and 支援 one after the other, for a row of a table; the dashed mean runs unbroken down the column.</summary>
/// <param name="promotion">Points of 推進; null when not known.</param>
/// <param name="effortSupport">Points of 支援; null when not known.</param>
/// <param name="max">The maximum of both: the width of the column.</param>
public sealed class StackedBarRow(decimal? promotion, decimal? effortSupport, decimal max) : Chart
{
    /// <summary>The total, drawn as a bar of no grant where the grants are not known.</summary>
    public decimal? Total { get; init; }

    /// <summary>The mean of the total.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Drawn under a total at the head of a page: with its track, on its own.</summary>
    public bool IsHeadline { get; init; }

    private protected override void Draw(Svg svg)
    {
        var geometry = IsHeadline ? BarGeometry.Headline : BarGeometry.Stacked;
        svg.OpenMini(geometry.Css);
        if (IsHeadline) geometry.DrawTrack(svg);
        if (promotion is { } p && effortSupport is { } s)
        {
            var first = Length.Share(p, max);
            geometry.DrawBar(svg, Hue.Promotion, 0, first);
            geometry.DrawBar(svg, Hue.EffortSupport, first, Length.Percent(Length.Share(p + s, max).Value - first.Value));
        }
        else if (Total is { } total)
        {
            geometry.DrawBar(svg, Hue.Neutral, 0, Length.Share(total, max));
        }
        geometry.DrawMean(svg, Mean, max);
        svg.Close();
    }
}
