using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using Npgsql;

namespace IncentiveGrant.Benchmarks;

/// <summary>Totals and ranks by PostgreSQL: cell points in a table, capped at the indicator, added up level by level, ranked by window functions.</summary>
/// <param name="database">Where.</param>
internal sealed class RankingBySql(string database)
{
    private const string Tables = """
        DROP TABLE IF EXISTS unit, cell, part;
        CREATE UNLOGGED TABLE unit (id int PRIMARY KEY, prefecture int, band int, depopulated bool);
        CREATE UNLOGGED TABLE cell (unit int, indicator int, max int, points int);
        CREATE UNLOGGED TABLE part (level int, indicator int, times int);
        """;

    private const string Ranks = """
        WITH score AS (SELECT unit, indicator, LEAST(SUM(points), max) AS points FROM cell GROUP BY unit, indicator, max),
          total AS (SELECT level, unit, SUM(points * times) AS points FROM score JOIN part USING (indicator) GROUP BY level, unit)
        SELECT RANK() OVER (PARTITION BY level ORDER BY points DESC)
          + RANK() OVER (PARTITION BY level, prefecture ORDER BY points DESC)
          + RANK() OVER (PARTITION BY level, band ORDER BY points DESC)
          + RANK() OVER (PARTITION BY level, band, depopulated ORDER BY points DESC)
        FROM total JOIN unit ON unit.id = total.unit
        """;

    /// <summary>Stores the points of a board's cells.</summary>
    public void Store(ScoreBoard board)
    {
        using var connection = Open();
        Execute(connection, Tables);
        Copy(connection, "unit",
            board.Jurisdictions.Select(u => new object[] { u.Id, u.PrefectureNumber, (int)u.Profile!.Band!.Value, u.Profile.IsDepopulated!.Value }));
        Copy(connection, "cell", board.Jurisdictions.SelectMany((unit, row) => board.Table.Cells.Select(cell => new object[]
        {
            unit.Id, cell.Level, (int)(board.Table.Levels[cell.Level].MaxPoints!.Value * 100), board.Cell(row, cell.Index).PointsIfKnown!.Value.Hundredths,
        })));
        var indicators = board.Table.Levels.Where(l => l is { Kind: LevelKind.Indicator, CopyOf: null }).ToList();
        Copy(connection, "part",
            from level in board.Table.Levels
            from i in indicators
            let times = Times(level, i)
            where times > 0
            select new object[] { level.Index, i.Index, times });
        Execute(connection, "ANALYZE unit, cell, part");
    }

    /// <summary>All ranks at all levels in all pools, added up.</summary>
    public long Rank()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(Ranks, connection);
        using var reader = command.ExecuteReader();
        var sum = 0L;
        while (reader.Read()) sum += reader.GetInt64(0);
        return sum;
    }

    /// <summary>How often a level counts an indicator: once, or twice where it counts goal Ⅳ of both grants.</summary>
    private static int Times(TableLevel level, TableLevel indicator)
    {
        var times = level.Key.Contains(indicator.Key) ? 1 : 0;
        return indicator.Key.Goal == SchemeText.OutcomeGoal && level.Key.Contains(indicator.Key.In(Grant.EffortSupport)) ? times + 1 : times;
    }

    private static void Copy(NpgsqlConnection connection, string table, IEnumerable<object[]> rows)
    {
        using var writer = connection.BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows) writer.WriteRow(row);
        writer.Complete();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(database);
        connection.Open(); // from the pool, but for the first time
        return connection;
    }
}
