using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>The rules of docs/domain.md (Scoring rules), one by one, on tables as small as they can be.</summary>
public class RuleScoringTests
{
    private const string Key = "推進/Ⅰ/活動/1";

    private static readonly EnteredValue Answer = new(ValueSource.Municipality);

    [Theory]
    [InlineData("○", "×", "○", 9)]
    [InlineData("×", "×", "×", 0)]
    [InlineData("対象外", "○", "×", 3)]
    public void Ticks_AddThePointsOfEachTickedCell(string first, string second, string third, int expected)
    {
        var builder = new ValuesBuilder(new TableBuilder().Indicator(Key, [("ア", 2), ("イ①", 3), ("イ②", 7)]).Build());

        var board = builder.Unit("A町", (Key + "/ア", first), (Key + "/イ①", second), (Key + "/イ②", third)).Score();

        Assert.Equal(expected, Total(board));
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 2)]
    [InlineData("3", 4)]
    [InlineData("4", 6)]
    [InlineData("9", 6)]
    public void Count_GivesTheCellsThatTheNumberReaches(string number, int expected) =>
        Assert.Equal(expected, TotalOf(new CountTest([2, 3, 4]), [("イ①", 2), ("イ②", 2), ("イ③", 2)], number));

    [Theory]
    [InlineData("○", 6)]
    [InlineData("×", 0)]
    public void AllOf_GivesItsPointsForOneAnswer(string mark, int expected) => Assert.Equal(expected, TotalOf(new AllOfTest(3), [("ア", 6)], mark));

    [Theory]
    [InlineData("○", 4)]
    [InlineData("×", 0)]
    public void AnyOf_GivesItsPointsForOneAnswer(string mark, int expected) => Assert.Equal(expected, TotalOf(new AnyOfTest(), [("ア", 4)], mark));

    [Theory]
    [InlineData("50", 5)] // 受診率50%以上: the limit itself is enough
    [InlineData("49.9", 0)]
    [InlineData("○", 5)]
    [InlineData("×", 0)]
    public void Threshold_IsReachedAtTheLimit(string value, int expected) =>
        Assert.Equal(expected, TotalOf(new ThresholdTest([50], Direction.Higher), [("エ", 5)], value));

    [Fact]
    public void Threshold_OfALowerDirection_IsReachedFromAbove() => Assert.Equal(5, TotalOf(new ThresholdTest([50], Direction.Lower), [("エ", 5)], "50"));

    [Fact]
    public void NegativePoints_AreTakenOff()
    {
        var board = new ValuesBuilder(new TableBuilder().Indicator(Key, [("ア", 10), ("イ", -3)]).Build())
            .Unit("A町", (Key + "/ア", "○"), (Key + "/イ", "○")).Unit("B町", (Key + "/ア", "○")).Score();

        Assert.Equal(7, Total(board));
        Assert.Equal((7m, 10m), (board.Score(1, 0).Lowest, board.Score(1, 0).Highest));
    }

    [Fact]
    public void Tiers_GiveEveryTierWhoseCutThePlaceReaches()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key).Build()).Units(Key, ["100", "90", "80", "70", "60", "50", "40", "30", "20", "10"]).Score();

        // N = 10: cuts 7, 5, 3, 1.
        Assert.Equal([20, 15, 15, 10, 10, 5, 5, 0, 0, 0], Totals(board));
    }

    [Fact]
    public void Tiers_GiveATierToAllThatTieAtItsCut()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key).Build()).Units(Key, ["9", "9", "5", "5", "5", "5", "5", "5", "5", "1"]).Score();

        // Cut 1: both nines are 1st. Cut 3: the fives are 3rd, all of them.
        Assert.Equal([20, 20, 15, 15, 15, 15, 15, 15, 15, 0], Totals(board));
    }

    [Fact]
    public void Tiers_OfALowerDirection_PutSmallValuesFirst()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key, direction: Direction.Lower).Build())
            .Units(Key, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]).Score();

        Assert.Equal([20, 15, 15, 10, 10, 5, 5, 0, 0, 0], Totals(board));
    }

    [Fact]
    public void TiersOfAll_CountWhoIsNotApplicable()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key).Build()).Units(Key, ["3", "2", "1", "対象外", "対象外", "対象外", "対象外", "対象外", "対象外", "対象外"])
            .Score();

        Assert.Equal([20, 15, 15, 0, 0, 0, 0, 0, 0, 0], Totals(board));
        Assert.Equal(CellReason.NotApplicable, board.Cell(9, 0).Reason);
    }

    [Fact]
    public void TiersOfValid_CountOnlyWhoHasAValue()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key, population: TierPopulation.Valid).Build()).Units(Key, ["4", "3", "2", "1", "対象外"]).Score();

        // N = 4: cuts 2, 2, 1, 0.
        Assert.Equal([15, 10, 0, 0, 0], Totals(board));
    }

    [Fact]
    public void TiersOfPositive_CountOnlyWhoLiesAboveZero()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder(Key, population: TierPopulation.Positive).Build())
            .Units(Key, ["4", "3", "2", "1", "0", "0", "0"]).Score();

        // N = 4: above zero, then cuts 2, 1, 0.
        Assert.Equal([15, 10, 5, 5, 0, 0, 0], Totals(board));
    }

    [Fact]
    public void Tiers_ByPlaces_CountPlacesInsteadOfShares()
    {
        var test = new TierTest(TierPopulation.All, [TierCut.OfPlaces(2)], Direction.Higher);

        var board = new ValuesBuilder(Table(test, [("ア", 5)])).Units(Key, ["3", "3", "1", "0"]).Score();

        Assert.Equal([5, 5, 0, 0], Totals(board));
    }

    [Fact]
    public void AddedLadders_AddTheirPoints()
    {
        var builder = new ValuesBuilder(Table(new ScoringRule([Ladder("ア"), Ladder("イ")]), [("ア①", 2), ("ア②", 2), ("イ①", 1), ("イ②", 1)], 6));

        var board = builder.Unit("A町", (Key + "/ア", "2"), (Key + "/イ", "1")).Unit("B町", (Key + "/ア", "1"), (Key + "/イ", "2")).Score();

        // N = 2: cuts 1 and 1.
        Assert.Equal([4, 2], Totals(board));
    }

    [Fact]
    public void BestOf_CountsOnlyTheBetterBranch_TheOtherShowsZero()
    {
        var board = Best(("2", "1"), ("1", "2")).Score();

        Assert.Equal([10, 10], Totals(board));
        Assert.Equal([5, 5, 0, 0], Cells(board, 0));
        Assert.Equal([0, 0, 5, 5], Cells(board, 1));
    }

    [Fact]
    public void BestOf_WithEqualBranches_CountsTheFirst() => Assert.Equal([5, 5, 0, 0], Cells(Best(("2", "2"), ("1", "1")).Score(), 0));

    [Fact]
    public void BestOf_WhileABranchIsOpen_IsOpenButNotBelowTheOther()
    {
        var board = Best(("2", ""), ("1", "1")).Score();

        Assert.Null(board.Score(0, 0).Complete);
        Assert.Equal((0m, 10m, 10m), (board.Score(0, 0).Known, board.Score(0, 0).Lowest, board.Score(0, 0).Highest));
        Assert.Equal((0m, 0m, 10m), (board.Score(1, 0).Known, board.Score(1, 0).Lowest, board.Score(1, 0).Highest));
    }

    [Fact]
    public void BestOf_WithAPlus_AddsItUpToTheMaximum()
    {
        var rule = new ScoringRule(
            [Ladder("ア"), Ladder("イ"), new RuleBranch(null, ["エ"], Answer, new TickTest()) { IsPlus = true }])
        { Combination = BranchCombination.Best };
        var builder = new ValuesBuilder(Table(rule, [("ア①", 2), ("ア②", 2), ("イ①", 2), ("イ②", 2), ("エ", 1)], 4));

        var board = builder
            .Unit("A町", (Key + "/ア", "2"), (Key + "/イ", "1"), (Key + "/エ", "○"))
            .Unit("B町", (Key + "/ア", "1"), (Key + "/イ", "1"), (Key + "/エ", "○")).Score();

        // A町: 4 + 1, capped at 4. B町: both ladders give nothing (イ is tied with A町's 1: place 1, so it gives 4).
        Assert.Equal([4, 4], Totals(board));
        Assert.Equal([2, 2, 0, 0, 1], Cells(board, 0));
        Assert.Equal([0, 0, 2, 2, 1], Cells(board, 1));
    }

    [Fact]
    public void Change_IsTheValueAgainstAnEarlierYear()
    {
        var table = new TableBuilder().Ladder(Key, measure: Answer with { ChangeYears = 1 }).Build();
        var before = new ValuesBuilder(new TableBuilder(2025).Ladder(Key).Build()).Units(Key, ["10", "50"]).Values();

        var board = Scorer.Score(new ValuesBuilder(table).Units(Key, ["40", "60"]).Values(new Dictionary<int, GivenValues> { [1] = before }));

        // +30 against +10: A町 is first of two (cuts 1, 1, 0, 0).
        Assert.Equal([10, 0], Totals(board));
    }

    [Fact]
    public void Change_WithoutTheEarlierYear_IsNotKnown()
    {
        var table = new TableBuilder().Ladder(Key, measure: Answer with { ChangeYears = 1 }).Build();

        var board = new ValuesBuilder(table).Units(Key, ["40", "60"]).Score();

        Assert.All([0, 1], row => Assert.Null(board.Score(row, 0).Complete));
    }

    [Fact]
    public void SelfRank_IsTheTierOfTheOwnTotalWithoutIt()
    {
        var builder = new ValuesBuilder(
            new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 50), ("イ", 30)]).Ladder(Key, points: 3, measure: new OwnTotal()).Build());
        (string, string) A(string mark) => ("推進/Ⅰ/体制/1/ア", mark);
        (string, string) I(string mark) => ("推進/Ⅰ/体制/1/イ", mark);

        var board = builder.Unit("A町", A("○"), I("○")).Unit("B町", A("○"), I("×")).Unit("C町", A("×"), I("○")).Unit("D町", A("×"), I("×")).Score();

        // N = 4: cuts 2, 2, 1, 0.
        Assert.Equal([89, 56, 30, 0], Totals(board));
        Assert.Equal([1, 2, 3, 4], Enumerable.Range(0, 4).Select(row => board.Standing(row, board.Table.Total, PoolKind.Nation)!.Value.Rank));
    }

    [Fact]
    public void SelfRank_WaitsUntilEveryTotalIsComplete()
    {
        var builder = new ValuesBuilder(new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 50)]).Ladder(Key, points: 3, measure: new OwnTotal()).Build());

        var board = builder.Unit("A町", ("推進/Ⅰ/体制/1/ア", "○")).Unit("B町").Score();

        Assert.Equal(CellReason.Pending, board.Cell(0, 1).Reason);
        Assert.Equal((50m, 50m, 62m), (board.Score(0, 0).Known, board.Score(0, 0).Lowest, board.Score(0, 0).Highest));
        Assert.Null(board.Standing(0, board.Table.Total, PoolKind.Nation));
    }

    [Fact]
    public void Copy_RepeatsGoal4InTheOtherGrant()
    {
        var board = new ValuesBuilder(new TableBuilder().Ladder("推進/Ⅳ/成果/1").Build()).Units("推進/Ⅳ/成果/1", ["2", "1"]).Score();

        Assert.Equal(10, board.Score(0, board.Table.FindLevel(LevelKey.Parse("支援/Ⅳ"))!).Known);
        Assert.Equal(20, Total(board));
    }

    private static int TotalOf(PointsTest test, (string, decimal)[] cells, string value) =>
        Total(new ValuesBuilder(Table(test, cells)).Units(Key, [value]).Score());

    private static PointTable Table(PointsTest test, (string Label, decimal Points)[] cells) =>
        Table(new ScoringRule([new RuleBranch(null, [.. cells.Select(c => c.Label)], Answer, test)]), cells, cells.Sum(c => c.Points));

    private static PointTable Table(ScoringRule rule, (string Label, decimal Points)[] cells, decimal max) =>
        new TableBuilder().Indicator(Key, cells, rule, max).Build();

    private static RuleBranch Ladder(string sign) =>
        new(sign, [sign + "①", sign + "②"], Answer, new TierTest(TierPopulation.All, [TierCut.OfShare(70), TierCut.OfShare(50)], Direction.Higher));

    private static ValuesBuilder Best(params (string Level, string Change)[] units)
    {
        var rule = new ScoringRule([Ladder("ア"), Ladder("イ")]) { Combination = BranchCombination.Best };
        var builder = new ValuesBuilder(Table(rule, [("ア①", 5), ("ア②", 5), ("イ①", 5), ("イ②", 5)], 10));
        foreach (var (level, change) in units) builder.Unit("町", (Key + "/ア", level), (Key + "/イ", change));
        return builder;
    }

    private static int Total(ScoreBoard board) => (int)board.Score(0, 0).Known;

    private static int[] Totals(ScoreBoard board) =>
        [.. Enumerable.Range(0, board.Jurisdictions.Count).Select(row => (int)board.Score(row, 0).Complete!.Value)];

    private static int[] Cells(ScoreBoard board, int row) => [.. board.Table.Cells.Select(c => (int)board.Cell(row, c.Index).PointsIfKnown!.Value.Value)];
}
