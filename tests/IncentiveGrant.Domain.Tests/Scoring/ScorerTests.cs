using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

public class ScorerTests
{
    private static readonly ScoringRule Best = new([LadderOf("ア"), LadderOf("イ")]) { Combination = BranchCombination.Best };

    private static readonly PointTable Table = new TableBuilder()
        .Indicator("推進/Ⅰ/体制/1", [("ア", 4), ("イ", 4)])
        .Indicator("推進/Ⅰ/活動/1", [("ア", 3), ("イ", 3)])
        .Indicator("推進/Ⅳ/成果/1", [("ア①", 5), ("ア②", 5), ("イ①", 5), ("イ②", 5)], Best, max: 10)
        .Indicator("支援/Ⅰ/体制/1", [("ア", 6)])
        .Build();

    private static readonly (string, decimal?)[] AllCells =
        [("推進/Ⅰ/体制/1/ア", 4), ("推進/Ⅰ/体制/1/イ", 0), ("推進/Ⅰ/活動/1/ア", 3), ("推進/Ⅰ/活動/1/イ", 3), ("推進/Ⅳ/成果/1/ア①", 5), ("推進/Ⅳ/成果/1/ア②", 0), ("推進/Ⅳ/成果/1/イ①", 0),
            ("推進/Ⅳ/成果/1/イ②", 0), ("支援/Ⅰ/体制/1/ア", 6)];

    [Fact]
    public void Score_AddsUpLevelByLevel()
    {
        var board = new BoardBuilder(Table).Unit("A町", cells: AllCells).Score();

        Assert.Equal(4, PointsOf(board, "推進/Ⅰ/体制/1"));
        Assert.Equal(10, PointsOf(board, "推進/Ⅰ"));
        Assert.Equal(15, PointsOf(board, "推進"));
        Assert.Equal(26, PointsOf(board, "合計"));
    }

    [Fact]
    public void Score_BooksGoal4InBothGrantsOnce()
    {
        var board = new BoardBuilder(Table).Unit("A町", cells: AllCells).Score();

        Assert.Equal(5, PointsOf(board, "推進/Ⅳ"));
        Assert.Equal(5, PointsOf(board, "支援/Ⅳ"));
        Assert.Equal(5, PointsOf(board, "支援/Ⅳ/成果/1"));
        Assert.Equal(11, PointsOf(board, "支援"));
        Assert.Equal(10, PointsOf(board, "成果"));
        Assert.Equal(board.Table.FindCell(LevelKey.Parse("推進/Ⅳ/成果/1/ア①")), board.Table.FindCell(LevelKey.Parse("支援/Ⅳ/成果/1/ア①")));
    }

    [Fact]
    public void Score_OfGroupsOverGoals_AddsTheGroups()
    {
        var board = new BoardBuilder(Table).Unit("A町", cells: AllCells).Score();

        Assert.Equal(10, PointsOf(board, "体制"));
        Assert.Equal(6, PointsOf(board, "活動"));
        Assert.Equal(14, board.Table.FindLevel(LevelKey.Parse("体制"))!.MaxPoints);
        Assert.Equal(20, board.Table.FindLevel(LevelKey.Parse("成果"))!.MaxPoints);
    }

    [Fact]
    public void Score_OfBestOfLadders_NeverExceedsTheIndicator()
    {
        (string, decimal?)[] cells = [.. AllCells.Select(c => c.Item1.Contains("成果", StringComparison.Ordinal) ? (c.Item1, 5) : c)];

        var board = new BoardBuilder(Table).Unit("A町", cells: cells).Score();

        Assert.Equal(10, PointsOf(board, "推進/Ⅳ"));
    }

    [Fact]
    public void Score_WithAnUnknownCell_IsPartialAndNeverZero()
    {
        var board = new BoardBuilder(Table).Unit("A町", cells: [.. AllCells.Where(c => c.Item1 != "推進/Ⅰ/活動/1/イ")]).Score();

        var total = board.Score(0, board.Table.Total);
        Assert.Null(total.Complete);
        Assert.Equal(23, total.Known);
        Assert.Equal(37, total.KnownMax); // 40 in all, 3 not known
        Assert.Null(board.Standing(0, board.Table.Total, PoolKind.Nation));
        Assert.Equal(4, PointsOf(board, "推進/Ⅰ/体制"));
        Assert.Equal(CellReason.Pending, board.Cell(0, CellOf(board, "推進/Ⅰ/活動/1/イ")).Reason);
    }

    [Fact]
    public void Score_WithAnotApplicableCell_CountsItAsKnownZero()
    {
        var board = new BoardBuilder(Table).Unit("A町", cells: [.. AllCells.Select(c => c.Item1 == "支援/Ⅰ/体制/1/ア" ? (c.Item1, null) : c)]).Score();

        Assert.Equal(20, PointsOf(board, "合計"));
        Assert.Equal(CellReason.NotApplicable, board.Cell(0, CellOf(board, "支援/Ⅰ/体制/1/ア")).Reason);
    }

