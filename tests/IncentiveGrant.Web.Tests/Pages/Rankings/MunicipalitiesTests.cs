using System.Globalization;
using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Rankings;

[Collection(nameof(NationHost))]
public sealed class MunicipalitiesTests(NationHost host)
{
    private const string Ranking = "/rankings/2026/municipalities";
    private const string Region = "市町村順位表";
    private const string TableRows = $"[aria-label='{Region}'] tbody tr";

    [Fact]
    public async Task Get_ListsByRank_TiesInTheOrderOfCodes()
    {
        var page = await OpenAsync(Ranking);

        var expected = PrintedR8.ByRank.Take(50).ToList();
        Assert.NotEqual(50, expected.DistinctBy(u => u.Rank).Count()); // there are ties among them
        Assert.Equal(
            expected.Select(u => (Figures.Count(u.Rank), $"{u.Name} {u.Prefecture.Name}", Figures.Points(u.Total))),
            page.Table(Region).Select(row => (row["全国順位"], row["団体"], row["合計"])));
        Assert.Contains("1〜50件目を表示（全1,741団体・合計の得点）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ShowsGrantsRateAndTheYearBefore()
    {
        var page = await OpenAsync(Ranking);

        var first = PrintedR8.ByRank[0];
        var row = page.Table(Region)[0];
        Assert.Equal(
            (Figures.Points(first.Points("推進")), Figures.Points(first.Points("支援")), Figures.Rate(first.Total / 8)),
            (row["推進"], row["支援"], row["得点率"]));
        Assert.Equal((Figures.Points(first.PreviousTotal), Figures.Difference(first.Total - first.PreviousTotal)), (row["前年度"], row["増減（点）"]));
        var moved = PrintedR8.ByRank.Take(50).Select(u => u.PreviousRank!.Value - u.Rank);
        Assert.Equal(moved.Select(m => m == 0 ? "±0" : Figures.Count(Math.Abs(m))), page.Table(Region).Select(row => row["順位変動"]));
        Assert.Equal(moved.Count(m => m < 0), page.Document.QuerySelectorAll($"{TableRows} td:last-child .down").Length);
    }

    [Fact]
    public async Task Pages_LeadThroughTheWholeListAndEndWithTheLast()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var first = await client.OpenAsync(Ranking);

        var second = await client.FollowAsync(first, "次へ");
        var last = await client.FollowAsync(second, "35");
        var beyond = await client.OpenAsync($"{Ranking}?p=99");

        Assert.Equal(PrintedR8.ByRank[50].Name, NameOf(second.Table(Region)[0]));
        Assert.Equal(PrintedR8.ByRank.Skip(1700).Select(u => u.Name), last.Table(Region).Select(NameOf));
        Assert.Contains("1,701〜1,741件目を表示", last.Text, StringComparison.Ordinal);
        Assert.Equal(last.Rows(TableRows), beyond.Rows(TableRows));
    }

    [Fact]
    public async Task Filters_NarrowTheListAndKeepTheRanksOfTheWholeNation()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.SubmitAsync(await client.OpenAsync(Ranking), "form.filters", ("prefecture", "4"), ("band", "2"), ("depopulated", "true"));

        var expected = PrintedR8.ByRank.Where(u => u.Prefecture.Number == 4 && (int?)u.Row.Band == 2 && u.Row.IsDepopulated == true).ToList();
        var miyagi = PrintedR8.ByRank.Where(u => u.Prefecture.Number == 4).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Select(u => (u.Name, Figures.Count(u.Rank), $"{1 + miyagi.Count(o => o.Total > u.Total)}／35")),
            page.Table(Region).Select(row => (NameOf(row), row["全国順位"], row["県内順位"])));
        Assert.Contains($"条件に合う{expected.Count}団体", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("みほん005")]
    [InlineData("ﾐﾎﾝ００５")]
    [InlineData("見本005")]
    public async Task NameFilter_TakesKanaAndAnyWidth(string name)
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.SubmitAsync(await client.OpenAsync(Ranking), "form.filters", ("name", name));

