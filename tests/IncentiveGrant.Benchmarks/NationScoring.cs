using BenchmarkDotNet.Attributes;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;
using Npgsql;

namespace IncentiveGrant.Benchmarks;

/// <summary>
/// The nation (1,741 × 267 cells) scored from answers and its totals ranked in all pools, beside the same totals and ranks by window
/// functions of PostgreSQL over stored cell points, and beside one plain pass over the cell points in memory, which adds up no levels.
/// </summary>
[MedianColumn]
public class NationScoring
{
    private const string Ranks = """
        WITH totals AS (SELECT unit, prefecture, band, depopulated, SUM(points * times) AS total FROM cell GROUP BY unit, prefecture, band, depopulated)
        SELECT unit, total, RANK() OVER (ORDER BY total DESC), RANK() OVER (PARTITION BY prefecture ORDER BY total DESC),
          RANK() OVER (PARTITION BY band ORDER BY total DESC), RANK() OVER (PARTITION BY band, depopulated ORDER BY total DESC) FROM totals
        """;

    private GivenValues values = null!;
    private ScoreBoard board = null!;
    private int[] points = [];
    private string database = "";

    /// <summary>Makes the answers and stores their cell points.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        values = NationAnswers.Make();
        board = Scorer.Score(values);
        var cells = board.Table.Cells;
        points = [.. Enumerable.Range(0, board.Jurisdictions.Count).SelectMany(row => cells.Select(c => board.Cell(row, c.Index).PointsIfKnown!.Value.Hundredths))];
        database = PostgresServer.Instance.ConnectionTo("postgres");
        using var connection = Open();
        Execute(connection, "DROP TABLE IF EXISTS cell; CREATE UNLOGGED TABLE cell (unit int, prefecture int, band int, depopulated bool, points int, times int)");
        using (var writer = connection.BeginBinaryImport("COPY cell FROM STDIN (FORMAT BINARY)"))
        {
            for (var row = 0; row < board.Jurisdictions.Count; row++)
            {
                var unit = board.Jurisdictions[row];
                foreach (var cell in cells)
                {
                    var times = cell.Key.Goal == SchemeText.OutcomeGoal ? 2 : 1;
                    writer.WriteRow(unit.Id, unit.PrefectureNumber, (int)unit.Profile!.Band!.Value, unit.Profile.IsDepopulated!.Value, points[(row * cells.Count) + cell.Index], times);
                }
            }
            writer.Complete();
        }
        Execute(connection, "ANALYZE cell");
    }

    /// <summary>The portal.</summary>
    [Benchmark(Baseline = true)]
    public int Portal()
    {
        var scored = Scorer.Score(values);
        return Enum.GetValues<PoolKind>().Sum(pool => scored.Standing(0, scored.Table.Total, pool)!.Value.Rank);
    }

    /// <summary>One changed answer of one municipality.</summary>
    [Benchmark]
    public int OneChangedAnswer()
    {
        var input = board.Table.FindInput(LevelKey.Parse("推進/Ⅱ/活動/1"))!;
        var scored = Scorer.Rescore(board, 870, input.Index, GivenValue.Of(99));
        return scored.Standing(870, scored.Table.Total, PoolKind.Nation)!.Value.Rank;
    }

    /// <summary>PostgreSQL.</summary>
    [Benchmark]
    public long WindowFunctions()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(Ranks, connection);
        using var reader = command.ExecuteReader();
        var sum = 0L;
        while (reader.Read()) sum += reader.GetInt64(1);
        return sum;
    }

    /// <summary>A plain pass.</summary>
    [Benchmark]
    public long PlainPass()
    {
        var sum = 0L;
        foreach (var p in points) sum += p;
        return sum;
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(database);
        connection.Open(); // from the pool, but for the first time
        return connection;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
