using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

public class HistogramTests
{
    [Fact]
    public void Draw_PlacesMeanAndOwnByTheirPoints()
    {
        // Bins from 40 to 740: 552 lies at 512/700 of the width, 455.1 at 415.1/700.
        var svg = new Histogram("h", "分布", [41, 552, 725]) { Mean = 455.1m, Own = new("柴田町", 552) }.Svg();

        Assert.Equal("73.14%", Assert.Single(svg.Shapes("line", "own")).Value("x1"));
        Assert.Equal("59.3%", Assert.Single(svg.Shapes("line", "mean")).Value("x1"));
    }

    [Fact]
    public void Draw_MakesTheFullestBinReachTheTop()
    {
        var svg = new Histogram("h", "分布", [100, 101, 102, 119, 120, 139]).Svg();

        var bins = svg.Shapes("rect", "bin");
        Assert.Equal([(34, 116), (92, 58)], bins.Select(b => (b.Number("y"), b.Number("height"))));
        Assert.Equal(["0%", "50%"], bins.Select(b => b.Value("x")));
        Assert.Equal(["100点以上120点未満：4団体", "120点以上140点未満：2団体"], bins.Select(b => b.Value));
    }

    [Fact]
    public void Draw_FillsTheOwnBin()
    {
        var svg = new Histogram("h", "分布", [100, 125, 145]) { Own = new("柴田町", 139) }.Svg();

        Assert.Equal("120点以上140点未満：1団体", Assert.Single(svg.Shapes("rect", "in")).Value);
    }

    [Fact]
    public void Draw_WithTheMaximum_KeepsItInTheLastBin()
    {
        var svg = new Histogram("h", "分布", [800, 785]) { MaxPoints = 800 }.Svg();

        Assert.Equal("780点以上800点以下：2団体", Assert.Single(svg.Shapes("rect", "bin")).Value);
    }

    [Fact]
    public void Draw_WithOneScore_FillsTheWidth()
    {
        var svg = new Histogram("h", "分布", [0]).Svg();

        Assert.Equal(("0%", "100%"), (Assert.Single(svg.Shapes("rect", "bin")).Value("x"), svg.Shapes("rect", "bin")[0].Value("width")));
    }

    [Fact]
    public void Draw_WithoutScores_SaysSo()
    {
        var svg = new Histogram("h", "分布", []) { LeftOut = 35 }.Svg();

        Assert.Empty(svg.Shapes("rect", "bin"));
        Assert.Contains("得点の分かる団体がまだありません", svg.Texts());
        Assert.Contains("得点の分からない35団体を除きます", svg.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public void Description_HoldsTheFigures()
    {
        var svg = new Histogram("h", "分布", [552, 553, 554, 100]) { Mean = 455.06m, Own = new("柴田町", 552, "358位"), LeftOut = 2 }.Svg();

        Assert.Equal("20点きざみのヒストグラム。全国平均は455.1点。柴田町は552点で358位。最も多いのは540点以上560点未満の3団体です。得点の分からない2団体を除きます。", svg.Description());
    }

    [Theory]
    [InlineData(552, 455, false, true)] // the labels turn away from each other
    [InlineData(300, 455, true, false)]
    [InlineData(790, 455, true, true)] // near the right edge the own label turns inwards
    [InlineData(10, 455, false, false)]
    public void Draw_TurnsLabelsAwayFromEachOtherAndFromTheEdges(int own, int mean, bool ownEndsAtLine, bool meanEndsAtLine)
    {
        var svg = new Histogram("h", "分布", [0, 790]) { MaxPoints = 800, Mean = mean, Own = new("柴田町", own) }.Svg();

        Assert.Equal(ownEndsAtLine, EndsAtLine(svg, "柴田町"));
        Assert.Equal(meanEndsAtLine, EndsAtLine(svg, "全国平均"));
    }

    [Fact]
    public void Draw_WithMeanBesideOwnAtTheEdge_MovesTheMeansLabelDown()
    {
        var svg = new Histogram("h", "分布", [0, 790]) { MaxPoints = 800, Mean = 700, Own = new("柴田町", 760) }.Svg();

        Assert.Equal("13", svg.Elements("text").Single(t => t.Value == "柴田町").Value("y"));
        Assert.Equal("47", svg.Elements("text").Single(t => t.Value == "全国平均").Value("y"));
    }

    [Theory]
    [InlineData(false, "47")]
    [InlineData(true, "13")]
    public void Draw_WithRoomForBothLabels_LeavesTheMeansLabelAboveTheBins(bool isOnSheet, string y)
    {
        var svg = new Histogram("h", "分布", [0, 790]) { MaxPoints = 800, Mean = 488, Own = new("柴田町", 700), IsOnSheet = isOnSheet }.Svg();

        Assert.Equal(y, svg.Elements("text").Single(t => t.Value == "全国平均").Value("y"));
    }

    [Theory]
    [InlineData(800, 20)]
    [InlineData(220, 10)]
    [InlineData(100, 5)]
    [InlineData(16, 1)]
    public void BinWidthFor_FitsTheMaximum(int max, int expected) => Assert.Equal(expected, Histogram.BinWidthFor(max));

    private static bool EndsAtLine(System.Xml.Linq.XElement svg, string label) =>
        svg.Elements("text").Single(t => t.Value == label).Value("class").Split(' ').Contains("end");
}
