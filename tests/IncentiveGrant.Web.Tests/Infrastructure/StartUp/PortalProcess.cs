using System.Diagnostics;
using IncentiveGrant.Data;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Infrastructure.StartUp;

/// <summary>The portal as a program of its own, to see what the person at the console sees.</summary>
internal static class PortalProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string> Log = new(TestDatabase.NewFolder);

    /// <summary>Runs it until it ends.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(Start(arguments));

    /// <summary>Runs a command on a database.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        RunAsync(TestDatabase.Provider, database.ConnectionString, arguments);

    /// <summary>Runs a command on the database of a connection, which it finds as a deployment's commands do: by environment variables.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(DatabaseProvider provider, string connection, string[] arguments) =>
        RunAsync(arguments, ("Database__Provider", provider.ToString()), ("ConnectionStrings__Portal", connection), ("Storage__Path", Log.Value));

    /// <summary>Runs a command with settings in environment variables.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, params (string Name, string Value)[] settings) =>
        RunAsync(Start(arguments, settings));

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(Process started)
    {
        using var process = started;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await EndAsync(process);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs it until it says that it has started, stops it, and returns what it wrote.</summary>
    public static async Task<string> StartAndStopAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var text = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            text += line + "\n";
            if (line.Contains("Application started", StringComparison.Ordinal)) break;
        }
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        await EndAsync(process);
        return text + await errors;
    }

    private static Process Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncentiveGrant.Web.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException("The portal did not end.");
        }
    }
}
