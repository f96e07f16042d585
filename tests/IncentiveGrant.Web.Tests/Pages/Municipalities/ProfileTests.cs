using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Municipalities;

/// <summary>A municipality's totals, ranks and goals.</summary>
[Collection(nameof(NationHost))]
public sealed class ProfileTests(NationHost host)
{
    private const string Profile = $"/municipalities/{NationHost.TownCode}/2026";
    private const string InR7 = $"/municipalities/{NationHost.TownCode}/2025";

    private static readonly PrintedUnit Town = PrintedR8.Of(NationHost.TownCode);

    [Fact]
    public async Task Get_SaysWhoItIs()
    {
        var page = await OpenAsync(Profile);

        Assert.Equal("宮城見本005町みほん005", page.Heading);
        Assert.Equal("宮城県　団体コード 048054", PortalPage.TextOf(page.Find(".pagehead .eyebrow")));
        Assert.StartsWith("区分2（第1号被保険者 4,958人）　過疎　宮城県見本第2広域連合 の構成団体　", PortalPage.TextOf(page.Find(".pagehead div > p:last-child")), StringComparison.Ordinal);
        Assert.Equal(("/prefectures/040002/2026", "/search?year=2026"), (page.Link("宮城県"), page.Find(".crumbs li:nth-child(2) a").GetAttribute("href")));
    }

    [Fact]
    public async Task Summary_SetsTotalAndGrantsBesideMaximumMeanAndLastYear()
    {
        var page = await OpenAsync(Profile);

        var mean = Mean("合計");
        Assert.Equal("合計得点（満点800点）", PortalPage.TextOf(page.Find("#summary .eyebrow")));
        Assert.Equal($"{Figures.Points(Town.Total)}点得点率 {Figures.Rate(Town.Total / 8)}", PortalPage.SeenIn(page.Find("#summary .fig--xl")));
        Assert.Equal(
            [
                $"{Figures.Points(Town.Points("推進"))}／400　平均 {Figures.PointsOneDecimal(Mean("推進"))}",
                $"{Figures.Points(Town.Points("支援"))}／400　平均 {Figures.PointsOneDecimal(Mean("支援"))}",
                $"{Figures.DifferenceOneDecimal(Town.Total - mean)}　平均 {Figures.PointsOneDecimal(mean)}",
                $"{Figures.Points(Town.PreviousTotal)}点　{Figures.Difference(Town.Total - Town.PreviousTotal)}",
            ],
            page.Document.QuerySelectorAll("#summary dl dd").Select(PortalPage.SeenIn));
    }

    [Fact]
    public async Task Pools_RankAmongNationPrefectureBandAndBandOfDepopulated()
    {
        var page = await OpenAsync(Profile);

        (string Name, Func<ResultsRow, bool> Holds)[] pools =
        [
            ("全国", _ => true), ("宮城県", row => row.PrefectureNumber == 4), ("区分2（3千〜1万人）", row => (int?)row.Band == 2),
            ("区分2・過疎", row => (int?)row.Band == 2 && row.IsDepopulated == true),
        ];
        Assert.Equal(pools.Select(pool => Line(pool.Name, pool.Holds)), page.Rows("table.pools tbody tr")
            .Select(row => $"{row[0]} {row[2]} {row[3]} {row[4]}"));

        static string Line(string name, Func<ResultsRow, bool> holds)
        {
            var (now, before) = (PrintedR8.Units.Where(u => holds(u.Row)).ToList(), PrintedR8.Units.Where(u => holds(u.RowBefore)).ToList());
            var (rank, rankBefore) = (1 + now.Count(u => u.Total > Town.Total), 1 + before.Count(u => u.PreviousTotal > Town.PreviousTotal));
            var change = rank == rankBefore ? "±0" : Figures.Count(Math.Abs(rank - rankBefore));
            return $"{name} {Figures.Count(rank)}位／{Figures.Count(now.Count)} {Figures.Count(rankBefore)} {change}";
        }
    }

