using System.Collections.Concurrent;
using System.Text.Json;

namespace IncentiveGrant.Web.Pdf;

/// <summary>A running browser and its idle tabs. Once lost it never recovers: the printer starts another.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    /// <summary>A healthy browser comes up, answers or opens a tab in a fraction of this; beyond it, it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A tab that is not gone by then is busy with a document that nobody waits for.</summary>
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private readonly ChromiumProcess process;
    private readonly DevToolsConnection connection;
    private readonly PdfOptions options;
    private readonly ConcurrentBag<ChromiumTab> idleTabs = [];
    private int disposals;

    private ChromiumBrowser(ChromiumProcess process, PdfOptions options)
    {
        (this.process, this.options) = (process, options);
        connection = new DevToolsConnection(process.Commands, process.Answers);
        _ = connection.RunAsync();
    }

    /// <summary>Whether it can no longer be used.</summary>
    public bool IsLost => disposals > 0 || connection.HasEnded;

    /// <exception cref="ChromiumException">There is no browser, or it does not come up.</exception>
    public static async Task<ChromiumBrowser> StartAsync(PdfOptions options, ILogger logger)
    {
        var browser = new ChromiumBrowser(ChromiumProcess.Start(options, logger), options);
        if (await browser.AnswersAsync()) return browser;
        await browser.DisposeAsync();
        throw new ChromiumException(ChromiumFault.NotStarted, $"The browser does not come up:\n{browser.process.LastErrors}");
    }

    public Task<JsonElement> CallAsync(string method, object? parameters, string? sessionId, CancellationToken cancel) =>
        connection.CallAsync(method, parameters, sessionId, cancel);

    public bool HasCrashed(string sessionId) => connection.HasCrashed(sessionId);

    /// <summary>Whether it answers a simple question in time.</summary>
    public async Task<bool> AnswersAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await CallAsync("Browser.getVersion", null, null, patience.Token);
            return true;
        }
        catch (Exception fault) when (fault is ChromiumException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>An idle tab, or a new one.</summary>
    /// <exception cref="ChromiumException">The browser is lost.</exception>
    public async Task<ChromiumTab> TakeTabAsync()
    {
        while (idleTabs.TryTake(out var idle))
        {
            if (!idle.HasCrashed) return idle;
            await GiveBackAsync(idle, hasFailed: true);
        }
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await ChromiumTab.OpenAsync(this, patience.Token);
        }
        catch (OperationCanceledException hanging)
        {
            await DisposeAsync();
            throw new ChromiumException(ChromiumFault.Lost, "The browser opens no tab.", hanging);
        }
    }

    /// <summary>Takes a tab back for the next document, or closes it when it is worn or its document failed.</summary>
    public async Task GiveBackAsync(ChromiumTab tab, bool hasFailed)
    {
        if (IsLost) return;
        if (!hasFailed && tab.Documents < options.DocumentsPerTab && tab.LargestPdf < options.LargeDocumentBytes)
        {
            idleTabs.Add(tab);
            return;
        }
        using var patience = new CancellationTokenSource(ClosePatience);
        try
        {
            await tab.CloseAsync(patience.Token);
        }
        catch (Exception fault) when (fault is ChromiumException or OperationCanceledException)
        {
            await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref disposals) == 1) await process.DisposeAsync();
    }
}
