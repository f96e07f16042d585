using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncentiveGrant.Data.Bulk;

/// <summary>
/// Inserts many rows in the transaction that is open: by COPY on PostgreSQL, by one prepared statement on SQLite. Never entity by entity
/// (half a million cells would take half a minute).
/// </summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns in snake_case, and how a row gives their values as the database keeps them.</param>
public sealed class BulkInsert<T>(string table, params (string Name, Func<T, object?> Value)[] columns)
{
    /// <summary>How long PostgreSQL may take to check half a million rows at the end; on a busy server its usual 30 seconds do not do.</summary>
    private static readonly TimeSpan CopyTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Inserts rows; returns how many.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public Task<long> WriteAsync(PortalDb db, IEnumerable<T> rows, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A bulk insert needs the transaction of its loading.");
        return db.Database.GetDbConnection() switch
        {
            NpgsqlConnection postgres => CopyAsync(postgres, rows, cancel),
            SqliteConnection sqlite => InsertAsync(sqlite, rows, cancel),
            var other => throw new NotSupportedException($"No bulk insert for {other.GetType().Name}."),
        };
    }

    private async Task<long> CopyAsync(NpgsqlConnection connection, IEnumerable<T> rows, CancellationToken cancel)
    {
        var copy = $"COPY {table} ({string.Join(", ", columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)";
        await using var importer = await connection.BeginBinaryImportAsync(copy, cancel);
        importer.Timeout = CopyTimeout;
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancel);
            foreach (var (_, value) in columns)
            {
                if (value(row) is { } v) await importer.WriteAsync(v, cancel);
                else await importer.WriteNullAsync(cancel);
            }
        }
        return (long)await importer.CompleteAsync(cancel);
    }

    private async Task<long> InsertAsync(SqliteConnection connection, IEnumerable<T> rows, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        var (names, values) = (string.Join(", ", columns.Select(c => c.Name)), string.Join(", ", columns.Select((_, i) => $"$p{i}")));
        command.CommandText = $"INSERT INTO {table} ({names}) VALUES ({values})";
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToArray();
        await command.PrepareAsync(cancel);
        var count = 0L;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            // EF keeps decimals as text on SQLite; the parameter writes them in the same form.
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
            count++;
        }
        return count;
    }
}
