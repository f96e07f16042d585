using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class UnitResultTests
{
    [Fact]
    public void PreviousRank_WithTheYearBefore_IsItsRankAtTheLevel()
    {
        var before = Board(2025, null, ("A町", 9), ("B町", 5));
        var board = Board(2026, new PublishedPrevious(7, 30), ("A町", 6), ("B町", 8));

        var result = new UnitResult(board, 1, before);

        Assert.Equal(2, result.PreviousRank(board.Table.Total));
        Assert.Equal(5, result.Previous(board.Table.Total));
    }

    [Fact]
    public void PreviousRank_WithoutABoardOfTheYearBefore_IsWhatTheFileSaysOfTheTotal()
    {
        var board = Board(2026, new PublishedPrevious(7, 30), ("A町", 6));

        var result = new UnitResult(board, 0, null);

        Assert.Equal(30, result.PreviousRank(board.Table.Total));
        Assert.Null(result.PreviousRank(board.Table.FindLevel(LevelKey.Of(Grant.Promotion))!));
    }

    [Fact]
    public void PreviousRank_InTheFirstYearOfTheFrame_JoinsNothingToTheOldSystem()
    {
        var board = Board(2024, new PublishedPrevious(1_200, 3), ("A町", 6));

        var result = new UnitResult(board, 0, null);

        Assert.Null(result.PreviousRank(board.Table.Total));
        Assert.Null(result.Previous(board.Table.Total));
    }

    [Fact]
    public void PreviousRank_OfAUnitThatTheYearBeforeLacks_IsNotTakenFromTheFile()
    {
        var before = Board(2025, null, ("A町", 9));
        var board = Board(2026, new PublishedPrevious(7, 30), ("A町", 6), ("B町", 8));

        Assert.Null(new UnitResult(board, 1, before).PreviousRank(board.Table.Total));
    }

    private static ScoreBoard Board(int year, PublishedPrevious? previous, params (string Name, decimal Points)[] units)
    {
        var builder = new BoardBuilder(new TableBuilder(year).Indicator("推進/Ⅰ/体制/1", [("ア", 10)]).Build());
        foreach (var (name, points) in units) builder.Unit(name, cells: [("推進/Ⅰ/体制/1/ア", points)]);
        var input = builder.Input();
        if (previous is { } published) Array.Fill(input.Previous, published);
        return Scorer.Score(input);
    }
}
