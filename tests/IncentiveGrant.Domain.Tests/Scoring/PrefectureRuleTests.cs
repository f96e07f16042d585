using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>Rules of prefecture tables, which look at the municipal board of the year.</summary>
public class PrefectureRuleTests
{
    private const string Key = "推進/Ⅰ/活動/2";

    [Fact]
    public void Mean_IsTheTierOfTheMunicipalitiesMeanTotal()
    {
        var municipalities = Municipalities((4, 50), (4, 70), (5, 80), (6, 10)).Score();
        var table = new TableBuilder(audience: Audience.Prefecture).Ladder(Key, points: 2, measure: new MunicipalAggregate(AggregateKind.Mean, "合計")).Build();

        var board = new ValuesBuilder(table).Unit("宮城県", 4).Unit("秋田県", 5).Unit("山形県", 6).Score(municipalities);

        // Means 60, 80, 10. N = 3: cuts 2, 1, 0, 0.
        Assert.Equal([2m, 4m, 0m], Totals(board));
    }

    [Fact]
    public void Share_IsTheShareOfMunicipalitiesThatScore()
    {
        var municipalities = Municipalities((4, 50), (4, 0), (5, 80)).Score();
        var rule = new RuleBranch(null, ["ア"], new MunicipalAggregate(AggregateKind.Share, "推進/Ⅰ/体制/1/ア"), new ThresholdTest([100], Direction.Higher));
        var table = new TableBuilder(audience: Audience.Prefecture).Indicator(Key, [("ア", 6)], new ScoringRule([rule])).Build();

        var board = new ValuesBuilder(table).Unit("宮城県", 4).Unit("秋田県", 5).Score(municipalities);

        Assert.Equal([0m, 6m], Totals(board));
    }

    [Fact]
    public void NoOutlier_IsLostWhereAMunicipalityLiesBelowTheLimit()
    {
        var municipalities = Municipalities([.. Enumerable.Repeat((5, 80m), 19), (4, 0m)]).Score();

        var board = new ValuesBuilder(NoOutlierTable()).Unit("宮城県", 4).Unit("秋田県", 5).Score(municipalities);

        // Mean 76, population SD 17.4: the limit is 41.1.
        Assert.Equal([0m, 6m], Totals(board));
    }

    [Fact]
    public void PrefectureRules_WaitUntilEveryMunicipalityIsComplete()
    {
        var municipalities = Municipalities((4, 50)).Unit("未回答町", 5).Score();

        var board = new ValuesBuilder(NoOutlierTable()).Unit("宮城県", 4).Score(municipalities);

        Assert.Equal(CellReason.Pending, board.Cell(0, 0).Reason);
    }

    [Fact]
    public void PrefectureRules_WithoutMunicipalScores_Wait() =>
        Assert.Equal(CellReason.Pending, new ValuesBuilder(NoOutlierTable()).Unit("宮城県", 4).Score().Cell(0, 0).Reason);

    private static PointTable NoOutlierTable() => new TableBuilder(audience: Audience.Prefecture)
        .Indicator(Key, [("オ", 6)], new ScoringRule([new RuleBranch(null, ["オ"], new MunicipalOutliers(), new ThresholdTest([0], Direction.Lower))])).Build();

    /// <summary>Municipalities of prefectures with 80, 70, 50, 10 or 0 points.</summary>
    private static ValuesBuilder Municipalities(params (int Prefecture, decimal Points)[] of)
    {
        var builder = new ValuesBuilder(new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 50), ("イ", 20), ("ウ", 10)]).Build());
        foreach (var (prefecture, points) in of)
        {
            builder.Unit(
                "町", prefecture, ("推進/Ⅰ/体制/1/ア", points >= 50 ? "○" : "×"), ("推進/Ⅰ/体制/1/イ", points is 70 or 80 ? "○" : "×"),
                ("推進/Ⅰ/体制/1/ウ", points is 80 or 10 ? "○" : "×"));
        }
        return builder;
    }

    private static decimal?[] Totals(ScoreBoard board) => [.. Enumerable.Range(0, board.Jurisdictions.Count).Select(row => board.Score(row, 0).Complete)];
}
