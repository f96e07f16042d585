using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Prefectures;

[Collection(nameof(NationHost))]
public sealed class ProfileTests(NationHost host)
{
    private const string Profile = $"/prefectures/{NationHost.MiyagiCode}/2026";

    private static readonly IReadOnlyList<PrintedUnit> Miyagi = [.. PrintedR8.ByRank.Where(u => u.Prefecture.Number == 4)];

    [Fact]
    public async Task Get_ShowsThePrefecturesOwnResult()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var r8 = await client.OpenAsync(Profile);
        var r7 = await client.FollowAsync(r8, "令和7年度（2025） 確定");

        Assert.Equal("宮城県みやぎけん", r8.Heading);
        Assert.Equal(("6位／47", "22位 16", "610点76.3%"), (Seen(r8, "全国順位"), Seen(r8, "前年度（令和7年度）").Replace('　', ' '), Seen(r8, "合計")));
        Assert.Equal(("22位／47", "13位 9", "542点67.8%", "+13.2"),
            (Seen(r7, "全国順位"), Seen(r7, "前年度（令和6年度）").Replace('　', ' '), Seen(r7, "合計"), Seen(r7, "全国平均との差"))); // reference/README.md
        Assert.Equal(("278／400", "264／400"), (Seen(r7, "推進　平均 265.1"), Seen(r7, "支援　平均 263.7")));
        var goals = r8.Rows("[aria-label='都道府県分の目標別の得点'] tbody tr");
        Assert.Equal((7, 610),
            (goals.Count, goals.Sum(row => Number(row[2].Split('／')[0])) + Number(goals[^1][2].Split('／')[0]))); // goal Ⅳ counts in both grants
        Assert.DoesNotContain("前年度", r7.Texts("[aria-label='都道府県分の目標別の得点'] th"));
    }

    [Fact]
    public async Task Excel_IsTheRankingOfItsMunicipalities()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile);

        var file = await client.TakeAsync(page.Link("管内市町村のExcel"));

        Assert.Equal("令和8年度_市町村順位表_合計_宮城県.xlsx", file.Name);
        Assert.Equal(Miyagi.Select(u => u.Name), file.Sheets()["市町村順位表"].Skip(4).TakeWhile(row => row[0] is not null).Select(row => (string)row[5]!));
        Assert.All(["#own", "#municipal", "#list"], section => Assert.True(page.Has($".tabs a[href='{section}']") && page.Has(section)));
        Assert.True(page.Has("button[data-print]"));
    }

    [Fact]
    public async Task Municipalities_AreListedByRankWithTheirUnions()
    {
        var page = await OpenAsync(Profile);

        var rows = page.Rows("[aria-label='管内の市町村の表'] tbody tr");
        Assert.Equal(
            Miyagi.Select(u => $"{1 + Miyagi.Count(o => o.Total > u.Total)} {u.Name} {Figures.Points(u.Total)} {Figures.Points(u.Points("推進"))} "
                + $"{Figures.Points(u.Points("支援"))} {Figures.Points(u.PreviousTotal)} {Figures.Count(u.Rank)}／1,741"),
            rows.Select(row => $"{row[0]} {row[1].Split(' ')[0]} {row[2]} {row[4]} {row[5]} {row[8]} {row[10]}"));
        Assert.Contains("宮城見本005町 宮城県見本第2広域連合", rows.Select(row => row[1]));
        Assert.Equal("/municipalities/048054/2026", page.Link("宮城見本005町"));
    }

    [Fact]
    public async Task MunicipalMeans_StandBesideTheNationAndLastYear()
    {
        var page = await OpenAsync(Profile);

        var (mean, before) = (Miyagi.Average(u => u.Total), Miyagi.Average(u => u.PreviousTotal!.Value));
        var means = PrintedR8.Units.GroupBy(u => u.Prefecture).Select(g => g.Average(u => u.Total)).ToList();
        Assert.Equal($"{1 + means.Count(m => m > mean)}位／47", Seen(page, "平均点の順位"));
        Assert.Equal(Figures.DifferenceOneDecimal(mean - PrintedR8.Statistic(FigureKind.Mean, "合計")), Seen(page, "全国の市町村平均との差"));
        Assert.Equal($"{Figures.PointsOneDecimal(before)}点　{Figures.DifferenceOneDecimal(mean - before)}", Seen(page, "前年度の平均"));
        Assert.Equal($"最高 {Figures.Points(Miyagi[0].Total)}／最低 {Figures.Points(Miyagi[^1].Total)}", Seen(page, "範囲"));
        Assert.Equal("35", Seen(page, "市町村数"));
        string[] goals = ["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ", "推進/Ⅳ"];
        Assert.Equal(
            goals.Select(goal =>
                $"100 {Figures.PointsOneDecimal(Miyagi.Average(u => u.Points(goal)))} "
                + $"{Figures.PointsOneDecimal(PrintedR8.Statistic(FigureKind.Mean, goal))} {Figures.PointsOneDecimal(Miyagi.Average(u => u.PointsBefore(goal)))}"),
            page.Rows("[aria-label='管内市町村の平均の表'] tbody tr").Take(7).Select(row => $"{row[2]} {row[3]} {row[4]} {row[6]}"));
    }

    [Fact]
    public async Task Links_LeadToTheRankingOfItsMunicipalities()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var ranking = await client.FollowAsync(await client.OpenAsync(Profile), "管内の順位表");

        Assert.Equal(35, ranking.Rows("[aria-label='市町村順位表'] tbody tr").Count);
    }

    [Theory]
    [InlineData("/prefectures/048054/2026")] // a municipality
    [InlineData("/prefectures/990000/2026")]
    [InlineData("/prefectures/04/2026")]
    [InlineData("/prefectures/040002/2024")]
    [InlineData("/prefectures/040002/x")]
    public async Task WhatThereIsNot_IsNotFound(string address) =>
        Assert.Equal("ページが見つかりません", (await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address, HttpStatusCode.NotFound)).Heading);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Seen(PortalPage page, string term) =>
        PortalPage.SeenIn(page.Document.QuerySelectorAll(".strip dt").Single(dt => PortalPage.SeenIn(dt) == term).NextElementSibling!);

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);
}
