using System.Globalization;
using System.Net;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Rankings;

[Collection(nameof(NationHost))]
public sealed class PrefecturesTests(NationHost host)
{
    private const string Region = "都道府県順位表";

    private static readonly IReadOnlyList<Printed> File = ReadFile();

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task Get_ListsThe47ByRankAsTheFilePrintsThem(int year)
    {
        var page = await OpenAsync($"/rankings/{year}/prefectures");

        var expected = File.Where(p => p.Year == year).OrderBy(p => p.Rank).ToList();
        Assert.Equal(47, expected.Count);
        Assert.Equal(
            expected.Select(p => (Figures.Count(p.Rank), p.Name, Figures.Points(p.Total), Figures.Points(p.Promotion), Figures.Points(p.EffortSupport))),
            page.Table(Region).Select(r => (r["順位"], r["都道府県"], r["合計"], r["推進"], r["支援"])));
    }

    [Fact]
    public async Task Get_R7_HasThePublishedMeans()
    {
        var page = await OpenAsync("/rankings/2025/prefectures");

        var mean = Assert.Single(page.Table(Region, "tfoot"));
        Assert.Equal(("全国平均", "528.8", "265.1", "263.7", "66.1%"), (mean["都道府県"], mean["合計"], mean["推進"], mean["支援"], mean["得点率"])); // reference/README.md
    }

    [Fact]
    public async Task Get_ForAPrefecturesStaff_TellsWhereItStandsAndStoodBefore()
    {
        var client = await host.AsAsync(PortalRole.PrefectureStaff);

        var r7 = await client.OpenAsync("/rankings/2025/prefectures");
        var r8 = await client.FollowAsync(r7, "令和8年度（2026） 確定");

        Assert.Equal(("22位／47", "13位　9", "542点67.8%", "+13.2"), (Seen(r7, "宮城県の順位"), Seen(r7, "前年度（令和6年度）"), Seen(r7, "合計"), Seen(r7, "全国平均との差")));
        Assert.Equal("宮城県 自団体", PortalPage.SeenIn(r7.Find("tr.is-own th")));
        Assert.Equal(("6位／47", "22位　16"), (Seen(r8, "宮城県の順位"), Seen(r8, "前年度（令和7年度）")));
        Assert.True(r8.Has("tr.is-own .up") && r7.Has("tr.is-own .down"));
    }

    [Fact]
    public async Task Get_ForAMunicipalOfficer_MarksTheirPrefectureAndLeadsToTheOneRanking()
    {
        var page = await (await host.AsAsync(PortalRole.MunicipalOfficer)).OpenAsync("/rankings/2026/prefectures");

        Assert.Equal("宮城県 所属の県", PortalPage.SeenIn(page.Find("tr.is-own th")));
        Assert.Equal("/rankings/2026/municipalities", page.Link("順位表")); // menu and breadcrumb
    }

    [Fact]
    public async Task Get_ByMunicipalities_RanksTheMeansOfTheirMunicipalities()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.FollowAsync(await client.OpenAsync("/rankings/2026/prefectures"), "都道府県別の市町村平均");

