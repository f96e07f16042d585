using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.PointTables;

public class TableComparisonTests
{
    private const string Key = "推進/Ⅰ/体制/1";

    private static readonly (string Label, decimal Points, string? Text)[] Cells =
        [("ア", 4, "地域の課題を把握している"), ("イ", 4, "課題を関係者と共有している"), ("ウ", 4, null)];

    [Fact]
    public void Of_TheSameTable_FindsNothing()
    {
        var comparison = TableComparison.Of(Table(Cells), Table(Cells));

        Assert.True(comparison.IsSame);
        Assert.All(comparison.Cells, c => Assert.Equal(TableDifference.None, c.Differences));
    }

    [Fact]
    public void Of_CellsOfWhichEachIsChangedInItsWay_TellsThemApart()
    {
        var comparison = TableComparison.Of(
            Table(Cells),
            Table([("ア", 5, "地域の課題を把握している"), ("イ", 4, "課題を住民や関係者と共有している"), ("エ", 3, null)]));

        Assert.Equal(
            [("ア", TableDifference.Reweighted), ("イ", TableDifference.Reworded), ("エ", TableDifference.New), ("ウ", TableDifference.Dropped)],
            comparison.Cells.Select(c => ((c.After ?? c.Before)!.Item.Label, c.Differences)));
        Assert.Equal((1, 1), (comparison.CellsWith(TableDifference.New), comparison.CellsWith(TableDifference.Dropped)));
    }

    [Fact]
    public void Of_AWordingThatIsRegistered_IsAChange()
    {
        var comparison = TableComparison.Of(Table(Cells), Table([Cells[0], Cells[1], ("ウ", 4, "成果を公表している")]));

        Assert.False(comparison.IsSame);
        Assert.Equal(TableDifference.Reworded, comparison.Cells.Last().Differences);
    }

    [Fact]
    public void Of_AnotherQuestionUnderTheSameSign_IsOneDroppedAndOneNew()
    {
        var comparison = TableComparison.Of(Table(Cells), Table([("ア", 4, "介護人材の確保に向けた研修を開催した"), .. Cells[1..]]));

        Assert.Equal(
            [TableDifference.New, TableDifference.None, TableDifference.None, TableDifference.Dropped], comparison.Cells.Select(c => c.Differences));
    }

    [Fact]
    public void Of_AQuestionUnderAnotherSign_HasMoved()
    {
        var comparison = TableComparison.Of(Table(Cells), Table([Cells[0], ("ウ", 4, Cells[1].Text), ("エ", 4, null)]));

        var moved = Assert.Single(comparison.Cells, c => c.Differences.HasFlag(TableDifference.Moved));
        Assert.Equal(("イ", "ウ"), (moved.Before!.Item.Label, moved.After!.Item.Label));
    }

    [Fact]
    public void Of_AnIndicatorThatWasRenumbered_IsTheSameOne()
    {
        var before = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 4)], name: "計画の策定").Indicator("推進/Ⅰ/体制/2", [("ア", 6)], name: "進捗の確認");
        var after = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 6)], name: "進捗の確認").Indicator("推進/Ⅰ/体制/2", [("ア", 3)], name: "相談窓口");

        var comparison = TableComparison.Of(before.Build(), after.Build());

        Assert.Equal(
            [("進捗の確認", TableDifference.Moved), ("相談窓口", TableDifference.New), ("計画の策定", TableDifference.Dropped)],
            comparison.Indicators.Select(i => (i.Name, i.Differences)));
    }

    [Theory]
    [InlineData(70, 60, TableDifference.RuleChanged)]
    [InlineData(70, 70, TableDifference.None)]
    public void Of_ACutThatIsSetElsewhere_IsAChangeOfTheRule(int before, int after, TableDifference expected) =>
        Assert.Equal(expected, Assert.Single(TableComparison.Of(Ladder(before), Ladder(after)).Cells).Differences);

    [Fact]
    public void Of_ATableMadeFromResults_SaysNothingOfRules()
    {
        var published = new TableBuilder().Indicator(Key, [("ア", 4)], ScoringRule.AsPublished).Build();

        Assert.Equal(TableDifference.None, Assert.Single(TableComparison.Of(published, Ladder(70)).Cells).Differences);
    }

    [Fact]
    public void Of_MaximaThatDiffer_NamesEachLevel()
    {
        var comparison = TableComparison.Of(Table(Cells), Table([.. Cells, ("エ", 3, null)]));

        Assert.Equal(
            [("合計", 12m, 15m), ("推進", 12m, 15m), ("推進/Ⅰ", 12m, 15m), ("推進/Ⅰ/体制", 12m, 15m)],
            comparison.Levels.Select(l => (l.Key.ToString(), l.Before!.Value, l.After!.Value)));
    }

    private static PointTable Ladder(int percent) => new TableBuilder().Indicator(
        Key, [("ア", 4)],
        new ScoringRule(
        [
            new RuleBranch(null, ["ア"], new EnteredValue(ValueSource.Ministry), new TierTest(TierPopulation.All, [TierCut.OfShare(percent)], Direction.Higher)),
        ])).Build();

    private static PointTable Table((string Label, decimal Points, string? Text)[] cells) =>
        new TableBuilder().Indicator(Key, [.. cells.Select(c => (c.Label, c.Points))], texts: [.. cells.Select(c => c.Text)]).Build();
}
