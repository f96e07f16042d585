using System.Net;
using System.Net.Sockets;
using IncentiveGrant.Web.Pdf;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Tests.Pdf;

[Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
public sealed class PdfPrinterTests : IDisposable
{
    private readonly WatchedBrowser browser = new();

    [Fact]
    public async Task Print_JapaneseText_CanBeReadBackFromThePdf()
    {
        await using var printer = Printer();

        var pdf = await PrintedAsync(printer, Document("<p>髙﨑𠮷 ①Ⅳ▲ 大河原町は（推進Ⅰ）を＋２点</p>"));

        Assert.Contains("髙﨑𠮷 ①Ⅳ▲ 大河原町は（推進Ⅰ）を＋２点", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_Document_IsTaggedA4WithTitleAndHeadings()
    {
        await using var printer = Printer();

        var pdf = await PrintedAsync(printer, Document("<h1>評価結果</h1><table><tr><th scope='col'>団体</th></tr><tr><td>大河原町</td></tr></table>"));

        var information = await Poppler.InformationAsync(pdf);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Title:\s+帳票の見本", information);
        Assert.Matches(@"Page size:.*\(A4\)", information);
        var structure = await Poppler.StructureAsync(pdf);
        Assert.Contains("H1", structure, StringComparison.Ordinal);
        Assert.Contains("TH", structure, StringComparison.Ordinal);
        var raw = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Lang (ja)", raw, StringComparison.Ordinal);
        Assert.Contains("/Outlines", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_MarginBoxes_NumberThePages()
    {
        await using var printer = Printer();

        var pdf = await PrintedAsync(printer, Document("<p style='break-after: page'>一</p><p>二</p>"));

        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("1／2", text, StringComparison.Ordinal);
        Assert.Contains("2／2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_WithTheBuiltFonts_SetsTextInBizUdpGothic()
    {
        await using var printer = Printer();

        var pdf = await PrintedAsync(printer, Document("<p>市町村</p>"));

        Assert.Contains("BIZUDPGothic-Regular", await Poppler.FontsAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_ManyAtOnce_GivesEachItsOwnDocument()
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = browser.Path, Tabs = 2 });
        var names = Enumerable.Range(1, 12).Select(n => $"第{n}号の帳票").ToList();

        var pdfs = await Task.WhenAll(names.Select(name => PrintedAsync(printer, Document($"<p>{name}</p>"))));

        var texts = await Task.WhenAll(pdfs.Select(Poppler.TextAsync));
        Assert.All(names.Zip(texts), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(1, browser.Starts);
    }

    [Fact]
    public async Task Print_WithAddressesOfOtherPlaces_LoadsNothingAndRunsNothing()
    {
        // An address of this machine that nothing else connects to: on 127.0.0.1 a client of another test or program may knock at a port
        // that was its server's a moment ago.
        using var listener = new TcpListener(IPAddress.Parse("127.83.67.2"), 0);
        listener.Start();
        var site = $"http://{listener.LocalEndpoint}";
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "秘密の内容");
        await using var printer = Printer();

        var pdf = await PrintedAsync(printer, Document($$"""
            <link rel="stylesheet" href="{{site}}/link"><style>@import url("{{site}}/import"); p { background: url("{{site}}/background"); }</style>
            <p>本文</p><img src="{{site}}/picture"><iframe src="{{site}}/frame"></iframe><iframe src="file://{{secret}}"></iframe>
            <object data="file://{{secret}}"></object><script>document.body.append("動いた"); new Image().src = "{{site}}/script";</script>
            """));

        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("本文", text, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", text, StringComparison.Ordinal);
        Assert.DoesNotContain("動いた", text, StringComparison.Ordinal);
        Assert.False(listener.Pending());
        File.Delete(secret);
    }

    [Fact]
    public async Task Print_BrowserKilledBetweenDocuments_StartsAnother()
    {
        await using var printer = Printer();
        await PrintedAsync(printer, Document("<p>前</p>"));

        browser.Kill();
        var pdf = await PrintedAsync(printer, Document("<p>後</p>"));

        Assert.Contains("後", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.Equal(2, browser.Starts);
    }

    [Fact]
    public async Task Print_BrowserKilledUnderADocument_PrintsItWithAnother()
    {
        await using var printer = Printer();
        await PrintedAsync(printer, Document("<p>前</p>"));

        var printing = PrintedAsync(printer, LongDocument(rows: 1_000));
        browser.Kill();
        var pdf = await printing;

        Assert.Contains("1000行目", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.Equal(2, browser.Starts);
    }

    [Fact]
    public async Task Print_BrowserKilledUnderADocumentTwice_SaysSo()
    {
        using var mortal = new WatchedBrowser(secondsToLive: 1);
        await using var printer = Printer(new PdfOptions { BrowserPath = mortal.Path });

        var result = await printer.PrintAsync(LongDocument(rows: 400_000), CancellationToken.None);

        Assert.Contains("停止しました", Reason(result), StringComparison.Ordinal);
        Assert.Equal(2, mortal.Starts);
    }

    [Fact]
    public async Task Print_TabCrashesUnderADocument_PrintsItInAnother()
    {
        await using var printer = Printer();
        await PrintedAsync(printer, Document("<p>前</p>"));

        var printing = PrintedAsync(printer, LongDocument(rows: 1_000));
        browser.CrashTabs();
        var pdf = await printing;

        Assert.Contains("1000行目", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.Equal(1, browser.Starts);
    }

    [Fact]
    public async Task Print_TabCrashedWhileIdle_UsesAnother()
    {
        await using var printer = Printer();
        await PrintedAsync(printer, Document("<p>前</p>"));

        browser.CrashTabs();
        var pdf = await PrintedAsync(printer, Document("<p>後</p>"));

        Assert.Contains("後", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.Equal(1, browser.Starts);
    }

    [Fact]
    public async Task Print_Again_UsesTheSameTab()
    {
        await using var printer = Printer();
        await PrintedAsync(printer, Document("<p>前</p>"));
        var tabs = browser.Tabs;

        await PrintedAsync(printer, Document("<p>後</p>"));

        Assert.Equal(tabs, browser.Tabs);
    }

    [Theory]
    [InlineData(2, int.MaxValue)]
    [InlineData(200, 20_000)]
    public async Task Print_EnoughDocumentsOrALargeOne_ClosesTheTab(int documentsPerTab, int largeDocumentBytes)
    {
        await using var printer = Printer(new PdfOptions
        {
            BrowserPath = browser.Path,
            DocumentsPerTab = documentsPerTab,
            LargeDocumentBytes = largeDocumentBytes,
        });
        await PrintedAsync(printer, Document("<p>前</p>"));
        var tabs = browser.Tabs;

        await PrintedAsync(printer, LongDocument(rows: 100));

        Assert.True(await browser.ComesDownToAsync(tabs.Count - 1));
    }

    [Fact]
    public async Task Print_DocumentTakesTooLong_SaysSoAndPrintsTheNext()
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = browser.Path, Timeout = TimeSpan.FromSeconds(2) });

        var result = await printer.PrintAsync(LongDocument(rows: 400_000), CancellationToken.None);
        var next = await PrintedAsync(printer, Document("<p>後</p>"));

        Assert.Contains("制限時間（2秒）", Reason(result), StringComparison.Ordinal);
        Assert.Contains("後", await Poppler.TextAsync(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_BrowserHangs_IsReplaced()
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = browser.Path, Timeout = TimeSpan.FromSeconds(2) });
        await PrintedAsync(printer, Document("<p>前</p>"));

        browser.Freeze();
        var result = await printer.PrintAsync(Document("<p>中</p>"), CancellationToken.None);
        var next = await PrintedAsync(printer, Document("<p>後</p>"));

        Assert.Contains("制限時間", Reason(result), StringComparison.Ordinal);
        Assert.Contains("後", await Poppler.TextAsync(next), StringComparison.Ordinal);
        Assert.Equal(2, browser.Starts);
    }

    [Fact]
    public async Task Print_CallerGoesAway_FreesTheTab()
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = browser.Path, Tabs = 1 });
        await PrintedAsync(printer, Document("<p>前</p>"));
        using var caller = new CancellationTokenSource();

        var printing = printer.PrintAsync(LongDocument(rows: 400_000), caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        await PrintedAsync(printer, Document("<p>後</p>"));
    }

    [Fact]
    public async Task Print_NoTurnInTime_SaysBusy()
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = browser.Path, Tabs = 1, WaitLimit = TimeSpan.FromMilliseconds(1) });

        var first = printer.PrintAsync(LongDocument(rows: 1_000), CancellationToken.None);
        var second = await printer.PrintAsync(Document("<p>待つ</p>"), CancellationToken.None);

        Assert.Contains("混み合っています", Reason(second), StringComparison.Ordinal);
        Assert.IsType<PdfResult.Printed>(await first);
    }

    [Theory]
    [InlineData("/nowhere/chromium", "見つかりません")]
    [InlineData("/bin/false", "起動できませんでした")]
    [InlineData("/etc/hostname", "起動できませんでした")]
    public async Task Print_NoUsableBrowser_GivesTheReason(string path, string expected)
    {
        await using var printer = Printer(new PdfOptions { BrowserPath = path });

        var result = await printer.PrintAsync(Document("<p>本文</p>"), CancellationToken.None);
        var fault = await printer.FindFaultAsync(CancellationToken.None);

        Assert.Contains(expected, Reason(result), StringComparison.Ordinal);
        Assert.Equal(Reason(result), fault?.Reason);
    }

    [Fact]
    public async Task FindFault_BrowserRuns_FindsNone()
    {
        await using var printer = Printer();

        var fault = await printer.FindFaultAsync(CancellationToken.None);

        Assert.Null(fault);
    }

    [Fact]
    public async Task Dispose_EndsTheBrowserRemovesItsFolderAndRefusesMore()
    {
        var printer = Printer();
        await PrintedAsync(printer, Document("<p>本文</p>"));
        var folder = Assert.Single(browser.Folders);
        Assert.True(Directory.Exists(folder));

        await printer.DisposeAsync();
        var result = await printer.PrintAsync(Document("<p>本文</p>"), CancellationToken.None);

        Assert.False(Directory.Exists(folder));
        Assert.Contains("停止しています", Reason(result), StringComparison.Ordinal);
        Assert.Equal(1, browser.Starts);
    }

    public void Dispose() => browser.Dispose();

    private static PdfPrinter Printer(PdfOptions options) => new(Options.Create(options), NullLogger<PdfPrinter>.Instance);

    private PdfPrinter Printer() => Printer(new PdfOptions { BrowserPath = browser.Path });

    private static async Task<byte[]> PrintedAsync(PdfPrinter printer, string html) =>
        Assert.IsType<PdfResult.Printed>(await printer.PrintAsync(html, CancellationToken.None)).Bytes;

    private static string Reason(PdfResult result) => Assert.IsType<PdfResult.Unavailable>(result).Reason;

    private static string LongDocument(int rows) =>
        Document(string.Concat(Enumerable.Range(1, rows).Select(n => $"<table><tr><td>{n}行目</td></tr></table>")));

    private static string Document(string body) => $$"""
        <!doctype html>
        <html lang="ja">
        <head><meta charset="utf-8"><title>帳票の見本</title>
        <style>@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) "／" counter(pages); } } body { font-family: sans-serif; }</style></head>
        <body>{{body}}</body>
        </html>
        """;
}
