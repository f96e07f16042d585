using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace IncentiveGrant.Web.Pdf;

/// <summary>The operating system's side of a browser: its process with all that it starts, its pipes and its temporary folder.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    /// <summary>Chromium reads commands from descriptor 3 and answers on 4; a shell puts our two ordinary pipes there.</summary>
    private const string RedirectAndRun = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2";

    private const int ErrorLinesKept = 20;

    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);

    private static readonly string[] Names = ["chromium-headless-shell", "chromium"];

    private static readonly string[] Arguments =
    [
        "--headless", "--remote-debugging-pipe", "--lang=ja", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--no-pings",
        // No network: no name or address resolves, no proxy is asked for, and nothing is fetched of the browser's own accord.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server", "--disable-quic", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
        // /dev/shm has 64 MB in a container: shared memory goes to our own folder.
        "--disable-dev-shm-usage",
    ];

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly ILogger logger;
    private readonly ConcurrentQueue<string> errorLines = new();

    private ChromiumProcess(Process process, DirectoryInfo folder, ILogger logger)
    {
        (this.process, this.folder, this.logger) = (process, folder, logger);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    public Stream Commands => process.StandardInput.BaseStream;

    public Stream Answers => process.StandardOutput.BaseStream;

    /// <summary>The last lines that it wrote about itself, for the log.</summary>
    public string LastErrors => string.Join('\n', errorLines);

    /// <exception cref="ChromiumException">There is no browser, or it cannot be executed.</exception>
    public static ChromiumProcess Start(PdfOptions options, ILogger logger)
    {
        var browser = Find(options.BrowserPath);
        var folder = Directory.CreateTempSubdirectory("incentivegrant-pdf-");
        try
        {
            return new ChromiumProcess(Process.Start(StartInfo(browser, options, folder.FullName))!, folder, logger);
        }
        catch (Win32Exception fault)
        {
            folder.Delete(recursive: true);
            throw new ChromiumException(ChromiumFault.NotStarted, $"{browser} cannot be executed.", fault);
        }
    }

    /// <summary>Kills the process with its children and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().WaitAsync(KillLimit);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException or TimeoutException)
        {
            logger.LogWarning(fault, "PDF 用ブラウザーのプロセスを終了できませんでした。");
        }
        await Commands.DisposeAsync();
        await Answers.DisposeAsync();
        process.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException fault)
        {
            logger.LogWarning(fault, "PDF 用ブラウザーの一時フォルダー {Folder} を削除できませんでした。", folder.FullName);
        }
    }

    private static string Find(string? configured)
    {
        var candidates = configured is { Length: > 0 }
            ? [configured]
            : from name in Names
              from directory in SearchPath.Split(Path.PathSeparator)
              select Path.Combine(directory, name);
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new ChromiumException(ChromiumFault.NotFound, $"There is no {configured ?? $"{string.Join(" or ", Names)} in {SearchPath}"}.");
    }

    private static string SearchPath => Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";

    private static ProcessStartInfo StartInfo(string browser, PdfOptions options, string folder)
    {
        var info = new ProcessStartInfo("/bin/sh", ["-c", RedirectAndRun, browser, .. Arguments, $"--user-data-dir={folder}/profile"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        if (options.DisableSandbox || Environment.IsPrivilegedProcess) info.ArgumentList.Add("--no-sandbox");
        info.ArgumentList.Add("about:blank");

        // An environment of its own: the portal's holds the database's password.
        info.Environment.Clear();
        info.Environment["PATH"] = SearchPath;
        info.Environment["HOME"] = info.Environment["TMPDIR"] = folder;
        info.Environment["LANG"] = "C.UTF-8";
        info.Environment["TZ"] = "Asia/Tokyo";
        var fontsFolder = Path.Combine(AppContext.BaseDirectory, options.FontsFolder);
        if (FontConfiguration.Write(fontsFolder, folder) is { } file) info.Environment["FONTCONFIG_FILE"] = file;
        return info;
    }

    private void Remember(string? line)
    {
        if (line is null) return;
        errorLines.Enqueue(line);
        if (errorLines.Count > ErrorLinesKept) errorLines.TryDequeue(out _);
    }
}
