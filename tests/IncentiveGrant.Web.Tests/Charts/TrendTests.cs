using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

public class TrendTests
{
    [Fact]
    public void Draw_PlacesYearsEvenlyAndRatesOnTheAxis()
    {
        var svg = Chart((2024, 64.0, 52.4), (2025, 69.3, 54.6), (2026, 69.0, 56.9));

        // The axis reaches from 40 % (150 px) to 80 % (24 px).
        Assert.Equal(["13%", "54%", "95%"], svg.Shapes("circle", "dot").Select(d => d.Value("cx")));
        Assert.Equal(["74.4", "57.71", "58.65"], svg.Shapes("circle", "dot").Select(d => d.Value("cy")));
        Assert.Equal(2, svg.Shapes("line", "trend").Count);
    }

    [Fact]
    public void Draw_AcrossTheChangeOfSystem_JoinsNothing()
    {
        var svg = Chart((2022, 58.2, 49.8), (2023, 60.9, 51.6), (2024, 64.0, 52.4), (2025, 69.3, 54.6));

        Assert.Single(svg.Shapes("line", "trend-old"));
        Assert.Single(svg.Shapes("line", "trend"));
        Assert.Equal(2, svg.Shapes("line", "trend-2").Count);
        Assert.Single(svg.Shapes("line", "ref-dash"));
        Assert.Contains("制度が異なる", svg.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WithAMissingYear_LeavesItsPlaceEmpty()
    {
        var svg = Chart((2024, 64.0, 52.4), (2026, 69.0, 56.9));

        Assert.Equal(["13%", "95%"], svg.Shapes("circle", "dot").Select(d => d.Value("cx")));
        Assert.Empty(svg.Shapes("line", "trend"));
        Assert.Contains("令和7年度", svg.Texts());
        Assert.Contains("令和7年度は不明", svg.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WithAnUnknownRate_BreaksOnlyItsLine()
    {
        var svg = Chart((2024, 64.0, 52.4), (2025, null, 54.6), (2026, 69.0, 56.9));

        Assert.Empty(svg.Shapes("line", "trend"));
        Assert.Equal(2, svg.Shapes("line", "trend-2").Count);
        Assert.DoesNotContain("0.0", svg.Texts());
    }

    [Fact]
    public void Draw_BelowTheMean_PutsTheOwnLabelBelowItsDot()
    {
        var svg = Chart((2026, 43.0, 50.8));

        var (dot, label) = (svg.Shapes("circle", "dot")[0], svg.Elements("text").Single(t => t.Value == "43.0"));
        Assert.True(label.Number("y") > dot.Number("cy"));
        Assert.Equal("54%", dot.Value("cx"));
    }

    [Theory]
    [InlineData(100, "100%")]
    [InlineData(0, "0%")]
    public void Draw_AtTheEndsOfTheScale_StaysOnIt(double rate, string line) => Assert.Contains(line, Chart((2026, rate, null)).Texts());

    [Fact]
    public void Draw_WithoutRates_SaysSo()
    {
        Assert.Contains("得点率の分かる年度がまだありません", Chart().Texts());
        Assert.Contains("得点率の分かる年度がまだありません", Chart((2026, null, null)).Texts());
    }

    private static System.Xml.Linq.XElement Chart(params (int Year, double? Own, double? Mean)[] years)
    {
        var points = years.Select(y => new TrendPoint(new FiscalYear(y.Year), (decimal?)y.Own, (decimal?)y.Mean));
        return new Trend("t", "得点率の推移", "柴田町", [.. points]).Svg();
    }
}
