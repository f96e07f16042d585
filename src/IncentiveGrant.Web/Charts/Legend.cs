using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace IncentiveGrant.Web.Charts;

/// <summary>What the marks of a chart mean. The list stands beside or over the chart it belongs to.</summary>
/// <param name="keys">The marks, in the order in which they are met.</param>
public sealed class Legend(params LegendKey[] keys) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ul class=\"key\" aria-label=\"凡例\">");
        foreach (var key in keys)
        {
            writer.Write("<li>");
            key.WriteTo(writer, encoder);
            encoder.Encode(writer, key.Text);
            writer.Write("</li>");
        }
        writer.Write("</ul>");
    }
}

/// <summary>One mark of a <see cref="Legend"/>.</summary>
public sealed class LegendKey : Chart
{
    private readonly Action<Svg> draw;

    private LegendKey(string text, Action<Svg> draw) => (Text, this.draw) = (text, draw);

    /// <summary>What it means.</summary>
    public string Text { get; }

    /// <summary>推進.</summary>
    public static LegendKey Promotion(string text = "推進") => Box(text, "p");

    /// <summary>支援.</summary>
    public static LegendKey EffortSupport(string text = "支援") => Box(text, "s");

    /// <summary>The box of the central half.</summary>
    public static LegendKey CentralHalf(string text = "全国の中央50%") => Box(text, "range");

    /// <summary>The unreached part of a maximum.</summary>
    public static LegendKey Track(string text) => Box(text, "track");

    /// <summary>A mean that is drawn upright, across bars that lie.</summary>
    public static LegendKey Mean(string text = "全国平均") => new(text, svg => svg.Upright("mean", 9, -3, 15));

    /// <summary>A mean that is drawn across.</summary>
    public static LegendKey MeanAcross(string text = "全国平均") => new(text, svg => svg.Across("mean", 0, 18, 6));

    /// <summary>The own line of <see cref="Trend"/>.</summary>
    public static LegendKey OwnTrend(string text) => new(text, svg => svg.Across("trendkey", 0, 18, 6));

    private static LegendKey Box(string text, string css) => new(text, svg => svg.Rect(css, 0, 0, 18, 12));

    private protected override void Draw(Svg svg)
    {
        svg.OpenMini("");
        draw(svg);
        svg.Close();
    }
}
