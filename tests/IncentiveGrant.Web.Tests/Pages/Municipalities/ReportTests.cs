using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Pages.Account;
using IncentiveGrant.Web.Tests.Pdf;

namespace IncentiveGrant.Web.Tests.Pages.Municipalities;

/// <summary>A municipality's report on screen and as a PDF.</summary>
[Collection(nameof(NationHost))]
public sealed class ReportTests(NationHost host)
{
    private const string Profile = $"/municipalities/{NationHost.TownCode}/2026";

    private static readonly PrintedUnit Town = PrintedR8.Of(NationHost.TownCode);

    [Fact]
    public async Task Page_ShowsTheSheetsAsTheyArePrinted()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.FollowAsync(await client.OpenAsync(Profile), "印刷用");

        Assert.Equal("宮城見本005町の報告書", page.Heading);
        Assert.Equal(["評価結果　宮城見本005町"], page.Texts(".sheet h2"));
        Assert.Equal(3, page.Document.QuerySelectorAll(".sheet").Length);
        Assert.Equal(
            [$"{Figures.Points(Town.Total)}点／800", $"{Figures.Count(Town.Rank)}位／1,741", "32位／35", "409位／535"],
            page.Document.QuerySelectorAll(".keyfigs .fig").Select(PortalPage.SeenIn).Take(4));
        Assert.Equal("令和8年10月16日 10:00", page.Fact("作成")); // the test's clock, in Japan
        Assert.Equal(48, page.Document.QuerySelectorAll(".rcells tbody tr:not(.group)").Length);
        Assert.Equal(267, page.Document.QuerySelectorAll(".rcells .cellpoints").Length);
        Assert.DoesNotContain("デモデータ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LeadsBackAndToTheOtherYear()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile + "/report");

        var before = await client.FollowAsync(page, "令和7年度（2025） 確定");

        Assert.Equal($"/municipalities/{NationHost.TownCode}/2025/report", before.Path);
        Assert.Equal($"{Figures.Points(Town.PreviousTotal)}点／800", PortalPage.SeenIn(before.Document.QuerySelector(".keyfigs .fig")!));
        Assert.Equal(Profile, page.Link("宮城見本005町"));
    }

    [Theory]
    [InlineData("118010", 2026)] // the most insured people
    [InlineData("118010", 2025)]
    [InlineData("238091", 2026)] // the fewest
    [InlineData("238091", 2025)]
    [InlineData(NationHost.TownCode, 2026)] // a member of a 広域連合
    [InlineData(NationHost.TownCode, 2025)]
    public async Task Pdf_HasAPageForEverySheet(string code, int year)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync($"/municipalities/{code}/{year}/report");

        var file = await client.TakeAsync(page.Link("PDF"));

        var sheets = page.Document.QuerySelectorAll(".sheet").Select(sheet => PortalPage.TextOf(sheet.QuerySelector("h2, h3")!)).ToList();
        var pages = (await Poppler.TextAsync(file.Bytes)).TrimEnd('\f').Split('\f');
        Assert.Equal(sheets.Count, pages.Length);
        Assert.All(sheets.Zip(pages), pair => Assert.Contains(Plain(pair.First), Plain(pair.Second), StringComparison.Ordinal));

        static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public async Task Page_WithMoreRoomThanTheSheetHolds_SaysHowMuchMoreAndWhere()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var profile = await client.OpenAsync(Profile + "?room=all");
        var all = profile.Document.QuerySelectorAll("#room tbody tr:not(.group)").Length;

        var page = await client.OpenAsync(Profile + "/report");

        var shown = page.Document.QuerySelectorAll(".rroom tbody tr").Length;
        Assert.InRange(shown, 1, all - 1);
        Assert.StartsWith($"ほかの{Figures.Count(all - shown)}件", PortalPage.TextOf(page.Find(".rest")), StringComparison.Ordinal);
        Assert.Contains("団体ページの「伸びしろ」", PortalPage.TextOf(page.Find(".rest")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_HasJapaneseTextThatCanBeSelectedAndTags()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var file = await client.TakeAsync((await client.OpenAsync(Profile)).Link("PDF"));

        Assert.Equal(("令和8年度_宮城見本005町_評価結果.pdf", "application/pdf"), (file.Name, file.ContentType));
        var text = await Poppler.TextAsync(file.Bytes);
        Assert.Contains("評価結果 宮城見本005町", text.Replace('　', ' '), StringComparison.Ordinal);
        Assert.Contains($"{Figures.Count(Town.Rank)}位", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("施策の実施状況の把握・改善", text, StringComparison.Ordinal);
        Assert.DoesNotContain("デモデータ", text, StringComparison.Ordinal);
        var information = await Poppler.InformationAsync(file.Bytes);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Title:\s+令和8年度 宮城見本005町 評価結果", information);
        Assert.Matches(@"Page size:.*\(A4\)", information);
        var structure = await Poppler.StructureAsync(file.Bytes);
        Assert.All((string[])["H1", "H2", "H3", "Table", "TH", "Figure"], tag => Assert.Contains(tag, structure, StringComparison.Ordinal));
        Assert.All((await Poppler.FontsAsync(file.Bytes)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), font =>
            Assert.Matches(@"\byes +\w+ +yes\b", font)); // embedded, with the characters' code points
    }
}

/// <summary>In a demonstration.</summary>
public sealed class DemoReportTests(DemoSignInTests.DemoHost host) : IClassFixture<DemoSignInTests.DemoHost>
{
    private const string Report = $"/municipalities/{NationHost.TownCode}/2026/report";
    private const string Notice = "デモデータ：団体・得点・順位はすべて架空です。";

    [Fact]
    public async Task PageAndPdf_SayThatTheScoresAreMadeUp()
    {
        var client = host.NewClient();
        await client.SubmitAsync((await client.OpenAsync("/account/sign-in")).Form("form:has(input[value='viewer'])"));

        var page = await client.OpenAsync(Report);
        var pdf = await client.TakeAsync(page.Link("PDF"));

        Assert.StartsWith("デモデータ：得点は架空です", PortalPage.TextOf(page.Find(".demo")), StringComparison.Ordinal);
        Assert.Contains(Notice, PortalPage.TextOf(page.Find(".sheet:first-child")), StringComparison.Ordinal);
        Assert.Equal("確定（架空のデモデータ）", page.Fact("区分"));
        Assert.Contains(Notice, await Poppler.TextAsync(pdf.Bytes), StringComparison.Ordinal);
    }
}

/// <summary>On a machine without Chromium.</summary>
public sealed class NoBrowserReportTests(NoBrowserReportTests.NoBrowserHost host) : IClassFixture<NoBrowserReportTests.NoBrowserHost>
{
    private const string Report = $"/municipalities/{NationHost.TownCode}/2026/report";

    [Fact]
    public async Task Pdf_OpensThePrintablePageOnceWithTheReason()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync(Report + "/pdf");
        var again = await client.OpenAsync(Report);

        Assert.Equal((HttpStatusCode.OK, Report), (page.Status, page.Path));
        Assert.StartsWith(
            "PDFを作成できませんでした。PDF を作成するブラウザー（Chromium）がサーバーに見つかりません。システム管理者に導入を依頼してください。",
            PortalPage.TextOf(page.Find("main .note p")), StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll(".sheet").Length);
        Assert.False(again.Has("main .note"));
    }

    public sealed class NoBrowserHost : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.Nation;

        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Pdf:BrowserPath"] = "/nowhere/chromium" };
    }
}