    [Fact]
    public void Score_LeavesPartialUnitsOutOfMeansAndRanks()
    {
        var board = new BoardBuilder(Table)
            .Unit("A町", cells: AllCells)
            .Unit("B町", cells: [.. AllCells.Skip(1)])
            .Unit("C町", cells: [.. AllCells.Select(c => (c.Item1, c.Item1 == "支援/Ⅰ/体制/1/ア" ? 0 : c.Item2))])
            .Score();

        var statistics = board.Statistics(board.Table.Total);
        Assert.Equal(2, statistics.Count);
        Assert.Equal(1, statistics.LeftOut);
        Assert.Equal(23m, statistics.Mean);
        Assert.Equal(new Standing(2, 2), board.Standing(2, board.Table.Total, PoolKind.Nation));
    }

    [Fact]
    public void Score_WithPublishedPointsOfALevel_UsesThemOnlyWhereCellsAreMissing()
    {
        var input = new BoardBuilder(Table).Unit("A県", cells: [("支援/Ⅰ/体制/1/ア", 6)]).Input();
        foreach (var (key, points) in (IEnumerable<(string, decimal)>)[("推進/Ⅰ", 9), ("推進/Ⅳ", 5), ("支援/Ⅰ", 1)])
            input.SetPublishedPoints(0, input.Table.FindLevel(LevelKey.Parse(key))!.Index, Points.Of(points));

        var board = Scorer.Score(input);

        Assert.Equal(9, PointsOf(board, "推進/Ⅰ"));
        Assert.Equal(6, PointsOf(board, "支援/Ⅰ")); // its cells are known: the published 1 does not stand for them
        Assert.Equal(5, PointsOf(board, "支援/Ⅳ"));
        Assert.Equal(25, PointsOf(board, "合計"));
    }

    [Fact]
    public void Standing_IsCountedInEveryPool()
    {
        var board = new BoardBuilder(Table)
            .Unit("A町", prefecture: 4, insured: 2_000, depopulated: true, cells: AllCells)
            .Unit("B町", prefecture: 4, insured: 2_500, depopulated: false, cells: Better(1))
            .Unit("C市", prefecture: 5, insured: 20_000, depopulated: false, cells: Better(2))
            .Score();

        Assert.Equal(new Standing(3, 3), board.Standing(0, board.Table.Total, PoolKind.Nation));
        Assert.Equal(new Standing(2, 2), board.Standing(0, board.Table.Total, PoolKind.Prefecture));
        Assert.Equal(new Standing(2, 2), board.Standing(0, board.Table.Total, PoolKind.Band));
        Assert.Equal(new Standing(1, 1), board.Standing(0, board.Table.Total, PoolKind.BandDepopulated));

        static (string, decimal?)[] Better(decimal by) => [.. AllCells.Select(c => c.Item1 == "推進/Ⅰ/体制/1/イ" ? (c.Item1, by) : c)];
    }

    [Fact]
    public void Score_InAnotherOrderOfUnits_GivesTheSame()
    {
        var random = new Random(11);
        var units = Enumerable.Range(0, 40).Select(i => ($"{i}町", ((string, decimal?)[])[.. AllCells.Select(c => (c.Item1, (decimal?)(random.Next(2) * 3)))]))
            .ToList();
        var straight = Board(units);
        var shuffled = Board([.. units.OrderBy(_ => random.Next())]);

        foreach (var unit in straight.Jurisdictions.Index())
        {
            var row = shuffled.Jurisdictions.Index().Single(other => other.Item.Name == unit.Item.Name).Index;
            Assert.Equal(straight.Score(unit.Index, 0), shuffled.Score(row, 0));
            Assert.Equal(straight.Standing(unit.Index, straight.Table.Total, PoolKind.Nation), shuffled.Standing(row, shuffled.Table.Total, PoolKind.Nation));
        }

        static ScoreBoard Board(List<(string Name, (string, decimal?)[] Cells)> units)
        {
            var builder = new BoardBuilder(Table);
            foreach (var (name, cells) in units) builder.Unit(name, cells: cells);
            return builder.Score();
        }
    }

    private static decimal? PointsOf(ScoreBoard board, string key) => board.Score(0, board.Table.FindLevel(LevelKey.Parse(key))!).Complete;

    private static int CellOf(ScoreBoard board, string key) => board.Table.FindCell(LevelKey.Parse(key))!.Index;

    private static RuleBranch LadderOf(string sign) =>
        new(sign, [sign + "①", sign + "②"], new EnteredValue(ValueSource.Ministry),
            new TierTest(TierPopulation.All, [TierCut.OfShare(70), TierCut.OfShare(50)], Direction.Lower));
}
