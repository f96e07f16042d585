using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

public class ChartTests
{
    [Theory]
    [MemberData(nameof(AllCharts.FigureNames), MemberType = typeof(AllCharts))]
    public void Figure_SaysInWordsWhatItShows(string name)
    {
        var svg = AllCharts.Figures[name].Svg();

        Assert.Equal("img", svg.Value("role"));
        Assert.Equal($"{svg.Element("title")!.Value("id")} {svg.Element("desc")!.Value("id")}", svg.Value("aria-labelledby"));
        Assert.NotEmpty(svg.Element("title")!.Value);
        Assert.NotEmpty(svg.Description());
    }

    [Theory]
    [MemberData(nameof(AllCharts.MiniNames), MemberType = typeof(AllCharts))]
    public void Mini_IsHiddenFromScreenReaders(string name) => Assert.Equal("true", AllCharts.Minis[name].Svg().Value("aria-hidden"));

    [Theory]
    [MemberData(nameof(AllCharts.FigureNames), MemberType = typeof(AllCharts))]
    public void Figure_WithMarkupInAName_ShowsItAsText(string name)
    {
        var markup = AllCharts.Figures[name].ToString();

        Assert.DoesNotContain("<script", markup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(AllCharts.HostileName, AllCharts.Figures[name].Svg().Description(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllCharts.Names), MemberType = typeof(AllCharts))]
    public void Draw_InACountryWithDecimalCommas_WritesTheSameNumbers(string name)
    {
        var expected = In(CultureInfo.InvariantCulture, name);

        var actual = In(CultureInfo.GetCultureInfo("de-DE"), name);

        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(AllCharts.Names), MemberType = typeof(AllCharts))]
    public void Draw_NeedsNoInlineStyleOrScript(string name)
    {
        var elements = AllCharts.Of(name).Svg().DescendantsAndSelf().ToList();

        var attributes = elements.SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName);
        Assert.DoesNotContain(attributes, a => a == "style" || a.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(elements, e => e.Name.LocalName is "style" or "script");
    }

    [Fact]
    public void Legend_EncodesItsTexts()
    {
        using var writer = new StringWriter();
        var legend = new Legend(LegendKey.Promotion("<b>推進"), LegendKey.Mean("全国平均 455.1点"));

        legend.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));

        Assert.Contains("&lt;b&gt;推進</li>", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("class=\"mean\"", writer.ToString(), StringComparison.Ordinal);
    }

    private static string In(CultureInfo culture, string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return AllCharts.Of(name).ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
