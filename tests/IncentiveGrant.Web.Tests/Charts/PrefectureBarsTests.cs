using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

public class PrefectureBarsTests
{
    private static readonly PrefectureBar Miyagi = new("宮城県", "宮城", 614m, 307m, 307m, 1, 15) { IsOwn = true };
    private static readonly PrefectureBar Yamagata = new("山形県", "山形", 307m, 157m, 150m, 2, 1);
    private static readonly PrefectureBar Fukushima = new("福島県", "福島", null, null, null, null, 3);

    [Fact]
    public void Draw_StacksTheGrantsFromZero()
    {
        // 614 points reach from the base (352) to 45: half a pixel a point.
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi, Yamagata]).Svg();

        Assert.Equal([(198.5, 153.5), (273.5, 78.5)], svg.Shapes("rect", "p").Select(b => (b.Number("y"), b.Number("height"))));
        Assert.Equal([(45, 152.5), (198.5, 74)], svg.Shapes("rect", "s").Select(b => (b.Number("y"), b.Number("height"))));
    }

    [Fact]
    public void Draw_PutsTheMeanAcrossAtItsHeight()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi, Yamagata]) { Mean = 460.5m, MeanNote = "（得点率 57.6%）" }.Svg();

        var mean = Assert.Single(svg.Shapes("line", "mean"));
        Assert.Equal((121.75, 121.75), (mean.Number("y1"), mean.Number("y2")));
        Assert.Contains("全国平均 460.5点（得点率 57.6%）", svg.Texts());
    }

    [Fact]
    public void Draw_WithUnknownPoints_LeavesAGapNotAZero()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi, Fukushima]).Svg();

        Assert.Single(svg.Shapes("rect", "p"));
        Assert.Equal(["614", "—"], svg.Shapes("text", "halo").Select(t => t.Value));
        Assert.Contains("1都道府県は得点が分かりません", svg.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WithTotalOnly_DrawsABarOfNoGrant()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi with { Promotion = null }]).Svg();

        Assert.Equal(307, Assert.Single(svg.Shapes("rect", "bar")).Number("height"));
        Assert.Empty(svg.Shapes("rect", "p"));
    }

    [Fact]
    public void Draw_WritesRankPreviousRankAndChangeUnderEachBar()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi, Yamagata]).Svg();

        Assert.Equal(["順位", "1", "2"], Row(svg, 424));
        Assert.Equal(["前年度", "15", "1"], Row(svg, 443));
        Assert.Equal(["変動", "↑14", "↓1"], Row(svg, 462));
        Assert.Equal("↓1", Assert.Single(svg.Shapes("text", "neg")).Value);
    }

    [Fact]
    public void Draw_WithoutPreviousRanks_LeavesTheirRowsOut()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi with { PreviousRank = null }]).Svg();

        Assert.DoesNotContain("前年度", svg.Texts());
        Assert.Equal("0 0 1312 436", svg.Value("viewBox"));
    }

    [Fact]
    public void Draw_MarksTheOwnPrefectureByWeightAndGround()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Yamagata, Miyagi]).Svg();

        Assert.Equal(679, Assert.Single(svg.Shapes("rect", "hit")).Number("x"));
        Assert.Equal("宮城", Assert.Single(svg.Shapes("text", "v"), t => t.Value("class").EndsWith(" b", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void Description_HoldsTheFigures()
    {
        var svg = new PrefectureBars("p", "都道府県別の得点", [Miyagi, Yamagata]) { Mean = 460.5m }.Svg();

        Assert.Equal(
            "2都道府県の積み上げ縦棒。全国平均は460.5点。宮城県は614.0点で1位、前年度は15位。最高は宮城県の614.0点、最低は山形県の307.0点。数値は下の表にあります。",
            svg.Description());
    }

    [Fact]
    public void Draw_WithNothing_SaysSo()
    {
        Assert.Contains("得点の分かる都道府県がまだありません", new PrefectureBars("p", "都道府県別の得点", []).Svg().Texts());
        Assert.Contains("得点の分かる都道府県がまだありません", new PrefectureBars("p", "都道府県別の得点", [Fukushima]).Svg().Texts());
    }

    private static List<string> Row(System.Xml.Linq.XElement svg, int y) =>
        [.. svg.Elements("text").Where(t => t.Number("y") == y).OrderBy(t => t.Number("x")).Select(t => t.Value)];
}
