using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

/// <summary>Which of the known mistakes a published figure looks like (docs/domain.md, The ministry's workbook).</summary>
public class LikelyCauseTests
{
    private static readonly LevelKey Total = LevelKey.Total;

    // Totals 380, 196, 380, 420; rank 2, 4, 2, 1; mean 344.
    private readonly ScoreBoard board = Scored(ResultsBuilder.FourTowns().Compute());

    [Theory]
    [InlineData(FigureKind.Mean, 275.2, "4団体ではなく、5団体で割った値と一致します。")] // 1376 ÷ 5: a row of statistics counted
    [InlineData(FigureKind.ScoringRate, 0.8, "4団体ではなく、5団体で割った値と一致します。")]
    [InlineData(FigureKind.StandardDeviation, 100.452310409799, "標本標準偏差（団体数−1で割る）と一致します。")]
    [InlineData(FigureKind.Median, 381.0, "印字のあとで一部の団体の得点が直されたか、")]
    public void Of_AStatistic_NamesTheMistakeThatGivesIt(FigureKind kind, double published, string expected) =>
        Assert.StartsWith(expected, CauseOf(null, kind, (decimal)published), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, FigureKind.Rank, 3, "同じ得点の団体が2あります。")]
    [InlineData(1, FigureKind.Rank, 3, "合計の差異か、")]
    [InlineData(1, FigureKind.Points, 195, "内訳の得点を足した値より小さく印字されています。")]
    [InlineData(1, FigureKind.Points, 197, "内訳の得点を足した値より大きく印字されています。")]
    public void Of_AUnit_SaysWhatToLookAt(int row, FigureKind kind, int published, string expected) =>
        Assert.StartsWith(expected, CauseOf(row, kind, published), StringComparison.Ordinal);

    [Fact]
    public void Of_ATotalThatIsOffByGoalFour_NamesIt()
    {
        const int Goal = 20; // the fourth town's, which its total of 420 counts twice

        Assert.Contains("目標Ⅳの得点（20点）と同じ差です。", CauseOf(3, FigureKind.Points, 420 - Goal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15.7%", 35, "5/35は14.3%、6/35は17.1%です。35以下のどの団体数でも、この率になりません。")]
    [InlineData("29.4%", 35, "10/35は28.6%、11/35は31.4%です。34団体のうち10団体なら、この率になります。")]
    public void Of_AShare_LooksForAnotherNumberOfUnits(string printed, int size, string expected)
    {
        var figure = new PublishedFigure
        {
            Row = 2, FiscalYear = new FiscalYear(2026), Audience = Audience.Municipality, Pool = "県内35市町村", Level = "ア",
            Kind = PublishedFigureKind.ImplementationRate, Value = PrintedNumber.Read(PublishedFigureKind.ImplementationRate, printed)!.Value.Value,
            Printed = printed, PoolSize = size,
        };

        var comparison = Assert.Single(PublishedFigureCheck.Of([figure]));

        Assert.StartsWith(expected, LikelyCause.Of(comparison), StringComparison.Ordinal);
    }

    private string CauseOf(int? row, FigureKind kind, decimal published) =>
        LikelyCause.Of(board, row, kind, Total, published, Reconciliation.Recompute(board, row, kind, Total)!.Value.Value);

    private static ScoreBoard Scored(ResultsBuilder file) => ResultsPlan.Of(file.Build(), file.Table, file.Known()).Board!;
}
