using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>Unknown is not zero (docs/domain.md, Unknown, missing, zero).</summary>
public class CompletenessTests
{
    private const string Ticks = "推進/Ⅰ/体制/1", Ladder = "推進/Ⅰ/活動/1";

    private static readonly PointTable Table = new TableBuilder()
        .Indicator(Ticks, [("ア", 4), ("イ", 6)]).Ladder(Ladder, measure: new EnteredValue(ValueSource.Ministry)).Build();

    [Fact]
    public void AnUnansweredSheet_HasNoPointsAndTheWholeRange()
    {
        var board = new ValuesBuilder(Table).Unit("A町").Score();

        Assert.Equal(new LevelScore(0, 0, 0, 3000, false), board.Score(0, 0));
        Assert.Equal((CellReason.Unanswered, CellReason.Pending), (board.Cell(0, 0).Reason, board.Cell(0, 2).Reason));
    }

    [Fact]
    public void KnownPoints_StandBesideTheMaximumThatTheyAreOf()
    {
        var board = new ValuesBuilder(Table).Unit("A町", (Ticks + "/イ", "○")).Score();

        Assert.Equal(new LevelScore(600, 600, 600, 3000, false), board.Score(0, 0));
    }

    [Fact]
    public void ALevel_IsCompleteThoughTheTotalIsNot()
    {
        var board = new ValuesBuilder(Table).Unit("A町", (Ticks + "/ア", "○"), (Ticks + "/イ", "×")).Score();

        Assert.Equal(4m, board.Score(0, board.Table.FindLevel(LevelKey.Parse("推進/Ⅰ/体制"))!).Complete);
        Assert.Null(board.Score(0, 0).Complete);
    }

    [Fact]
    public void ALadder_GivesNobodyPointsWhileOneValueIsMissing()
    {
        var board = new ValuesBuilder(Table).Unit("A町", (Ladder, "5")).Unit("B町", (Ladder, "対象外")).Unit("C町").Score();

        Assert.Equal((CellReason.Pending, false), (board.Cell(0, 2).Reason, board.Cell(0, 2).IsKnown));
        Assert.Equal((CellReason.NotApplicable, true), (board.Cell(1, 2).Reason, board.Cell(1, 2).IsKnown));
        Assert.Equal((CellReason.Pending, false), (board.Cell(2, 2).Reason, board.Cell(2, 2).IsKnown));
        Assert.Equal("値は5。比べる団体のうち1団体の値がまだないため、算定待ちです。", ExplanationSentence.Of(board.Explain(0, board.Table.Cells[2])));
    }

    [Fact]
    public void PartialTotals_AreNotRanked()
    {
        var table = new TableBuilder().Indicator(Ticks, [("ア", 4), ("イ", 6)]).Build();

        var board = new ValuesBuilder(table).Unit("A町", (Ticks + "/ア", "○")).Unit("B町", (Ticks + "/ア", "×"), (Ticks + "/イ", "×")).Score();

        Assert.Null(board.Standing(0, board.Table.Total, PoolKind.Nation));
        Assert.Equal(new Standing(1, 1), board.Standing(1, board.Table.Total, PoolKind.Nation));
    }

    [Fact]
    public void AFrozenSheet_CountsWhatIsNotAnsweredAsZero()
    {
        var table = new TableBuilder().Indicator(Ticks, [("ア", 4), ("イ", 6)]).Ladder(Ladder).Build();
        var values = new ValuesBuilder(table).Unit("A町", (Ticks + "/ア", "○")).Unit("B町", (Ticks + "/ア", "×"), (Ticks + "/イ", "×"), (Ladder, "3")).Values();
        values.Freeze(0);

        var board = Scorer.Score(values);

        Assert.Equal(4m, board.Score(0, 0).Complete);
        Assert.Equal((CellReason.Unanswered, Points.Zero), (board.Cell(0, 1).Reason, board.Cell(0, 1).PointsIfKnown));
        Assert.Equal(10m, board.Score(1, 0).Complete); // N = 2 of all: cuts 1, 1, 0, 0
    }
}
