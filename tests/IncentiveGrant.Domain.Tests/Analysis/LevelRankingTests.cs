using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class LevelRankingTests
{
    private static readonly PointTable ThisYear = Table(2026);
    private static readonly PointTable LastYear = Table(2025);

    [Fact]
    public void Select_ByPoints_IsTheOrderOfRanksWithUnknownLast()
    {
        var board = Board(ThisYear, ("A町", 5), ("B町", null), ("C町", 9), ("D町", 5));

        var rows = Rank(board).Select(new RankingFilter());

        Assert.Equal(["C町", "A町", "D町", "B町"], rows.Select(r => r.Unit.Name));
        Assert.Equal([1, 2, 2, null], rows.Select(r => r.InNation?.Rank));
    }

    [Fact]
    public void Select_Ascending_KeepsUnknownLast()
    {
        var board = Board(ThisYear, ("A町", 5), ("B町", null), ("C町", 9));

        var rows = Rank(board).Select(new RankingFilter(Descending: false));

        Assert.Equal(["A町", "C町", "B町"], rows.Select(r => r.Unit.Name));
    }

    [Fact]
    public void Select_WithFilters_KeepsRanksOfTheWholePool()
    {
        var board = new BoardBuilder(ThisYear)
            .Unit("A町", prefecture: 4, insured: 2_000, cells: [("推進/Ⅰ/体制/1/ア", 3)])
            .Unit("B市", prefecture: 4, insured: 60_000, cells: [("推進/Ⅰ/体制/1/ア", 5)])
            .Unit("C町", prefecture: 5, insured: 2_000, cells: [("推進/Ⅰ/体制/1/ア", 9)])
            .Score();

        var rows = Rank(board).Select(new RankingFilter(Prefecture: 4, Band: InsuredBand.Under3000));

        var row = Assert.Single(rows);
        Assert.Equal(new Standing(3, 3), row.InNation);
        Assert.Equal(new Standing(2, 2), row.InPrefecture);
        Assert.Equal(new Standing(2, 2), row.InBand);
    }

    [Fact]
    public void Of_WithTheYearBefore_TellsPointsAndPlacesGained()
    {
        var before = Board(LastYear, ("A町", 9), ("B町", 5));
        var board = Board(ThisYear, ("A町", 6), ("B町", 8));

        var row = Rank(board, before).Select(new RankingFilter())[0];

        Assert.Equal("B町", row.Unit.Name);
        Assert.Equal(3, row.Change);
        Assert.Equal(1, row.RankChange);
    }

    [Fact]
    public void Of_WithoutABoardOfTheYearBefore_UsesWhatTheFileSays()
    {
        var input = new BoardBuilder(ThisYear).Unit("A町", cells: [("推進/Ⅰ/体制/1/ア", 6)]).Input();
        input.Previous[0] = new PublishedPrevious(4, 3);
        var board = Scorer.Score(input);

        Assert.Equal(2, Rank(board).Rows[0].Change);
        Assert.Null(LevelRanking.Of(board, null, board.Table.FindLevel(LevelKey.Parse("推進"))!).Rows[0].Change);
    }

    [Fact]
    public void Of_InTheFirstYearOfTheFrame_JoinsNothingToTheOldSystem()
    {
        var input = new BoardBuilder(Table(2024)).Unit("A町", cells: [("推進/Ⅰ/体制/1/ア", 6)]).Input();
        input.Previous[0] = new PublishedPrevious(1_200, 3);

        var row = Rank(Scorer.Score(input)).Rows[0];

        Assert.Null(row.PreviousPoints);
        Assert.Null(row.PreviousRank);
    }

    [Fact]
    public void PrefectureMeans_AreSimpleMeansWithSharedRanks()
    {
        var board = new BoardBuilder(ThisYear)
            .Unit("A町", prefecture: 1, cells: [("推進/Ⅰ/体制/1/ア", 3)])
            .Unit("B町", prefecture: 1, cells: [("推進/Ⅰ/体制/1/ア", 6)])
            .Unit("C町", prefecture: 2, cells: [("推進/Ⅰ/体制/1/ア", 4.5m)])
            .Unit("D町", prefecture: 3, cells: [("推進/Ⅰ/体制/1/ア", 4)])
            .Score();

        var means = PrefectureMean.Of(board, board.Table.Total);

        Assert.Equal([4.5m, 4.5m, 4m], means.Take(3).Select(m => m.Statistics.Mean));
        Assert.Equal([1, 1, 3], means.Take(3).Select(m => m.Standing?.Rank));
        Assert.All(means.Skip(3), m => Assert.Null(m.Standing));
    }

    private static PointTable Table(int year) => new TableBuilder(year).Indicator("推進/Ⅰ/体制/1", [("ア", 10)]).Build();

    private static ScoreBoard Board(PointTable table, params (string Name, decimal? Points)[] units)
    {
        var builder = new BoardBuilder(table);
        foreach (var (name, points) in units) builder.Unit(name, cells: points is null ? [] : [("推進/Ⅰ/体制/1/ア", points)]);
        return builder.Score();
    }

    private static LevelRanking Rank(ScoreBoard board, ScoreBoard? previous = null) => LevelRanking.Of(board, previous, board.Table.Total);
}
