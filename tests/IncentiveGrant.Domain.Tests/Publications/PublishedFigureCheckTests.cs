using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Tests.Publications;

/// <summary>How published figures are held against each other (docs/domain.md, Published figures; reference/README.md, What does not add up).</summary>
public class PublishedFigureCheckTests
{
    private const string Nation = "全国";

    private readonly List<PublishedFigure> figures = [];

    [Theory]
    [InlineData("77.3", true)] // 25.1 + 52.2
    [InlineData("77.4", true)] // 0.1 off: within 0.05 of each of the three
    [InlineData("77.5", false)]
    [InlineData("77", true)] // 0.3 off: within 0.5 + 0.05 + 0.05
    [InlineData("78", false)]
    public void Sum_OfMeans_MayMissByHalfTheLastPrintedDigits(string whole, bool agrees)
    {
        Add("計", PublishedFigureKind.Mean, whole);
        Add("Ⅰ", PublishedFigureKind.Mean, "25.1", partOf: "計");
        Add("Ⅱ", PublishedFigureKind.Mean, "52.2", partOf: "計");

        var comparison = Assert.Single(PublishedFigureCheck.Of(figures));

        Assert.Equal((agrees, PublishedCheck.Sum, 77.3m), (comparison.Agrees, comparison.Check, comparison.Recomputed));
    }

    [Fact]
    public void Sum_OfPoints_IsExact()
    {
        Add("計", PublishedFigureKind.Points, "101");
        Add("Ⅰ", PublishedFigureKind.Points, "50", partOf: "計");
        Add("Ⅱ", PublishedFigureKind.Points, "50", partOf: "計");

        var comparison = Assert.Single(PublishedFigureCheck.Of(figures));

        Assert.False(comparison.Agrees);
        Assert.Equal("R3 全国の「計」の得点は101と公表されていますが、ⅠからⅡまでの合計は100です。", comparison.Text);
    }

    [Fact]
    public void Sum_OfTwoBreakdowns_IsComparedWithEach()
    {
        Add("計", PublishedFigureKind.Points, "100");
        Add("Ⅰ", PublishedFigureKind.Points, "60", partOf: "計", breakdown: "領域別");
        Add("Ⅱ", PublishedFigureKind.Points, "40", partOf: "計", breakdown: "領域別");
        Add("うち推進", PublishedFigureKind.Points, "30", partOf: "計", breakdown: "交付金別");
        Add("うち支援", PublishedFigureKind.Points, "71", partOf: "計", breakdown: "交付金別");

        Assert.Equal([true, false], PublishedFigureCheck.Of(figures).Select(c => c.Agrees));
    }

    [Fact]
    public void Sum_WithAPartThatIsNotKnown_IsNotCompared()
    {
        Add("計", PublishedFigureKind.Points, "100");
        Add("Ⅰ", PublishedFigureKind.Points, "60", partOf: "計");
        Add("Ⅱ", PublishedFigureKind.Points, "—", partOf: "計");

        Assert.Empty(PublishedFigureCheck.Of(figures));
    }

    [Theory]
    [InlineData("14.3%", 35, true)] // 5/35
    [InlineData("100%", 35, true)]
    [InlineData("0%", 35, true)]
    [InlineData("15.7%", 35, false)] // between 5/35 and 6/35
    [InlineData("101%", 35, false)]
    [InlineData("12.5%", 8, true)]
    [InlineData("13%", 8, true)] // a half, rounded up
    [InlineData("12%", 8, true)] // or down
    public void Share_MustBeACountOfTheMembers(string printed, int size, bool agrees)
    {
        Add("ア", PublishedFigureKind.ImplementationRate, printed, size: size);

        Assert.Equal(agrees, Assert.Single(PublishedFigureCheck.Of(figures)).Agrees);
    }

    [Fact]
    public void Share_ThatIsNone_NamesItsNeighbours()
    {
        Add("ア", PublishedFigureKind.ImplementationRate, "15.7%", size: 35);

        var comparison = Assert.Single(PublishedFigureCheck.Of(figures));

        Assert.Null(comparison.Recomputed);
        Assert.Equal("R3 全国の「ア」の実施率は15.7%と公表されていますが、35団体ではこの率になりません（5/35は14.3%、6/35は17.1%）。", comparison.Text);
    }

    [Theory]
    [InlineData(PublishedFigureKind.Points, "125", "31.3", true)] // 31.25
    [InlineData(PublishedFigureKind.Points, "125", "31.4", false)]
    [InlineData(PublishedFigureKind.Mean, "310.9", "77.7", true)]
    [InlineData(PublishedFigureKind.Mean, "310.9", "77.9", false)]
    public void ScoreRate_IsPointsOrMeanOfTheMaximum(PublishedFigureKind kind, string points, string rate, bool agrees)
    {
        Add("Ⅰ", PublishedFigureKind.MaxPoints, "400");
        Add("Ⅰ", kind, points);
        Add("Ⅰ", PublishedFigureKind.ScoreRate, rate);

        var comparison = Assert.Single(PublishedFigureCheck.Of(figures));

        Assert.Equal((PublishedCheck.ScoreRate, agrees), (comparison.Check, comparison.Agrees));
    }

    [Theory]
    [InlineData("1352.0", "1352", true)]
    [InlineData("1,352.0点", "1352", true)]
    [InlineData("1351", "1352", false)]
    [InlineData("—", "1352", false)]
    [InlineData("—", null, true)]
    [InlineData("85.7%", null, false)]
    public void PrintFault_IsFoundWhereValueAndPrintDiffer(string printed, string? value, bool isSound)
    {
        var figure = Figure("計", PublishedFigureKind.Mean, printed,
            value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isSound, PublishedFigureCheck.PrintFault(figure) is null);
    }

    [Fact]
    public void Key_OfAnOldSystem_IsNone()
    {
        Assert.Null(Figure("合計", PublishedFigureKind.Points, "1653", 1653).Key);
    }

    private void Add(string level, PublishedFigureKind kind, string printed, string? partOf = null, string breakdown = "", int? size = null) =>
        figures.Add(Figure(level, kind, printed, PrintedNumber.Read(kind, printed)?.Value, partOf, breakdown, size));

    private PublishedFigure Figure(
        string level, PublishedFigureKind kind, string printed, decimal? value, string? partOf = null, string breakdown = "", int? size = null) => new()
        {
            Row = figures.Count + 2, FiscalYear = new FiscalYear(2021), Audience = Audience.Prefecture,
            Pool = kind == PublishedFigureKind.MaxPoints ? PublishedFigure.Everybody : Nation, Level = level, Kind = kind, Value = value,
            Printed = printed, PartOf = partOf, Breakdown = breakdown, PoolSize = size,
        };
}
