using System.Diagnostics;
using System.Globalization;

namespace IncentiveGrant.TestData;

/// <summary>
/// A PostgreSQL server of this test run: in a temporary folder, reached by a socket in it, with nothing kept safe on disk. A shell owns it and
/// waits at a pipe that this process holds open; when the process ends, in whatever way, the shell stops the server and removes the folder.
/// </summary>
public sealed class PostgresServer
{
    private const string Script = """
        cd "$1" || exit 1
        "$2/initdb" --pgdata=data --username=portal --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 \
          || { cat initdb.log >&2; exit 1; }
        "$2/pg_ctl" --pgdata=data --log=server.log --wait start >start.log 2>&1 \
          --options="-c listen_addresses= -c unix_socket_directories=$1 -c max_connections=200 \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
          || { cat start.log server.log >&2; exit 1; }
        echo ready
        read -r _
        "$2/pg_ctl" --pgdata=data --mode=immediate stop >stop.log 2>&1
        cd / && rm -rf "$1"
        """;

    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer());

    private readonly Process shell; // held, or the garbage collector would close its pipe

    private PostgresServer()
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(
            "PostgreSQL is not installed here. Install it (apt-get install -y postgresql), or run the tests on SQLite (TEST_DATABASE=Sqlite).");
        Folder = Directory.CreateTempSubdirectory("incentive-grant-postgres-").FullName;
        List<string> command = ["/bin/sh", "-c", Script, "postgres-of-tests", Folder, programs];
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            Process.Start("chown", ["postgres", Folder]).WaitForExit();
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command];
        }
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        shell = Process.Start(start)!;
        if (shell.StandardOutput.ReadLine() != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {shell.StandardError.ReadToEnd()}");
    }

    /// <summary>The server, started by whoever asks first.</summary>
    public static PostgresServer Instance => Started.Value;

    /// <summary>The folder with everything that the server has.</summary>
    public string Folder { get; }

    /// <summary>How to reach one of its databases.</summary>
    public string ConnectionTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host={Folder};Username=portal;Database={database}");

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;
}
