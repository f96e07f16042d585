using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// Prints HTML to tagged PDF with a headless Chromium that is started for the first document, kept warm, replaced when it dies or hangs,
/// and ended with the host. What goes wrong with the browser is a result with a reason, never an exception.
/// </summary>
public sealed class PdfPrinter(IOptions<PdfOptions> options, ILogger<PdfPrinter> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim turns = new(options.Value.Tabs > 0 ? options.Value.Tabs : Environment.ProcessorCount);
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly CancellationTokenSource shutdown = new();
    private ChromiumBrowser? browser;

    /// <summary>
    /// Prints one complete document. Scripts do not run, and whatever is not inside the document (a stylesheet, a picture, a font by
    /// address) is not loaded.
    /// </summary>
    public async Task<PdfResult> PrintAsync(string html, CancellationToken cancel)
    {
        if (!await turns.WaitAsync(options.Value.WaitLimit, cancel)) return PdfResult.Busy;
        try
        {
            return await PrintTwiceIfLostAsync(html, cancel);
        }
        catch (ChromiumException fault)
        {
            if (!shutdown.IsCancellationRequested) logger.LogError(fault, "PDF を作成できませんでした（{Fault}）。", fault.Fault);
            return ResultOf(fault.Fault);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Whether a document could be printed now: starts the browser if need be and asks it. Null when all is well.</summary>
    public async Task<PdfResult.Unavailable?> FindFaultAsync(CancellationToken cancel)
    {
        try
        {
            var running = await RunningBrowserAsync(cancel);
            if (await running.AnswersAsync()) return null;
            await running.DisposeAsync();
            return PdfResult.Stopped;
        }
        catch (ChromiumException fault)
        {
            return ResultOf(fault.Fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await shutdown.CancelAsync();
        await starting.WaitAsync();
        if (browser is not null) await browser.DisposeAsync();
        browser = null;
        starting.Release();
    }

    /// <summary>A browser may die of another tab's document, so this one gets a second try.</summary>
    private async Task<PdfResult> PrintTwiceIfLostAsync(string html, CancellationToken cancel)
    {
        try
        {
            return await PrintOnceAsync(html, cancel);
        }
        catch (ChromiumException fault) when (fault.Fault == ChromiumFault.Lost && !shutdown.IsCancellationRequested)
        {
            logger.LogWarning(fault, "PDF 用ブラウザーが停止したため、作成をやり直します。");
            return await PrintOnceAsync(html, cancel);
        }
    }

    private async Task<PdfResult> PrintOnceAsync(string html, CancellationToken cancel)
    {
        var tab = await (await RunningBrowserAsync(cancel)).TakeTabAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Value.Timeout);
        var hasFailed = true;
        try
        {
            var pdf = await tab.PrintAsync(html, limit.Token);
            hasFailed = false;
            return new PdfResult.Printed(pdf);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            logger.LogError("PDF の作成が {Limit} に終わらなかったため打ち切りました（HTML {Length} 文字）。", options.Value.Timeout, html.Length);
            return PdfResult.TimedOut(options.Value.Timeout);
        }
        finally
        {
            await tab.Browser.GiveBackAsync(tab, hasFailed);
        }
    }

    private async Task<ChromiumBrowser> RunningBrowserAsync(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (shutdown.IsCancellationRequested) throw new ChromiumException(ChromiumFault.Lost, "The portal is shutting down.");
            if (browser is { IsLost: false }) return browser;
            if (browser is not null) await browser.DisposeAsync();
            return browser = await ChromiumBrowser.StartAsync(options.Value, logger);
        }
        finally
        {
            starting.Release();
        }
    }

    private PdfResult.Unavailable ResultOf(ChromiumFault fault) => shutdown.IsCancellationRequested ? PdfResult.ShuttingDown : fault switch
    {
        ChromiumFault.NotFound => PdfResult.NoBrowser,
        ChromiumFault.NotStarted => PdfResult.NotStarted,
        ChromiumFault.Lost => PdfResult.Stopped,
        _ => PdfResult.Refused,
    };
}
