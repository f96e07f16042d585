using BenchmarkDotNet.Attributes;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Benchmarks;

/// <summary>
/// The nation (1,741 × 267 cells) scored from answers and ranked at every level in every pool. Beside it the same totals and ranks by window
/// functions of PostgreSQL, which is given the points of the cells, so it need not apply a rule; and one plain pass over these points.
/// </summary>
[MedianColumn]
public class NationScoring
{
    private GivenValues values = null!;
    private ScoreBoard board = null!;
    private RankingBySql sql = null!;
    private int[] points = [];

    /// <summary>Makes the answers, stores the points of their cells, and makes sure that both rivals say the same.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        values = NationAnswers.Make();
        board = Scorer.Score(values);
        points = [.. Enumerable.Range(0, board.Jurisdictions.Count)
            .SelectMany(row => board.Table.Cells.Select(c => board.Cell(row, c.Index).PointsIfKnown!.Value.Hundredths))];
        sql = new RankingBySql(PostgresServer.Instance.ConnectionTo("postgres"));
        sql.Store(board);
        var (portal, rival) = (RanksOf(board), sql.Rank());
        if (portal != rival) throw new InvalidOperationException($"The rivals disagree: ranks add up to {portal} and {rival}.");
    }

    /// <summary>The portal: afterwards every rank is there to be asked for.</summary>
    [Benchmark(Baseline = true)]
    public long Portal()
    {
        var scored = Scorer.Score(values);
        var sum = 0L;
        foreach (var pool in Enum.GetValues<PoolKind>())
            foreach (var level in scored.Table.Levels)
                sum += scored.Standing(0, level, pool)!.Value.Rank;
        return sum;
    }

    /// <summary>One changed answer of one municipality, and its new rank.</summary>
    [Benchmark]
    public int OneChangedAnswer()
    {
        var input = board.Table.FindInput(LevelKey.Parse("推進/Ⅱ/活動/1"))!;
        var scored = Scorer.Rescore(board, 870, input.Index, GivenValue.Of(99));
        return scored.Standing(870, scored.Table.Total, PoolKind.Nation)!.Value.Rank;
    }

    /// <summary>PostgreSQL.</summary>
    [Benchmark]
    public long WindowFunctions() => sql.Rank();

    /// <summary>A plain pass.</summary>
    [Benchmark]
    public long PlainPass()
    {
        var sum = 0L;
        foreach (var p in points) sum += p;
        return sum;
    }

    /// <summary>All ranks at all levels in all pools, added up.</summary>
    private static long RanksOf(ScoreBoard of)
    {
        var sum = 0L;
        foreach (var pool in Enum.GetValues<PoolKind>())
            foreach (var level in of.Table.Levels)
                for (var row = 0; row < of.Jurisdictions.Count; row++)
                    sum += of.Standing(row, level, pool)!.Value.Rank;
        return sum;
    }
}
