using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class RoomToGrowTests
{
    private const string Key = "推進/Ⅰ/体制/1";

    private static readonly EnteredValue Value = new(ValueSource.Municipality);
    private static readonly RuleBranch Ladder = new(
        "ア", ["ア①", "ア②"], Value, new TierTest(TierPopulation.All, [TierCut.OfShare(70), TierCut.OfShare(50)], Direction.Higher));
    private static readonly RuleBranch Threshold = new("イ", ["イ①", "イ②"], Value, new ThresholdTest([50, 80], Direction.Higher));

    [Fact]
    public void Of_RelativeCells_StandMarkedAfterThoseThatAUnitCanEarnByItself()
    {
        var rule = new ScoringRule([Ladder, Threshold]);

        var room = RoomOf(rule, max: 20, (0, 0, 0, 0), (5, 5, 0, 5));

        Assert.Equal([("イ②", false), ("イ①", false), ("ア①", true), ("ア②", true)], room.Select(r => (r.Cell.Item.Label, r.IsRelative)));
        Assert.Equal(20, room.Sum(r => r.Points));
    }

    [Fact]
    public void Of_TheLosingBranchOfTheBest_IsNoRoom()
    {
        var rule = new ScoringRule([Ladder, Threshold]) { Combination = BranchCombination.Best };

        var room = RoomOf(rule, max: 10, (5, 0, 0, 0), (0, 0, 5, 5));

        Assert.Equal(("ア②", 5m), (Assert.Single(room).Cell.Item.Label, room[0].Points));
    }

    [Fact]
    public void Of_BranchesThatAreAllEmpty_CountsOnlyWhatOneCanBring()
    {
        var rule = new ScoringRule([Ladder, Threshold]) { Combination = BranchCombination.Best };

        var room = RoomOf(rule, max: 10, (0, 0, 0, 0), (5, 5, 0, 0));

        Assert.Equal(["イ①", "イ②"], room.Select(r => r.Cell.Item.Label));
    }

    [Fact]
    public void Of_CellsBeyondTheMaximum_BringOnlyWhatIsLeft()
    {
        var rule = new ScoringRule([Ladder, Threshold with { IsPlus = true }]) { Combination = BranchCombination.Best };

        var room = RoomOf(rule, max: 13, (5, 5, 0, 0), (0, 0, 5, 0));

        Assert.Equal(("イ①", 3m), (Assert.Single(room).Cell.Item.Label, room[0].Points));
    }

    [Fact]
    public void Of_ATableWithoutRules_CountsEveryCellWithoutPoints()
    {
        var room = RoomOf(ScoringRule.AsPublished, max: 10, (5, 0, 0, 0), (5, 5, 5, 0));

        Assert.Equal([("ア②", 5m), ("イ①", 5m), ("イ②", 5m)], room.Select(r => (r.Cell.Item.Label, r.Points)));
        Assert.DoesNotContain(room, r => r.IsRelative);
    }

    [Fact]
    public void Of_OutcomesAndWhatDoesNotApply_AreNoRoom()
    {
        var table = new TableBuilder().Indicator(Key, [("ア", 5), ("イ", 5)]).Indicator("推進/Ⅳ/成果/1", [("ア", 5)]).Build();
        var board = new BoardBuilder(table).Unit("A町", cells: [($"{Key}/ア", null), ($"{Key}/イ", 0), ("推進/Ⅳ/成果/1/ア", 0)]).Score();

        Assert.Equal($"{Key}/イ", Assert.Single(RoomToGrow.Of(board, 0)).Cell.Key.ToString());
    }

    private static IReadOnlyList<RoomToGrow> RoomOf(ScoringRule rule, decimal max, params (decimal, decimal, decimal, decimal)[] units)
    {
        var builder = new BoardBuilder(new TableBuilder().Indicator(Key, [("ア①", 5), ("ア②", 5), ("イ①", 5), ("イ②", 5)], rule, max).Build());
        foreach (var (a, b, c, d) in units) builder.Unit("A町", cells: [($"{Key}/ア①", a), ($"{Key}/ア②", b), ($"{Key}/イ①", c), ($"{Key}/イ②", d)]);
        return RoomToGrow.Of(builder.Score(), 0);
    }
}