        var means = PrintedR8.Units.GroupBy(u => u.Prefecture)
            .Select(g => (g.Key.Name, Mean: g.Average(u => u.Total), Count: g.Count(), Highest: g.Max(u => u.Total), Lowest: g.Min(u => u.Total)))
            .OrderByDescending(p => p.Mean).ToList();
        Assert.Equal("都道府県別の市町村平均", page.Heading);
        Assert.Equal(
            means.Select(p => (Figures.Count(1 + means.Count(o => o.Mean > p.Mean)), p.Name, Figures.PointsOneDecimal(p.Mean), Figures.Count(p.Count),
                Figures.Points(p.Highest), Figures.Points(p.Lowest))),
            page.Table(Region).Select(r => (r["順位"], r["都道府県"], r["平均点"], r["市町村数"], r["最高"], r["最低"])));
        var mean = Figures.PointsOneDecimal(PrintedR8.Statistic(FigureKind.Mean, "合計"));
        Assert.Equal(mean, Assert.Single(page.Table(Region, "tfoot"))["平均点"]);
    }

    [Theory]
    [InlineData("", "合計", true)]
    [InlineData("", "推進", true)]
    [InlineData("", "支援", true)]
    [InlineData("", "前年度", true)]
    [InlineData("", "その順位", false)]
    [InlineData("?by=municipalities", "平均点", true)]
    [InlineData("?by=municipalities", "支援", true)]
    public async Task HeadingLink_SortsBothWays(string query, string heading, bool descendingFirst)
    {
        var page = await OpenAsync("/rankings/2026/prefectures" + query);

        var first = await OpenAsync(SortLink(page, heading));
        var second = await OpenAsync(SortLink(first, heading));

        foreach (var (sorted, isDescending) in ((PortalPage, bool)[])[(first, descendingFirst), (second, !descendingFirst)])
        {
            var values = sorted.Table(Region).Select(r => decimal.Parse(r[heading].Split('／')[0], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(isDescending ? values.OrderDescending() : values.Order(), values);
            Assert.NotEqual(values[0], values[^1]);
            Assert.Equal(isDescending ? "descending" : "ascending", sorted.Find("th[aria-sort]").GetAttribute("aria-sort"));
        }
    }

    [Fact]
    public async Task Chart_StandsBesideATableOfTheSameFigures()
    {
        var page = await OpenAsync("/rankings/2025/prefectures");

        var chart = page.Find("figure svg[role=img]");
        Assert.Contains("528.8", chart.QuerySelector("desc")!.TextContent + chart.TextContent, StringComparison.Ordinal);
        Assert.All(page.Table(Region), row => Assert.Contains(row["都道府県"], chart.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Xlsx_IsTheRankingAsItStandsOnScreen()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync("/rankings/2025/prefectures?sort=-support");

        var file = await client.TakeAsync(page.Link("Excel"));

        Assert.Equal("令和7年度_都道府県順位表.xlsx", file.Name);
        var rows = file.Sheets()["都道府県順位表"];
        var heading = rows.Index().Single(r => r.Item[0] as string == "順位").Index;
        var table = rows.Skip(heading + 1).Take(48).ToList();
        Assert.Equal(page.Table(Region).Select(r => r["都道府県"]), table.Take(47).Select(r => (string)r[2]!));
        var miyagi = table.Single(r => r[2] as string == "宮城県");
        Assert.Equal([22d, "040002", 542d, 278d, 264d, 0.678, 13d], [miyagi[0], miyagi[1], miyagi[3], miyagi[4], miyagi[5], miyagi[6], miyagi[9]]);
        Assert.Equal("全国平均", table[47][2]);
        Assert.Equal(528.8, Math.Round((double)table[47][3]!, 1, MidpointRounding.AwayFromZero));
        Assert.Equal($"D{heading + 2}", Assert.Single(file.FirstScrollingCells()));
        Assert.Contains(rows, r => r[0] is string note && note.StartsWith("出典：厚生労働省公表値（確定）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_ByMunicipalities_HasItsOwnName()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var file = await client.TakeAsync((await client.OpenAsync("/rankings/2026/prefectures?by=municipalities")).Link("CSV"));

        Assert.Equal("令和8年度_都道府県別の市町村平均.csv", file.Name);
        Assert.StartsWith("順位,団体コード,都道府県,管内市町村の平均点（800点）", file.Text, StringComparison.Ordinal);
        Assert.Equal(48, file.Text.Split("\r\n").Skip(1).TakeWhile(line => line.Length > 0).Count());
    }

    [Fact]
    public async Task UnknownYear_IsNotFound()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync("/rankings/2024/prefectures", HttpStatusCode.NotFound);

        Assert.Equal("ページが見つかりません", page.Heading);
    }

    private static string Seen(PortalPage page, string term) =>
        PortalPage.SeenIn(page.Document.QuerySelectorAll(".strip dt").Single(dt => PortalPage.SeenIn(dt) == term).NextElementSibling!);

    private static string SortLink(PortalPage page, string heading) =>
        page.Document.QuerySelectorAll("[aria-label='都道府県順位表'] th .sort").Single(a => PortalPage.SeenIn(a) == heading).GetAttribute("href")!;

    private static IReadOnlyList<Printed> ReadFile() =>
    [
        .. System.IO.File.ReadLines(SampleWorkbooks.PathOf(SampleFiles.PrefectureResults)).Skip(1).Select(line => line.Split(','))
            .Select(f => new Printed(Number(f[0]), f[1], Number(f[10]), Number(f[11]), Number(f[12]), Number(f[13]))),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);

    /// <summary>A line of the sample file.</summary>
    private sealed record Printed(int Year, string Name, int Promotion, int EffortSupport, int Total, int Rank);
}
