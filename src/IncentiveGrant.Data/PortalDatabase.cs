using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Data;

/// <summary>Which database a deployment uses.</summary>
public enum DatabaseProvider
{
    /// <summary>The embedded default.</summary>
    Sqlite = 1,

    /// <summary>A deployment's database.</summary>
    PostgreSql = 2,
}

/// <summary>Whether the portal can work with a database.</summary>
public enum DatabaseState
{
    /// <summary>It has the newest structure.</summary>
    Ready,

    /// <summary>There is no server, or none that lets the portal in.</summary>
    Unreachable,

    /// <summary>It is not there yet, or waits for a migration.</summary>
    Outdated,
}

/// <summary>Registers and prepares the database.</summary>
public static class PortalDatabase
{
    /// <summary>Registers <see cref="PortalDb"/> for a provider.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.PostgreSql => services.AddDbContext<PortalDb, PostgresPortalDb>(options => options.UseNpgsql(connectionString)),
        _ => services.AddDbContext<PortalDb, SqlitePortalDb>(options => options.UseSqlite(connectionString)),
    };

    /// <summary>Looks whether the portal can work with the database, and changes nothing.</summary>
    public static async Task<DatabaseState> StateAsync(PortalDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite() && !await db.Database.CanConnectAsync(cancel)) return DatabaseState.Unreachable;
        return (await db.Database.GetPendingMigrationsAsync(cancel)).Any() ? DatabaseState.Outdated : DatabaseState.Ready;
    }

    /// <summary>Creates the database if there is none and brings it to the newest migration.</summary>
    public static async Task MigrateAsync(PortalDb db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite() && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is { Length: > 0 } path
            && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
        await db.Database.MigrateAsync(cancel);
        // Readers go on while one writer writes (an import by command while the portal runs).
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }
}
