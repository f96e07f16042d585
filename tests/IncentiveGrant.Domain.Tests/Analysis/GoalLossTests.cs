using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class GoalLossTests
{
    [Fact]
    public void Of_AGoalThatBothGrantsCount_CostsItsLossTwiceAndIsRankedByThat()
    {
        var table = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 10)]).Indicator("支援/Ⅰ/体制/1", [("ア", 10)]).Indicator("推進/Ⅳ/成果/1", [("ア", 10)]).Build();
        var board = new BoardBuilder(table)
            .Unit("A町", cells: [("推進/Ⅰ/体制/1/ア", 3), ("支援/Ⅰ/体制/1/ア", 9), ("推進/Ⅳ/成果/1/ア", 6)])
            .Unit("B町", cells: [("推進/Ⅰ/体制/1/ア", 5), ("支援/Ⅰ/体制/1/ア", 9), ("推進/Ⅳ/成果/1/ア", 8)])
            .Score();

        var losses = GoalLoss.Of(new UnitResult(board, 0, null));

        Assert.Equal([("推進/Ⅳ", 8m, 6m), ("推進/Ⅰ", 7m, 6m), ("支援/Ⅰ", 1m, 1m)], losses.Select(l => (l.Goal.Key.ToString(), l.Points, l.Mean!.Value)));
        Assert.Equal((2, 4m), (losses[0].Grants, losses[0].PointsInGrant));
        Assert.Equal(board.Table.Total.MaxPoints - board.Score(0, board.Table.Total).Known, losses.Sum(l => l.Points));
    }

    [Fact]
    public void Of_AGoalThatIsNotComplete_LeavesItOut()
    {
        var table = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 10)]).Indicator("支援/Ⅰ/体制/1", [("ア", 10)]).Build();
        var board = new BoardBuilder(table).Unit("A町", cells: [("推進/Ⅰ/体制/1/ア", 3)]).Score();

        Assert.Equal("推進/Ⅰ", Assert.Single(GoalLoss.Of(new UnitResult(board, 0, null))).Goal.Key.ToString());
    }
}
