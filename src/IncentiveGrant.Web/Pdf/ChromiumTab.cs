using System.Text.Json;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// One tab: HTML in, tagged PDF out. Scripts are off, and it has a context, so a process, of its own: closing it ends whatever it does.
/// </summary>
internal sealed class ChromiumTab
{
    /// <summary>Answers when the fonts and pictures inside the document are ready. (Scripts are off for it, not for us.)</summary>
    private const string AwaitFontsAndPictures =
        "Promise.all([document.fonts.ready, ...Array.from(document.images, i => i.decode().catch(() => {}))]).then(() => true)";

    private static readonly TimeSpan LoadingPause = TimeSpan.FromMilliseconds(10);

    private readonly string contextId;
    private readonly string frameId;
    private readonly string sessionId;

    private ChromiumTab(ChromiumBrowser browser, string contextId, string frameId, string sessionId) =>
        (Browser, this.contextId, this.frameId, this.sessionId) = (browser, contextId, frameId, sessionId);

    /// <summary>The browser that it belongs to.</summary>
    public ChromiumBrowser Browser { get; }

    /// <summary>Whether its process is gone.</summary>
    public bool HasCrashed => Browser.HasCrashed(sessionId);

    /// <summary>Documents printed so far.</summary>
    public int Documents { get; private set; }

    /// <summary>Bytes of the largest PDF so far.</summary>
    public int LargestPdf { get; private set; }

    public static async Task<ChromiumTab> OpenAsync(ChromiumBrowser browser, CancellationToken cancel)
    {
        Task<JsonElement> Call(string method, object? parameters, string? session = null) =>
            browser.CallAsync(method, parameters, session, cancel);

        var context = Text(await Call("Target.createBrowserContext", null), "browserContextId");
        var target = Text(await Call("Target.createTarget", new { url = "about:blank", browserContextId = context }), "targetId");
        var session = Text(await Call("Target.attachToTarget", new { targetId = target, flatten = true }), "sessionId");
        var frame = Text((await Call("Page.getFrameTree", null, session)).GetProperty("frameTree").GetProperty("frame"), "id");
        await Call("Inspector.enable", null, session);
        await Call("Emulation.setScriptExecutionDisabled", new { value = true }, session);
        await Call("Emulation.setEmulatedMedia", new { media = "print" }, session);
        return new ChromiumTab(browser, context, frame, session);
    }

    /// <summary>Prints a document; size and margins are those of its own <c>@page</c> rule.</summary>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        await Browser.CallAsync("Page.setDocumentContent", new { frameId, html }, sessionId, cancel);
        // Until a stylesheet has come or been refused, nothing of the document is laid out: it would print blank.
        while (await EvaluateAsync("document.readyState === 'complete'", cancel) is not { ValueKind: JsonValueKind.True })
            await Task.Delay(LoadingPause, cancel);
        await EvaluateAsync(AwaitFontsAndPictures, cancel);
        var options = new { preferCSSPageSize = true, printBackground = true, generateTaggedPDF = true, generateDocumentOutline = true };
        var answer = await Browser.CallAsync("Page.printToPDF", options, sessionId, cancel);
        var pdf = answer.GetProperty("data").GetBytesFromBase64();
        Documents++;
        LargestPdf = Math.Max(LargestPdf, pdf.Length);
        return pdf;
    }

    /// <summary>Closes the tab with its context.</summary>
    public Task CloseAsync(CancellationToken cancel) =>
        Browser.CallAsync("Target.disposeBrowserContext", new { browserContextId = contextId }, null, cancel);

    private async Task<JsonElement> EvaluateAsync(string expression, CancellationToken cancel)
    {
        var answer = await Browser.CallAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true }, sessionId, cancel);
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
