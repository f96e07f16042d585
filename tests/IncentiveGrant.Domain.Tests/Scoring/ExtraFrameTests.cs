using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>A frame of points that no total counts (成果指向型配分枠; docs/domain.md, Tables).</summary>
public class ExtraFrameTests
{
    private static readonly PointTable Table = new TableBuilder()
        .Indicator("推進/Ⅰ/体制/1", [("ア", 40)]).Indicator("枠外/Ⅰ/成果/1", [("ア", 60), ("イ", 40)]).Build();

    [Fact]
    public void ExtraFrame_HasItsOwnScore_AndCountsInNoTotal()
    {
        var board = new ValuesBuilder(Table).Unit("A町", ("推進/Ⅰ/体制/1/ア", "○"), ("枠外/Ⅰ/成果/1/ア", "○"), ("枠外/Ⅰ/成果/1/イ", "×")).Score();

        Assert.Equal(40m, board.Score(0, board.Table.Total).Complete);
        Assert.Equal((60m, 100m), (board.Score(0, Level(board, "枠外")).Complete, Level(board, "枠外").MaxPoints));
        Assert.Null(board.Table.FindLevel(LevelKey.Parse("成果")));
    }

    [Fact]
    public void ExtraFrame_Unanswered_LeavesTheTotalComplete()
    {
        var board = new ValuesBuilder(Table).Unit("A町", ("推進/Ⅰ/体制/1/ア", "○")).Score();

        Assert.Equal(40m, board.Score(0, board.Table.Total).Complete);
        Assert.Null(board.Score(0, Level(board, "枠外")).Complete);
    }

    [Fact]
    public void Check_ComparesTheFrameWithItsGoals() => Assert.DoesNotContain(PointTableCheck.Of(Table), f => f.IsBlocking);

    [Theory]
    [InlineData("合計", false)]
    [InlineData("成果", false)]
    [InlineData("枠外", true)]
    public void Contains_KeepsTheFrameOutOfTheTotals(string level, bool expected) =>
        Assert.Equal(expected, LevelKey.Parse(level).Contains(LevelKey.Parse("枠外/Ⅰ/成果/1")));

    private static TableLevel Level(ScoreBoard board, string key) => board.Table.FindLevel(LevelKey.Parse(key))!;
}
