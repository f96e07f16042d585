namespace IncentiveGrant.Web.Charts;

/// <summary>A gain to the right of the zero line, a loss to its left; a change that only a new point table made is hatched.</summary>
/// <param name="difference">The difference; null when not known.</param>
/// <param name="range">The largest difference of the column, in either direction.</param>
public sealed class DifferenceBar(decimal? difference, decimal range) : Chart
{
    private const double Zero = 50;
    private const double Reach = 46;

    /// <summary>配点の変更: nothing that anyone did or left undone.</summary>
    public bool IsReweighting { get; init; }

    private protected override void Draw(Svg svg)
    {
        svg.OpenMini("mini");
        if (difference is { } d && d != 0)
        {
            var width = Length.Share(Math.Abs(d), range).Value * Reach / 100;
            var css = IsReweighting ? "re" : d > 0 ? "plus" : "minus";
            svg.Rect(css, Length.Percent(d > 0 ? Zero : Zero - width), 3, Length.Percent(width), 10);
        }
        svg.Upright("zero", Length.Percent(Zero), -6, 22);
        svg.Close();
    }
}
