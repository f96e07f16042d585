namespace IncentiveGrant.Web.Charts;

/// <summary>Where things lie up and down in a bar of one row: px from the top. The dashed mean runs on through the rows of a table.</summary>
/// <param name="Css">The class of the drawing, which has its height.</param>
/// <param name="Bar">Top and height of the bar and its track.</param>
/// <param name="Box">Top and height of the box of the central half.</param>
/// <param name="Under">From and to of the light line under the mean.</param>
/// <param name="Mean">From and to of the mean.</param>
internal sealed record BarGeometry(
    string Css,
    (double Top, double Height) Bar,
    (double Top, double Height) Box,
    (double From, double To) Under,
    (double From, double To) Mean)
{
    /// <summary>推進 + 支援 in a row of a ranking.</summary>
    public static BarGeometry Stacked { get; } = new("mini mini--row", (11, 12), default, (10, 24), (0, 34));

    /// <summary>推進 + 支援 under a total.</summary>
    public static BarGeometry Headline { get; } = new("mini mini--total", (4, 14), default, (0, 22), (-2, 24));

    /// <summary>A goal in a row.</summary>
    public static BarGeometry Row { get; } = new("mini mini--row", (10, 14), (7, 20), (4, 30), (3, 31));

    /// <summary>An indicator or a rate in a tight row.</summary>
    public static BarGeometry Slim { get; } = new("mini", (3, 10), default, (-1, 17), (-2, 18));

    /// <summary>A goal in a row of a report.</summary>
    public static BarGeometry Sheet { get; } = new("mini mini--sheet", (5, 10), (3, 14), (2, 18), (1, 19));

    public void DrawBar(Svg svg, Hue hue, Length from, Length width)
    {
        if (hue != Hue.Both)
        {
            svg.Rect(hue.Fill(), from, Bar.Top, width, Bar.Height);
            return;
        }
        var half = Bar.Height / 2;
        svg.Rect(Hue.Promotion.Fill(), from, Bar.Top, width, half);
        svg.Rect(Hue.EffortSupport.Fill(), from, Bar.Top + half, width, half);
    }

    public void DrawTrack(Svg svg) => svg.Rect("track", 0, Bar.Top, Length.Full, Bar.Height);

    public void DrawMean(Svg svg, decimal? mean, decimal max)
    {
        if (mean is not { } value || max <= 0) return;
        var x = Length.Share(value, max);
        svg.Upright("under", x, Under.From, Under.To);
        svg.Upright("mean", x, Mean.From, Mean.To);
    }
}