        Assert.Equal(PrintedR8.ByRank.Count(u => u.Name.Contains("見本005", StringComparison.Ordinal)), page.Rows(TableRows).Count);
        Assert.Equal(name, page.Find("#name").GetAttribute("value"));
    }

    [Fact]
    public async Task Filters_WithoutAMatch_SayWhatToDo()
    {
        var page = await OpenAsync($"{Ranking}?name=どこにもない町&prefecture=4");

        Assert.Contains("条件に合う団体はありません。条件を変えてください。", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("[aria-label='市町村順位表']"));
        Assert.Equal(50, (await (await host.AsAsync(PortalRole.Viewer)).FollowAsync(page, "条件を消す")).Rows(TableRows).Count);
    }

    [Theory]
    [InlineData("推進/Ⅰ", "推進Ⅰ")]
    [InlineData("推進/Ⅳ", "目標Ⅳ")]
    [InlineData("支援/Ⅱ/体制", "支援Ⅱ 体制・取組")]
    [InlineData("推進/Ⅰ/体制/3", "推進Ⅰ 体制3")]
    [InlineData("活動", "活動")]
    public async Task Level_RanksByItsPoints(string level, string name)
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.SubmitAsync(await client.OpenAsync(Ranking), "form.filters", ("level", level));

        var points = PrintedR8.Units.ToDictionary(u => u.Name, u => PointsAt(u, level));
        var expected = PrintedR8.Units.OrderByDescending(u => points[u.Name]).Take(50);
        Assert.Equal(
            expected.Select(u => (u.Name, Figures.Points(points[u.Name]), Figures.Count(1 + points.Values.Count(p => p > points[u.Name])))),
            page.Table(Region).Select(row => (NameOf(row), row[name], row["全国順位"])));
        Assert.Contains($"{name}の得点）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("支援", page.Table(Region)[0].Keys); // no columns of the grants beside a part of them
    }

    [Theory]
    [InlineData("推進", true)]
    [InlineData("支援", true)]
    [InlineData("合計", true)]
    [InlineData("前年度", true)]
    [InlineData("増減（点）", true)]
    [InlineData("順位変動", true)]
    [InlineData("区分", false)]
    [InlineData("団体", false)]
    public async Task HeadingLink_SortsBothWays(string heading, bool descendingFirst)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync($"{Ranking}?prefecture=4");

        var first = await client.OpenAsync(SortLink(page, heading));
        var second = await client.OpenAsync(SortLink(first, heading));

        Assert.Equal(descendingFirst ? "descending" : "ascending", first.Find("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal(descendingFirst ? "ascending" : "descending", second.Find("th[aria-sort]").GetAttribute("aria-sort"));
        AssertOrder(first, heading, descendingFirst);
        AssertOrder(second, heading, !descendingFirst);
        Assert.All(second.Table(Region), row => Assert.EndsWith("宮城県", row["団体"], StringComparison.Ordinal)); // the filter stayed
    }

    [Fact]
    public async Task RankHeading_TurnsTheRankingAround()
    {
        var page = await OpenAsync($"{Ranking}?sort=-rank");

        Assert.Equal(1741, PrintedR8.ByRank.Count);
        Assert.Equal(PrintedR8.ByRank[^1].Name, NameOf(page.Table(Region)[0]));
    }

    [Fact]
    public async Task OwnMunicipality_IsPinnedOnOtherPagesAndInPlaceOnItsOwn()
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);
        var own = PrintedR8.Of(NationHost.TownCode);
        var ownPage = (PrintedR8.ByRank.Index().Single(u => u.Item == own).Index / 50) + 1;

        var first = await client.OpenAsync(Ranking);
        var there = await client.FollowAsync(first, $"{own.Name}のある{ownPage}ページ目へ");

        Assert.Single(first.Rows("tr.is-own"));
        Assert.Single(first.Rows("tbody.pinned tr.is-own"));
        Assert.False(there.Has("tbody.pinned"));
        Assert.Equal((51, $"{own.Name} 宮城県・あなたの団体"), (first.Table(Region).Count, first.Table(Region)[0]["団体"]));
        Assert.Equal(PrintedR8.ByRank.Skip((ownPage - 1) * 50).Take(50).Select(u => u.Name), there.Table(Region).Select(NameOf));
        Assert.Single(there.Rows("tr.is-own"));
        Assert.Equal($"{Figures.Count(own.Rank)}位／1,741", PortalPage.SeenIn(first.Find(".standing .fig--xl")));
    }

    [Fact]
    public async Task OwnMunicipality_ThatTheFilterLeavesOut_IsNotInTheList()
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);

        var page = await client.OpenAsync($"{Ranking}?prefecture=6");

        Assert.False(page.Has("tr.is-own"));
        Assert.All(page.Table(Region), row => Assert.EndsWith("山形県", row["団体"], StringComparison.Ordinal));
        Assert.Contains("絞り込み 都道府県：山形県", page.Text.Replace('　', ' '), StringComparison.Ordinal);
        Assert.Contains("全国での位置", PortalPage.TextOf(page.Find("#standing-h")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Level_IsNamedInFullWithItsOwnMaximum()
    {
        var page = await OpenAsync($"{Ranking}?level={Uri.EscapeDataString("支援/Ⅱ/活動/1")}");

        Assert.Matches("^市町村順位表：支援Ⅱ 活動1 認知症サポーター数（満点[0-9]+点）$", page.Heading);
        var max = page.Heading.Split("満点")[1].TrimEnd('）');
        Assert.Contains($"市町村分 満点{max} ", page.Text.Replace('　', ' '), StringComparison.Ordinal);
        Assert.StartsWith(page.Heading, page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("順位変動", page.Table(Region)[0].Keys); // hundreds of ties
    }

    [Theory]
    [InlineData("宮城 見本005")]
    [InlineData("みやぎけん　みほん005")]
    [InlineData("見本005 ﾐﾔｷﾞ")]
    public async Task NameFilter_JoinsWordsByAnd(string name)
    {
        var page = await OpenAsync($"{Ranking}?name={Uri.EscapeDataString(name)}");

        Assert.Equal(["宮城見本005町"], page.Table(Region).Select(NameOf));
    }

    [Fact]
    public async Task MunicipalitiesOfTheReadersPrefecture_AreMarked()
    {
        var client = await host.AsAsync(PortalRole.PrefectureStaff);

        var page = await client.OpenAsync(Ranking);

        Assert.Equal(
            PrintedR8.ByRank.Take(50).Select(u => u.Name + " " + u.Prefecture.Name + (u.Prefecture.Number == 4 ? "・管内" : "")),
            page.Table(Region).Select(row => row["団体"]));
        Assert.Contains(page.Table(Region), row => row["団体"].EndsWith("・管内", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("合計", 20)]
    [InlineData("推進/Ⅰ", 5)]
    [InlineData("推進/Ⅰ/体制/3", 1)]
    public async Task DistributionTable_CountsEveryMunicipality(string level, int width)
    {
        var page = await OpenAsync($"{Ranking}?level={Uri.EscapeDataString(level)}");

        var max = PrintedR8.Statistic(Domain.Results.FigureKind.MaxPoints, level.Contains("体制", StringComparison.Ordinal) ? "推進/Ⅰ/体制" : level);
        if (level == "推進/Ⅰ/体制/3") max = 16;
        var expected = PrintedR8.Units.Select(u => PointsAt(u, level)).GroupBy(p => p >= max ? (int)Math.Ceiling(max / width) - 1 : (int)(p / width))
            .OrderBy(bin => bin.Key).Select(bin => (bin.Key * width, bin.Count()));
        var shown = page.Rows("details.more tbody tr").Select(row => (Number(row[0].Split("点以上")[0]), Number(row[1])));
        Assert.Equal(expected, shown);
        Assert.Equal(1741, shown.Sum(bin => bin.Item2));
    }

    [Fact]
    public async Task Statistics_AreThoseOfTheMinistry()
    {
        var page = await OpenAsync(Ranking);

        Assert.Equal($"{Figures.PointsOneDecimal(PrintedR8.Statistic(Domain.Results.FigureKind.Mean, "合計"))}点平均",
            PortalPage.SeenIn(page.Find(".standing .fig--xl")));
        Assert.Equal(Figures.Points(PrintedR8.Statistic(Domain.Results.FigureKind.Median, "合計")), page.Fact("中央値"));
        Assert.Equal("1,741", page.Fact("団体数"));
    }

    [Fact]
    public async Task YearSwitcher_KeepsThePageAndItsFilters()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync($"{Ranking}?prefecture=4&level={Uri.EscapeDataString("推進/Ⅰ")}&p=1");

        var before = await client.FollowAsync(page, "令和7年度（2025） 確定");

        Assert.Equal($"/rankings/2025/municipalities?prefecture=4&level={Uri.EscapeDataString("推進/Ⅰ")}", before.Path);
        Assert.Equal(35, before.Rows(TableRows).Count);
        Assert.Matches("^市町村順位表：推進Ⅰ（満点100点） 令和7年度｜インセンティブ交付金ポータル$", before.Document.Title);
    }

    [Fact]
    public async Task FirstLoadedYear_HasTheYearBeforeFromTheFileForTotalsOnly()
    {
        var totals = await OpenAsync("/rankings/2025/municipalities");
        var goals = await OpenAsync($"/rankings/2025/municipalities?level={Uri.EscapeDataString("推進/Ⅰ")}");

        Assert.All(totals.Table(Region), row => Assert.NotEqual("—", row["前年度"]));
        Assert.All(goals.Table(Region), row => Assert.Equal("—", row["前年度"]));
    }

    [Theory]
    [InlineData("/rankings/2024/municipalities")]
    [InlineData("/rankings/2026/municipalities?level=%E6%8E%A8%E9%80%B2/%E2%85%A0/%E4%BD%93%E5%88%B6/9")] // 推進/Ⅰ/体制/9
    [InlineData("/rankings/20260/municipalities")]
    public async Task WhatThereIsNot_IsNotFound(string address)
    {
        var page = await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address, HttpStatusCode.NotFound);

        Assert.Equal("ページが見つかりません", page.Heading);
    }

    [Theory]
    [InlineData("?prefecture=99&band=7&sort=nothing&p=-1")]
    [InlineData("?prefecture=x&band=x&depopulated=x&p=x&sort=--rank")]
    public async Task ValuesThatNoLinkWrites_DoNoHarm(string query) => Assert.Equal(HttpStatusCode.OK, (await OpenAsync(Ranking + query)).Status);

    private static string NameOf(IReadOnlyDictionary<string, string> row) => row["団体"].Split(' ')[0];

    private static decimal PointsAt(PrintedUnit unit, string level) => level switch
    {
        "推進/Ⅰ/体制/3" => PrintedR8.Keys.Where(k => k.IsCell && k.Parent!.ToString() == level).Sum(k => unit.Points(k.ToString())),
        "体制" or "活動" => PrintedR8.Keys.Where(k => k is { Goal: not null, Indicator: null } && k.ToString().EndsWith(level, StringComparison.Ordinal))
            .Sum(k => unit.Points(k.ToString())),
        _ => unit.Points(level),
    };

    private static string SortLink(PortalPage page, string heading) =>
        page.Document.QuerySelectorAll("[aria-label='市町村順位表'] th .sort").Single(a => PortalPage.SeenIn(a) == heading).GetAttribute("href")!;

    private static void AssertOrder(PortalPage page, string heading, bool isDescending)
    {
        var rows = page.Table(Region);
        if (heading == "団体")
        {
            var kana = rows.Select(row => NormalizedText.Search(PrintedR8.Units.Single(u => u.Name == NameOf(row)).Kana)).ToList();
            Assert.Equal(isDescending ? kana.OrderDescending(StringComparer.Ordinal) : kana.Order(StringComparer.Ordinal), kana);
            return;
        }
        var values = heading == "順位変動" ? MovesOf(page) : [.. rows.Select(row => Number(row[heading]))];
        Assert.Equal(isDescending ? values.OrderDescending() : values.Order(), values);
        Assert.NotEqual(values[0], values[^1]);
    }

    private static List<int> MovesOf(PortalPage page) =>
        [.. page.Document.QuerySelectorAll($"{TableRows} td:last-child .delta")
            .Select(d => (d.ClassList.Contains("down") ? -1 : 1) * Number(PortalPage.SeenIn(d)))];

    private static int Number(string text) =>
        int.Parse(text.Replace("▲", "-", StringComparison.Ordinal).Replace("±", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);
}
