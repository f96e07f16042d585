using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

public class MiniChartTests
{
    [Fact]
    public void StackedBarRow_PutsTheGrantsEndToEnd()
    {
        var svg = new StackedBarRow(280, 272, 800) { Mean = 455.1m }.Svg();

        var (promotion, support) = (Assert.Single(svg.Shapes("rect", "p")), Assert.Single(svg.Shapes("rect", "s")));
        Assert.Equal(("0", "35%"), (promotion.Value("x"), promotion.Value("width")));
        Assert.Equal(("35%", "34%"), (support.Value("x"), support.Value("width")));
        Assert.Equal("56.89%", Assert.Single(svg.Shapes("line", "mean")).Value("x1"));
    }

    [Fact]
    public void StackedBarRow_WithAnUnknownGrant_DrawsTheTotalOrNothing()
    {
        Assert.Equal("69%", Assert.Single(new StackedBarRow(null, 275, 800) { Total = 552 }.Svg().Shapes("rect", "bar")).Value("width"));
        Assert.Empty(new StackedBarRow(null, null, 800) { Mean = 455.1m }.Svg().Elements("rect"));
    }

    [Fact]
    public void StackedBarRow_WithoutScore_KeepsTheMeanSoThatTheColumnsLineIsUnbroken() =>
        Assert.Single(new StackedBarRow(null, null, 800) { Mean = 455.1m }.Svg().Shapes("line", "mean"));

    [Fact]
    public void GoalBullet_DrawsTrackCentralHalfBarAndMean()
    {
        var svg = new GoalBullet(Hue.Promotion, 79, 100) { CentralHalf = (51, 76), Mean = 62.29m }.Svg();

        Assert.Equal("100%", Assert.Single(svg.Shapes("rect", "track")).Value("width"));
        Assert.Equal(("51%", "25%"), (Assert.Single(svg.Shapes("rect", "range")).Value("x"), svg.Shapes("rect", "range")[0].Value("width")));
        Assert.Equal("79%", Assert.Single(svg.Shapes("rect", "p")).Value("width"));
        Assert.Equal("62.29%", Assert.Single(svg.Shapes("line", "mean")).Value("x1"));
    }

    [Fact]
    public void GoalBullet_OfBothGrants_IsSplitLengthwise()
    {
        var svg = new GoalBullet(Hue.Both, 75, 100).Svg();

        Assert.Equal((10, 7), (Assert.Single(svg.Shapes("rect", "p")).Number("y"), svg.Shapes("rect", "p")[0].Number("height")));
        Assert.Equal((17, 7), (Assert.Single(svg.Shapes("rect", "s")).Number("y"), svg.Shapes("rect", "s")[0].Number("height")));
    }

    [Fact]
    public void GoalBullet_WithUnknownPoints_HasNoBar()
    {
        var svg = new GoalBullet(Hue.EffortSupport, null, 100).Svg();

        Assert.Empty(svg.Shapes("rect", "s"));
        Assert.Single(svg.Shapes("rect", "track"));
    }

    [Theory]
    [InlineData(74.8, "74.8%")]
    [InlineData(130, "100%")] // never beyond the column
    [InlineData(-3, "0%")]
    public void RateBar_StaysInItsColumn(double value, string width) =>
        Assert.Equal(width, Assert.Single(new RateBar(Hue.Accent, (decimal)value, 100).Svg().Elements("rect")).Value("width"));

    [Fact]
    public void RateBar_WithoutMaximum_DrawsNothingWide() =>
        Assert.Equal("0%", new RateBar(Hue.Accent, 5, 0).Svg().Element("rect")!.Value("width"));

    [Theory]
    [InlineData(358, 1741, "20.53%")]
    [InlineData(5, 35, "12.86%")]
    [InlineData(1, 1, "50%")]
    public void PoolStrip_PutsTheRankIntoTheMiddleOfItsStep(int rank, int size, string x) =>
        Assert.Equal(x, Assert.Single(new PoolStrip(new Standing(rank, size)).Svg().Shapes("circle", "dot")).Value("cx"));

    [Fact]
    public void PoolStrip_WithoutRank_HasNoDot()
    {
        var svg = new PoolStrip(null, new Standing(301, 1741)).Svg();

        Assert.Empty(svg.Shapes("circle", "dot"));
        Assert.Single(svg.Shapes("circle", "dot-2"));
        Assert.Equal(["25%", "50%", "75%"], svg.Shapes("line", "q").Select(q => q.Value("x1")));
    }

    [Fact]
    public void AxisScale_WritesItsEnds() => Assert.Equal(["0", "400", "800点"], AxisScale.To(800, "点").Svg().Texts());

    [Theory]
    [InlineData("推進/Ⅰ/体制/3", Hue.Promotion)]
    [InlineData("支援/Ⅱ", Hue.EffortSupport)]
    [InlineData("推進/Ⅳ", Hue.Both)]
    [InlineData("支援/Ⅳ/成果/1", Hue.Both)]
    [InlineData("成果", Hue.Both)]
    [InlineData("体制", Hue.Neutral)]
    [InlineData("合計", Hue.Neutral)]
    public void Hues_FollowTheGrant(string key, Hue expected)
    {
        Assert.True(LevelKey.TryParse(key, out var level));

        Assert.Equal(expected, Hues.Of(level));
    }
}
