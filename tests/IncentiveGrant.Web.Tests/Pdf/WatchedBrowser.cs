using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

// The printer drives its browser through a shell and inherited descriptors: Linux only.
[assembly: SupportedOSPlatform("linux")]

namespace IncentiveGrant.Web.Tests.Pdf;

/// <summary>The real browser behind a script that notes each start: tests see its processes and can hurt them.</summary>
internal sealed class WatchedBrowser : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watched-browser-");

    /// <param name="secondsToLive">After so many seconds the browser is killed from outside; null lets it live.</param>
    public WatchedBrowser(int? secondsToLive = null)
    {
        var limit = secondsToLive is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"timeout -s KILL {seconds} ") : "";
        var script = $"""
            #!/bin/sh
            echo "$$ $*" >> "{Notes}"
            exec {limit}"{RealPath}" "$@"
            """;
        Path = System.IO.Path.Combine(folder.FullName, "browser");
        File.WriteAllText(Path, script);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    public int Starts => Lines.Length;

    /// <summary>The temporary folders that the browsers were given.</summary>
    public IEnumerable<string> Folders => Lines.Select(line => line.Split("--user-data-dir=")[1].Split("/profile")[0]);

    /// <summary>The processes of its tabs.</summary>
    public IReadOnlyList<int> Tabs => [.. Tree(LastProcess).Where(IsTab).Order()];

    /// <summary>Whether so many tabs are left before long: a closed tab's process ends a moment later.</summary>
    public async Task<bool> ComesDownToAsync(int tabs)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();
        while (Tabs.Count != tabs && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10)) await timer.WaitForNextTickAsync();
        return Tabs.Count == tabs;
    }

    private string Notes => System.IO.Path.Combine(folder.FullName, "starts");

    private string[] Lines => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    private int LastProcess => int.Parse(Lines[^1].Split(' ')[0], CultureInfo.InvariantCulture);

    private static string RealPath
    {
        get
        {
            var paths = from name in (string[])["chromium-headless-shell", "chromium"]
                        from directory in Environment.GetEnvironmentVariable("PATH")!.Split(':')
                        select System.IO.Path.Combine(directory, name);
            var path = paths.FirstOrDefault(File.Exists);
            Assert.True(path is not null, "Chromium がありません。次を実行してください: apt-get install -y chromium-headless-shell");
            return path;
        }
    }

    public void Kill()
    {
        using var process = Process.GetProcessById(LastProcess);
        process.Kill(entireProcessTree: true);
    }

    /// <summary>Stops every process of the browser without ending it: it hangs.</summary>
    public void Freeze() => Signal("STOP", Tree(LastProcess));

    /// <summary>Kills the processes of the tabs only.</summary>
    public void CrashTabs() => Signal("KILL", Tabs);

    public void Dispose() => folder.Delete(recursive: true);

    private static void Signal(string name, IEnumerable<int> processes)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {string.Join(' ', processes)}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private static bool IsTab(int id) => Read(id, "cmdline").Contains("--type=renderer", StringComparison.Ordinal);

    private static IEnumerable<int> Tree(int root)
    {
        var children = Read(root, $"task/{root}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return children.SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture))).Prepend(root);
    }

    /// <summary>A file of /proc; empty when the process has ended meanwhile.</summary>
    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
