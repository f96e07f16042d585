using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Charts;

/// <summary>The numbers over a column of bars, in its heading. Followed by a hidden word for what the column shows.</summary>
public sealed class AxisScale : Chart
{
    private readonly (string Css, double At, string Text)[] marks;

    private AxisScale(params (string Css, double At, string Text)[] marks) => this.marks = marks;

    /// <summary>0, half and the whole of a maximum.</summary>
    /// <param name="max">The maximum.</param>
    /// <param name="unit">What stands after it: 点.</param>
    public static AxisScale To(decimal max, string unit = "") =>
        new(("", 0, "0"), ("mid", 50, Figures.Points(max / 2)), ("end", 100, Figures.Points(max) + unit));

    private protected override void Draw(Svg svg)
    {
        svg.OpenMini("mini scale");
        foreach (var (css, at, text) in marks) svg.Text(css, Length.Percent(at), 12, text);
        svg.Close();
    }
}
