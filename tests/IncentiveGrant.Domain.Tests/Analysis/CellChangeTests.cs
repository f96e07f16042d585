using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class CellChangeTests
{
    [Fact]
    public void Of_CellsThatDiffer_StandLargestFirstAndNewOnesAreNone()
    {
        var before = Board(2025, [("ア", 2), ("イ", 5), ("ウ", 1)], ("ア", 2), ("イ", 5), ("ウ", 1));
        var board = Board(2026, [("ア", 4), ("イ", 5), ("ウ", 1), ("エ", 9)], ("ア", 4), ("イ", 0), ("ウ", 1), ("エ", 9));

        var changes = CellChange.Of(new UnitResult(board, 0, before));

        Assert.Equal([("イ", -5m), ("ア", 2m)], changes.Select(c => (c.Cell.Item.Label, c.Change)));
    }

    [Fact]
    public void Of_WithoutTheYearBefore_IsEmpty() => Assert.Empty(CellChange.Of(new UnitResult(Board(2026, [("ア", 4)], ("ア", 4)), 0, null)));

    private static ScoreBoard Board(int year, (string, decimal)[] cells, params (string Label, decimal Points)[] points) =>
        new BoardBuilder(new TableBuilder(year).Indicator("推進/Ⅰ/体制/1", cells).Build())
            .Unit("A町", cells: [.. points.Select(p => ($"推進/Ⅰ/体制/1/{p.Label}", (decimal?)p.Points))]).Score();
}
