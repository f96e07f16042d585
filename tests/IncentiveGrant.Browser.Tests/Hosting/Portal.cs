using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>
/// The portal as people run it: a program of its own, in production, on an address of this machine, with a database of its own in a temporary
/// folder. A shell watches over it: when the run ends, in whatever way, the shell's input ends too; it stops the portal and removes the folder.
/// </summary>
public sealed partial class Portal : IDisposable
{
    private const string Watch = """
        folder=$1; shift
        "$@" </dev/null & portal=$!
        read -r _
        kill "$portal"; wait "$portal"; rm -rf "$folder"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<Portal>> SharedDemo = new(() => StartAsync(isDemo: true));

    private readonly Process shell;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> output = [];

    private Portal(bool isDemo)
    {
        IsDemo = isDemo;
        var folder = Directory.CreateTempSubdirectory("incentive-grant-browser-").FullName;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Watch, "portal-of-tests", folder, "dotnet", Places.Portal, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Places.PortalProject, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSettingOfAHost).ToList()) start.Environment.Remove(name);
        (start.Environment["Storage__Path"], start.Environment["Demo__Enabled"]) = (folder, isDemo.ToString());
        shell = Process.Start(start)!;
        shell.OutputDataReceived += (_, line) => Hear(line.Data);
        shell.ErrorDataReceived += (_, line) => Hear(line.Data);
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
    }

    /// <summary>The demonstration, started once for the whole run.</summary>
    public static Task<Portal> Demo => SharedDemo.Value;

    /// <summary>Whether it is a demonstration.</summary>
    public bool IsDemo { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => listening.Task.Result;

    /// <summary>What it has written to the console.</summary>
    public string Console
    {
        get
        {
            lock (output) return string.Join('\n', output);
        }
    }

    /// <summary>Starts one with a database of its own, filled with the demonstration's data or empty.</summary>
    public static async Task<Portal> StartAsync(bool isDemo)
    {
        var portal = new Portal(isDemo);
        var first = await Task.WhenAny(portal.listening.Task, portal.shell.WaitForExitAsync(), Task.Delay(Patience));
        return first == portal.listening.Task ? portal : throw new InvalidOperationException("The portal did not start:\n" + portal.Console);
    }

    /// <summary>Stops it and removes its database.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }

    private static bool IsSettingOfAHost(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal)
            || name.Contains("__", StringComparison.Ordinal);

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
        if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