    [Fact]
    public async Task Goals_StandBesideMeansRankGroupsAndLastYear()
    {
        var page = await OpenAsync(Profile);

        string[] keys = ["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ", "推進/Ⅳ"];
        var rows = page.Rows("[aria-label='目標別の得点の表'] tbody tr");
        Assert.Equal(["推進Ⅰ", "推進Ⅱ", "推進Ⅲ", "支援Ⅰ", "支援Ⅱ", "支援Ⅲ", "目標Ⅳ"], rows.Select(row => row[0].Split(' ')[0]));
        Assert.Equal(keys.Select(key => string.Join(' ', Expected(key))), rows.Select(row => string.Join(' ', row.Skip(2).Take(5).Concat(row.Skip(9)))));
        Assert.Equal(
            keys.SkipLast(1).Select(key => (Figures.Points(Town.Points(key + "/体制")), Figures.Points(Town.Points(key + "/活動")))),
            rows.SkipLast(1).Select(row => (row[7].Split('／')[0], row[8].Split('／')[0])));

        static string[] Expected(string key)
        {
            var (points, mean) = (Town.Points(key), Mean(key));
            return
            [
                $"{Figures.Points(points)}／100", Figures.PointsOneDecimal(mean), Figures.DifferenceOneDecimal(points - mean),
                Figures.PointsOneDecimal(PrintedR8.Units.Where(u => u.Prefecture.Number == 4).Average(u => u.Points(key))),
                Figures.Count(1 + PrintedR8.Units.Count(u => u.Points(key) > points)), Figures.Points(Town.PointsBefore(key)),
                Figures.Difference(points - Town.PointsBefore(key)),
            ];
        }
    }

    [Fact]
    public async Task Groups_AddUpOverTheGoalsOfBothGrants()
    {
        var page = await OpenAsync(Profile);

        var rows = page.Rows("[aria-label='指標群別の得点の表'] tbody tr");
        Assert.Equal(
            [("体制・取組指標群", $"{Figures.Points(Sum("体制"))}／380"), ("活動指標群", $"{Figures.Points(Sum("活動"))}／220"),
                ("成果指標群", $"{Figures.Points(2 * Town.Points("推進/Ⅳ"))}／200")],
            rows.Select(row => (row[0], row[1])));
        Assert.Equal(Figures.Rate(Sum("体制") * 100 / 380), rows[0][2]);

        static decimal Sum(string group) => ((string[])["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ"]).Sum(goal => Town.Points($"{goal}/{group}"));
    }

    [Fact]
    public async Task Reading_SaysInWordsWhatChanged()
    {
        var page = await OpenAsync(Profile);

        Assert.Equal(
            "得点は前年度より28点増え、全国平均は436.7点から455.1点へ18.4点増え、全国順位は1,363位から1,375位になりました。 上位4分の1（538点以上）にあと165点です。",
            PortalPage.TextOf(page.Find(".reading")));
    }

