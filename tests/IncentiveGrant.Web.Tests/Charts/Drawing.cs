using System.Globalization;
using System.Xml.Linq;
using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

/// <summary>Reads a chart back. That it parses as XML is part of every test.</summary>
internal static class Drawing
{
    public static XElement Svg(this Chart chart) => XElement.Parse(chart.ToString());

    /// <summary>The shapes of a kind that have a class.</summary>
    public static IReadOnlyList<XElement> Shapes(this XElement svg, string name, string css) =>
        [.. svg.Elements(name).Where(e => e.Value("class").Split(' ').Contains(css))];

    public static string Value(this XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    public static double Number(this XElement element, string attribute) =>
        double.Parse(element.Value(attribute).TrimEnd('%'), CultureInfo.InvariantCulture);

    public static string Description(this XElement svg) => svg.Element("desc")!.Value;

    /// <summary>The texts, without title and description.</summary>
    public static IReadOnlyList<string> Texts(this XElement svg) => [.. svg.Elements("text").Select(e => e.Value)];
}
