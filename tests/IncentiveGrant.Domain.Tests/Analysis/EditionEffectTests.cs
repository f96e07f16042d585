using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class EditionEffectTests
{
    private static readonly PointTable Table = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 5), ("イ", 5)]).Build();

    [Fact]
    public void Of_CellsWorthLess_TakesFromWhoHasThemAndMovesRanks()
    {
        var board = new BoardBuilder(Table)
            .Unit("甲町", cells: [("推進/Ⅰ/体制/1/ア", 5), ("推進/Ⅰ/体制/1/イ", 0)])
            .Unit("乙町", cells: [("推進/Ⅰ/体制/1/ア", 0), ("推進/Ⅰ/体制/1/イ", 5)])
            .Unit("丙町", cells: [("推進/Ⅰ/体制/1/ア", 0), ("推進/Ⅰ/体制/1/イ", null)]).Score();

        var effect = EditionEffect.Of(board, Table, new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 4), ("イ", 6)]).Build());

        Assert.Equal(
            [("甲町", 5m, 4m, 1, 2), ("乙町", 5m, 6m, 1, 1), ("丙町", 0m, 0m, 3, 3)],
            effect.Units.Select(u => (u.Unit.Name, u.Before, u.After, u.RankBefore, u.RankAfter)));
    }

    [Fact]
    public void Of_TheSameTable_ChangesNobody_PartialPointsIncluded()
    {
        var board = new BoardBuilder(Table)
            .Unit("甲町", cells: [("推進/Ⅰ/体制/1/ア", 2.5m), ("推進/Ⅰ/体制/1/イ", 5)])
            .Unit("乙町", cells: [("推進/Ⅰ/体制/1/ア", 5), ("推進/Ⅰ/体制/1/イ", 0)]).Score();

        var effect = EditionEffect.Of(board, Table, Table);

        Assert.All(effect.Units, u => Assert.Equal((0m, 0), (u.Change, u.RankChange)));
    }

    [Fact]
    public void Of_NewAndDroppedCells_BringNothing()
    {
        var board = new BoardBuilder(Table).Unit("甲町", cells: [("推進/Ⅰ/体制/1/ア", 5), ("推進/Ⅰ/体制/1/イ", 5)]).Score();

        var effect = EditionEffect.Of(board, Table, new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 5), ("ウ", 5)]).Build());

        Assert.Equal((10m, 5m), (Assert.Single(effect.Units).Before, effect.Units.Single().After));
        Assert.Equal(["ウ"], effect.NewCells.Select(c => c.After!.Item.Label));
    }

    [Fact]
    public void Of_UnitsWhosePointsAreNotKnown_LeavesThemUnknown()
    {
        var board = new BoardBuilder(Table).Unit("甲町", cells: [("推進/Ⅰ/体制/1/ア", 5)]).Score();

        var effect = EditionEffect.Of(board, Table, new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 4), ("イ", 6)]).Build());

        Assert.Empty(effect.Units);
        Assert.Equal(4, effect.After.Score(0, effect.After.Table.Total).Known);
    }

    [Fact]
    public void Of_AnotherRule_KeepsThePointsAndSaysSo()
    {
        var board = new BoardBuilder(Table).Unit("甲町", cells: [("推進/Ⅰ/体制/1/ア", 5), ("推進/Ⅰ/体制/1/イ", 0)]).Score();
        var rule = new ScoringRule([new RuleBranch(null, ["ア", "イ"], new EnteredValue(ValueSource.Municipality), new CountTest([1, 2]))]);

        var effect = EditionEffect.Of(board, Table, new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 5), ("イ", 5)], rule).Build());

        Assert.Equal(0, Assert.Single(effect.Units).Change);
        Assert.Equal(["ア", "イ"], effect.UnappliedRules.Select(c => c.After!.Item.Label));
    }
}
