using System.Diagnostics;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.TestData;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// A database of one test class. The whole run is on one provider, which the environment variable <c>TEST_DATABASE</c> chooses:
/// <c>Sqlite</c> (also without it) or <c>PostgreSql</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> Folder = new(CreateFolder);
    private static Process? cleaner; // held, or the garbage collector would close its pipe
    private static int number;

    private TestDatabase(string name) => Name = name;

    /// <summary>The provider of this run.</summary>
    public static DatabaseProvider Provider { get; } =
        Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 } name
            ? Enum.Parse<DatabaseProvider>(name, ignoreCase: true) : DatabaseProvider.Sqlite;

    /// <summary>Its name on the server, or the name of its file.</summary>
    public string Name { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString =>
        Provider == DatabaseProvider.PostgreSql ? PostgresServer.Instance.ConnectionTo(Name) : $"Data Source={FileOf(Name)}";

    /// <summary>A connection to a server that nobody runs.</summary>
    public const string NoServer = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

    /// <summary>A new folder for files of a test, gone after the run.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder.Value, "files", NextName())).FullName;

    /// <summary>A database without anything in it.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(string? name = null)
    {
        var database = new TestDatabase(name ?? NextName());
        if (Provider == DatabaseProvider.PostgreSql) await OnServerAsync($"CREATE DATABASE {database.Name}");
        return database;
    }

    /// <summary>A copy.</summary>
    public async Task<TestDatabase> CloneAsync()
    {
        var clone = new TestDatabase(NextName());
        if (Provider == DatabaseProvider.PostgreSql) await OnServerAsync($"CREATE DATABASE {clone.Name} TEMPLATE {Name}");
        else CopyFile(FileOf(Name), FileOf(clone.Name));
        return clone;
    }

    /// <summary>Lets nobody in any more, so that it can be cloned again and again.</summary>
    public async Task SealAsync()
    {
        ClosePool();
        if (Provider == DatabaseProvider.PostgreSql)
            await OnServerAsync($"ALTER DATABASE {Name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true");
        else File.SetAttributes(FileOf(Name), FileAttributes.ReadOnly);
    }

    /// <summary>The services that fill a database or look into it: the context, the accounts and the importers.</summary>
    public ServiceProvider Services(TimeProvider clock) => Services(Provider, ConnectionString, clock);

    /// <summary>The same for any connection.</summary>
    public static ServiceProvider Services(DatabaseProvider provider, string connection, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddPortalDatabase(provider, connection);
        services.AddPortalAccounts();
        services.AddPortalImports();
        return services.BuildServiceProvider();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        ClosePool();
        if (Provider == DatabaseProvider.PostgreSql) await OnServerAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        else foreach (var file in Directory.GetFiles(Folder.Value, Path.GetFileName(FileOf(Name)) + "*")) File.Delete(file);
    }

    private static void CopyFile(string from, string to)
    {
        File.Copy(from, to);
        File.SetAttributes(to, FileAttributes.Normal); // a sealed file would make sealed copies
    }

    private void ClosePool()
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Instance.ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names that this class has made
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string NextName() => $"test_{Interlocked.Increment(ref number)}";

    private static string FileOf(string name) => Path.Combine(Folder.Value, name + ".db");

    /// <summary>
    /// A temporary folder, which a shell removes when this process ends, in whatever way: it waits at a pipe that the process holds open.
    /// (What the process does itself at its end is cut off by the test runner after a moment.)
    /// </summary>
    private static string CreateFolder()
    {
        var folder = Directory.CreateTempSubdirectory("incentive-grant-tests-").FullName;
        cleaner = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "read -r _; rm -rf \"$1\"", "cleaner-of-tests", folder]) { RedirectStandardInput = true });
        return folder;
    }
}