    [Fact]
    public async Task Room_ListsUnscoredSubItemsByWhatOthersGainThere()
    {
        var page = await OpenAsync(Profile + "?room=all");

        var open = PrintedR8.Keys.Where(key => key.IsCell && key.Goal != 4 && Town.Points(key.ToString()) == 0).ToList();
        var rates = open.ToDictionary(key => key, key => PrintedR8.Units.Count(u => u.Points(key.ToString()) > 0) / 17.41m);
        var rows = page.Rows("#room tbody tr:not(.group)");
        Assert.Contains($"これから得点できる枝番（{rows.Count}件・計{Figures.Points(LeftOutsideOutcomes())}点）", page.Texts("#room p")[0], StringComparison.Ordinal);
        Assert.InRange(rows.Count, 1, open.Count);
        Assert.All(rows, row => Assert.Contains(row[3], rates.Values.Select(rate => Figures.Rate(rate))));
        Assert.Equal(LeftOutsideOutcomes(), rows.Sum(row => decimal.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(page.Document.QuerySelectorAll("#room tbody"), part =>
        {
            var weights = part.QuerySelectorAll("tr:not(.group)")
                .Select(row => decimal.Parse(PortalPage.SeenIn(row.Children[5]), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(weights.OrderDescending(), weights);
        });

        static decimal LeftOutsideOutcomes() => 600 - ((string[])["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ"]).Sum(Town.Points);
    }

    [Fact]
    public async Task Room_ShowsTheTopAndLeadsToAllAndToTheIndicator()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile);
        var link = page.Document.QuerySelector("#room tbody tr:not(.group) a")!;

        var all = await client.FollowAsync(page, page.Texts("#room a").Single(text => text.StartsWith("伸びしろをすべて見る", StringComparison.Ordinal)));
        var opened = await client.OpenAsync(link.GetAttribute("href")!);

        Assert.All(page.Document.QuerySelectorAll("#room tbody"), part => Assert.InRange(part.QuerySelectorAll("tr:not(.group)").Length, 1, 10));
        Assert.True(all.Rows("#room tbody tr").Count > page.Rows("#room tbody tr").Count);
        Assert.Single(opened.Texts("tr.cells caption"));
    }

    [Fact]
    public async Task Changes_AreTheLargestOfTheSubItems()
    {
        var page = await OpenAsync(Profile);

        var largest = PrintedR8.Keys.Where(key => key.IsCell && !(key.Grant == Grant.EffortSupport && key.Goal == 4))
            .Select(key => Town.Points(key.ToString()) - Town.PointsBefore(key.ToString())).OfType<decimal>().Where(change => change != 0)
            .OrderByDescending(Math.Abs).Take(8).Select(change => Math.Abs(change)).ToList();
        var rows = page.Rows("#changes tbody tr");
        Assert.Equal(largest.Select(change => Figures.Points(change)), rows.Select(row => row[3].TrimStart('+', '▲')));
    }

    [Fact]
    public async Task Trend_HasEveryYearWithItsRankAndMean()
    {
        var page = await OpenAsync(Profile);

        Assert.Equal(
            [
                $"令和8年度（R7調査） {Figures.Points(Town.Total)} 800 {Figures.Rate(Town.Total / 8)} "
                + $"{Figures.PointsOneDecimal(Mean("合計"))} {Figures.Count(Town.Rank)}／1,741",
                $"令和7年度（R6調査） {Figures.Points(Town.PreviousTotal)} 800 {Figures.Rate(Town.PreviousTotal / 8)} "
                + $"{Figures.PointsOneDecimal(PrintedR8.Units.Average(u => u.PreviousTotal))} {Figures.Count(Town.PreviousRank)}／1,741",
            ],
            page.Rows("[aria-label='年度ごとの結果の表'] tbody tr").Select(row => string.Join(' ', row.Take(6))));
        Assert.NotNull(page.Find("#trend svg[role=img]").QuerySelector("title"));
    }

    [Fact]
    public async Task FirstLoadedYear_HasLastYearsTotalOnlyAndNoEmptyColumns()
    {
        var page = await OpenAsync(InR7);

        Assert.Equal($"{Figures.Points(Town.PreviousTotal)}点得点率 {Figures.Rate(Town.PreviousTotal / 8)}", PortalPage.SeenIn(page.Find("#summary .fig--xl")));
        Assert.StartsWith("348点　", page.Fact("前年度（令和6年度）"), StringComparison.Ordinal); // the file's own column; no goal of that year is known
        Assert.DoesNotContain("前年度", page.Texts("th"));
        Assert.DoesNotContain("前年度から変わった指標だけ", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.Rows("table.pools tbody tr")[0].Count);
    }

    [Theory]
    [InlineData(Profile)]
    [InlineData(Profile + "?open=all")]
    [InlineData(InR7)]
    [InlineData(InR7 + "?open=all")]
    public async Task WhatIsNotKnown_GivesItsReason(string address)
    {
        var page = await OpenAsync(address);

        var bare = page.Document.QuerySelectorAll("main *")
            .Where(e => e.Children.Length == 0 && PortalPage.TextOf(e) == Figures.Unknown && e.Closest(".unknown") is null);
        Assert.Equal([], bare.Select(e => e.ParentElement!.OuterHtml));
    }

    [Fact]
    public async Task YearSwitcher_KeepsTheMunicipalityAndItsFilter()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile + "?show=lost");

        var before = await client.FollowAsync(page, "令和7年度（2025） 確定");

        Assert.Equal((InR7 + "?show=lost", page.Heading), (before.Path, before.Heading));
        Assert.Equal("宮城見本005町（宮城県） 令和7年度｜インセンティブ交付金ポータル", before.Document.Title);
    }

    [Theory]
    [InlineData(Profile + "/")]
    [InlineData(Profile + "?show=lost&open=all")]
    public async Task FilesAndFilters_AreFoundFromWhereverThePageWasOpened(string address)
    {
        var page = await OpenAsync(address);

        Assert.Equal((Profile + "/xlsx", Profile + "/report/pdf", Profile + "/report"), (page.Link("Excel"), page.Link("PDF"), page.Link("印刷用")));
        Assert.Equal(Profile + "?show=changed#indicators", page.Link("前年度から変わった指標だけ"));
    }

    [Theory]
    [InlineData("/municipalities/048055/2026")] // a wrong check digit
    [InlineData("/municipalities/999999/2026")]
    [InlineData("/municipalities/040002/2026")] // a prefecture
    [InlineData("/municipalities/x/2026")]
    [InlineData("/municipalities/048054/2024")]
    [InlineData("/municipalities/048054/x")]
    [InlineData("/municipalities/048054/2026/pdf")]
    [InlineData("/municipalities/048055/2026/xlsx")]
    [InlineData("/municipalities/048055/2026/report")]
    [InlineData("/municipalities/048055/2026/report/pdf")]
    [InlineData("/municipalities/048054/2024/report")]
    public async Task WhatThereIsNot_IsNotFound(string address)
    {
        var page = await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address, HttpStatusCode.NotFound);

        Assert.Equal("ページが見つかりません", page.Heading);
    }

    private static decimal Mean(string level) => PrintedR8.Statistic(FigureKind.Mean, level);

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);
}
