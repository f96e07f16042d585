using System.Globalization;
using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Rankings;

/// <summary>The ranking of municipalities as a file.</summary>
[Collection(nameof(NationHost))]
public sealed class MunicipalitiesTakeAwayTests(NationHost host)
{
    private const string Ranking = "/rankings/2026/municipalities";
    private const int HeadingRow = 3; // below two titles and the row of groups

    [Fact]
    public async Task Csv_HasEveryMunicipalityAsTheMinistryPrintsIt()
    {
        var file = await TakeAsync(Ranking, "CSV");

        Assert.Equal(("令和8年度_市町村順位表_合計.csv", "text/csv"), (file.Name, file.ContentType));
        var lines = file.Text.Split("\r\n");
        Assert.StartsWith("全国順位,県内順位,区分内順位,団体コード,都道府県,市町村,区分,過疎,合計（800点）,得点率（％）,全国平均との差,前年度,増減（点）,前年度順位,推進 交付金計（400点）", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            PrintedR8.ByRank.Select(
                u => Line($"{u.Rank}|{u.Code}|{u.Prefecture.Name}|{u.Name}|{u.Total}|{u.PreviousTotal}|{u.Total - u.PreviousTotal}")
                    + Line($"|{u.PreviousRank}|{u.Points("推進")}|{u.Points("支援/Ⅲ/活動")}")),
            lines[1..1742].Select(line => line.Split(','))
                .Select(f => $"{f[0]}|{f[3]}|{f[4]}|{f[5]}|{f[8]}|{f[11]}|{f[12]}|{f[13]}|{f[14]}|{f[ColumnOf(lines[0], "支援 目標Ⅲ 活動（32点）")]}"));
        Assert.Equal(
            PrintedR8.ByRank.Select(
                u => Line($"{ScoreRate.OneDecimal(u.Total / 8):0.0}|{ScoreRate.OneDecimal(u.Total - PrintedR8.Units.Average(o => o.Total)):0.0}")),
            lines[1..1742].Select(line => line.Split(',')).Select(f => $"{f[9]}|{f[10]}"));
        Assert.Equal("", lines[1742]);
        Assert.Contains("出典：厚生労働省公表値（確定）", file.Text, StringComparison.Ordinal);

        static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Xlsx_IsTheRankingAsItStandsOnScreen()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync($"{Ranking}?prefecture=4&band=2&sort=-promotion");

        var file = await client.TakeAsync(page.Link("Excel"));

        Assert.Equal("令和8年度_市町村順位表_合計_宮城県.xlsx", file.Name);
        var rows = file.Sheets()["市町村順位表"];
        var table = rows.Skip(HeadingRow + 1).TakeWhile(row => row[0] is not null).ToList();
        var onScreen = page.Table("市町村順位表");
        Assert.Equal(onScreen.Select(row => row["団体"].Split(' ')[0]), table.Select(row => (string)row[5]!));
        Assert.Equal(onScreen.Select(row => row["全国順位"].Replace(",", "", StringComparison.Ordinal)),
            table.Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)));
        Assert.Equal("市町村順位表　合計　令和8年度（2026）評価・市町村分", rows[0][0]);
        Assert.Equal("都道府県：宮城県　区分：区分2（3千〜1万人）", rows[1][0]);
    }

    [Fact]
    public async Task Xlsx_HoldsNumbersAsNumbersUnderAHeadThatStays()
    {
        var file = await TakeAsync($"{Ranking}?prefecture=4", "Excel");

        var rows = file.Sheets()["市町村順位表"];
        var first = PrintedR8.ByRank.First(u => u.Prefecture.Number == 4);
        var row = rows[HeadingRow + 1];
        Assert.Equal([(double)first.Rank, 1d, first.Code, first.Name], [row[0], row[1], row[3], row[5]]);
        Assert.Equal([(double)first.Total, (double)(ScoreRate.OneDecimal(first.Total / 8) / 100), (double)first.PreviousTotal!.Value],
            [row[8], row[9], row[11]]);
        var print = file.Printing().Single();
        Assert.Equal((8u, 2u, $"'市町村順位表'!$E:$F,'市町村順位表'!${HeadingRow}:${HeadingRow + 1}"), (print.Paper, print.PagesAcross, print.Repeated)); // A3
        Assert.Equal($"G{HeadingRow + 2}", Assert.Single(file.FirstScrollingCells()));
        var notes = rows.Skip(HeadingRow + 1 + 35).Select(r => r[0] as string).OfType<string>().ToList();
        Assert.Contains(notes, note => note.StartsWith("出典：厚生労働省公表値（確定）をインセンティブ交付金ポータルが集計。R7調査（令和7年度実施分）。配点表：", StringComparison.Ordinal));
        Assert.Contains("作成：令和8年10月16日 10:00", notes); // the test's clock, in Japan
        Assert.Contains(notes, note => note.StartsWith("順位は全国1,741団体の中のものです。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Xlsx_OfALevel_RanksByIt()
    {
        var file = await TakeAsync($"{Ranking}?level={Uri.EscapeDataString("支援/Ⅱ")}", "Excel");

        Assert.Equal("令和8年度_市町村順位表_支援Ⅱ.xlsx", file.Name);
        var rows = file.Sheets()["市町村順位表"];
        var best = PrintedR8.Units.OrderByDescending(u => u.Points("支援/Ⅱ")).First();
        Assert.Equal(("支援Ⅱ（100点）", best.Name, (double)best.Points("支援/Ⅱ")), (rows[HeadingRow][8], rows[HeadingRow + 1][5], rows[HeadingRow + 1][8]));
        Assert.Equal(1741, rows.Skip(HeadingRow + 1).TakeWhile(row => row[0] is not null).Count());
    }

    [Theory]
    [InlineData("/rankings/2024/municipalities/xlsx")]
    [InlineData("/rankings/2026/municipalities/pdf")]
    public async Task WhatThereIsNot_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.AsAsync(PortalRole.Viewer)).GetAsync(address)).StatusCode);

    private static int ColumnOf(string header, string name) => header.Split(',').Index().Single(column => column.Item == name).Index;

    private async Task<TakenFile> TakeAsync(string page, string link)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        return await client.TakeAsync((await client.OpenAsync(page)).Link(link));
    }
}
