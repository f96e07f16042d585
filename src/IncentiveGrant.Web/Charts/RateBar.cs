namespace IncentiveGrant.Web.Charts;

/// <summary>A slim bar beside a number in a table: an indicator against its maximum, a rate, the worth of a sub-item.</summary>
/// <param name="hue">What it belongs to.</param>
/// <param name="value">The value; null when not known, then there is no bar.</param>
/// <param name="max">The value that fills the width.</param>
public sealed class RateBar(Hue hue, decimal? value, decimal max) : Chart
{
    /// <summary>The mean.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Whether the unreached part is shown.</summary>
    public bool HasTrack { get; init; }

    private protected override void Draw(Svg svg)
    {
        var geometry = BarGeometry.Slim;
        svg.OpenMini(geometry.Css);
        if (HasTrack) geometry.DrawTrack(svg);
        if (value is { } known) geometry.DrawBar(svg, hue, 0, Length.Share(known, max));
        geometry.DrawMean(svg, Mean, max);
        svg.Close();
    }
}
