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
    private const string TableRows = "[aria-label='市町村順位表'] tbody tr";

    // Columns of the ranking by total.
    private const int Rank = 0, InPrefecture = 1, Name = 3, Points = 5, Promotion = 7, EffortSupport = 8, Previous = 10, Change = 11, RankChange = 12;

    [Fact]
    public async Task Get_ListsByRank_TiesInTheOrderOfCodes()
    {
        var page = await OpenAsync(Ranking);

        var expected = PrintedR8.ByRank.Take(50).ToList();
        Assert.NotEqual(50, expected.DistinctBy(u => u.Rank).Count()); // there are ties among them
        Assert.Equal(
            expected.Select(u => (Figures.Count(u.Rank), $"{u.Name} {u.Prefecture.Name}", Figures.Points(u.Total))),
            page.Rows(TableRows).Select(row => (row[Rank], row[Name], row[Points])));
        Assert.Contains("1〜50件目を表示（全1,741団体・合計の得点）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ShowsGrantsRateAndTheYearBefore()
    {
        var page = await OpenAsync(Ranking);

        var first = PrintedR8.ByRank[0];
        Assert.Equal(
            [
                Figures.Points(first.Total), "", Figures.Points(first.Points("推進")), Figures.Points(first.Points("支援")), Figures.Rate(first.Total / 8),
                Figures.Points(first.PreviousTotal), Figures.Difference(first.Total - first.PreviousTotal),
            ],
            page.Rows(TableRows)[0].Skip(Points).Take(7));
        var moved = PrintedR8.ByRank.Take(50).Select(u => u.PreviousRank!.Value - u.Rank);
        Assert.Equal(moved.Select(m => m == 0 ? "±0" : Figures.Count(Math.Abs(m))), page.Rows(TableRows).Select(row => row[RankChange]));
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

        Assert.Equal(PrintedR8.ByRank[50].Name, NameOf(second.Rows(TableRows)[0]));
        Assert.Equal(PrintedR8.ByRank.Skip(1700).Select(u => u.Name), last.Rows(TableRows).Select(NameOf));
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
            page.Rows(TableRows).Select(row => (NameOf(row), row[Rank], row[InPrefecture])));
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
            page.Rows(TableRows).Select(row => (NameOf(row), row[Points], row[Rank])));
        Assert.Contains($"{name}の得点）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("支援", page.Texts("[aria-label='市町村順位表'] thead th").Skip(6)); // no columns of the grants beside a part of them
    }

    [Theory]
    [InlineData("推進", Promotion, true)]
    [InlineData("支援", EffortSupport, true)]
    [InlineData("合計", Points, true)]
    [InlineData("前年度", Previous, true)]
    [InlineData("増減", Change, true)]
    [InlineData("順位変動", RankChange, true)]
    [InlineData("区分", 4, false)]
    [InlineData("団体", Name, false)]
    public async Task HeadingLink_SortsBothWays(string heading, int column, bool descendingFirst)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync($"{Ranking}?prefecture=4");

        var first = await client.OpenAsync(SortLink(page, heading));
        var second = await client.OpenAsync(SortLink(first, heading));

        Assert.Equal(descendingFirst ? "descending" : "ascending", first.Find("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal(descendingFirst ? "ascending" : "descending", second.Find("th[aria-sort]").GetAttribute("aria-sort"));
        AssertOrder(first, column, descendingFirst);
        AssertOrder(second, column, !descendingFirst);
        Assert.All(second.Rows(TableRows), row => Assert.EndsWith("宮城県", row[Name], StringComparison.Ordinal)); // the filter stayed
    }

    [Fact]
    public async Task RankHeading_TurnsTheRankingAround()
    {
        var page = await OpenAsync($"{Ranking}?sort=-rank");

        Assert.Equal(1741, PrintedR8.ByRank.Count);
        Assert.Equal(PrintedR8.ByRank[^1].Name, NameOf(page.Rows(TableRows)[0]));
    }

    [Fact]
    public async Task OwnMunicipality_IsPinnedOnOtherPagesAndInPlaceOnItsOwn()
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);
        var own = PrintedR8.Of(NationHost.TownCode);
        var ownPage = (PrintedR8.ByRank.Index().Single(u => u.Item == own).Index / 50) + 1;

        var first = await client.OpenAsync(Ranking);
        var there = await client.FollowAsync(first, $"{own.Name}のある{ownPage}ページ目へ");

        Assert.Equal($"{own.Name} 宮城県・自団体", first.Rows("tr.is-own")[0][Name]);
        Assert.Equal((51, own.Name), (first.Rows(TableRows).Count, NameOf(first.Rows(TableRows)[0])));
        Assert.Equal(PrintedR8.ByRank.Skip((ownPage - 1) * 50).Take(50).Select(u => u.Name), there.Rows(TableRows).Select(NameOf));
        Assert.Single(there.Rows("tr.is-own"));
        Assert.Equal($"{Figures.Count(own.Rank)}位／1,741", PortalPage.SeenIn(first.Find(".standing .fig--xl")));
    }

    [Fact]
    public async Task MunicipalitiesOfTheReadersPrefecture_AreMarked()
    {
        var client = await host.AsAsync(PortalRole.PrefectureStaff);

        var page = await client.OpenAsync(Ranking);

        Assert.Equal(
            PrintedR8.ByRank.Take(50).Select(u => u.Name + " " + u.Prefecture.Name + (u.Prefecture.Number == 4 ? "・管内" : "")),
            page.Rows(TableRows).Select(row => row[Name]));
        Assert.Contains(page.Rows(TableRows), row => row[Name].EndsWith("・管内", StringComparison.Ordinal));
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

        Assert.Equal($"{Figures.PointsOneDecimal(PrintedR8.Statistic(Domain.Results.FigureKind.Mean, "合計"))}点平均", PortalPage.SeenIn(page.Find(".standing .fig--xl")));
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
        Assert.Equal("市町村順位表（推進Ⅰ） 令和7年度｜インセンティブ交付金ポータル", before.Document.Title);
    }

    [Fact]
    public async Task FirstLoadedYear_HasTheYearBeforeFromTheFileForTotalsOnly()
    {
        var totals = await OpenAsync("/rankings/2025/municipalities");
        var goals = await OpenAsync($"/rankings/2025/municipalities?level={Uri.EscapeDataString("推進/Ⅰ")}");

        Assert.All(totals.Rows(TableRows), row => Assert.NotEqual("—", row[Previous]));
        Assert.All(goals.Rows(TableRows), row => Assert.Equal("—", row[^3]));
    }

    [Theory]
    [InlineData("/rankings/2024/municipalities")]
    [InlineData("/rankings/2026/municipalities?level=%E6%8E%A8%E9%80%B2/%E2%85%A0/%E4%BD%93%E5%88%B6/9")] // 推進/Ⅰ/体制/9
    [InlineData("/rankings/20260/municipalities")]
    public async Task WhatThereIsNot_IsNotFound(string address)
    {
        var page = await OpenAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "ページが見つかりません"), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("?prefecture=99&band=7&sort=nothing&p=-1")]
    [InlineData("?prefecture=x&band=x&depopulated=x&p=x&sort=--rank")]
    public async Task ValuesThatNoLinkWrites_DoNoHarm(string query) => Assert.Equal(HttpStatusCode.OK, (await OpenAsync(Ranking + query)).Status);

    private static string NameOf(IReadOnlyList<string> row) => row[Name].Split(' ')[0];

    private static decimal PointsAt(PrintedUnit unit, string level) => level switch
    {
        "推進/Ⅰ/体制/3" => PrintedR8.Keys.Where(k => k.IsCell && k.Parent!.ToString() == level).Sum(k => unit.Points(k.ToString())),
        "体制" or "活動" => PrintedR8.Keys.Where(k => k is { Goal: not null, Indicator: null } && k.ToString().EndsWith(level, StringComparison.Ordinal)).Sum(k => unit.Points(k.ToString())),
        _ => unit.Points(level),
    };

    private static string SortLink(PortalPage page, string heading) =>
        page.Document.QuerySelectorAll("[aria-label='市町村順位表'] th .sort").Single(a => PortalPage.SeenIn(a) == heading).GetAttribute("href")!;

    private static void AssertOrder(PortalPage page, int column, bool isDescending)
    {
        var cells = page.Rows(TableRows).Select(row => row[column]).ToList();
        if (column == Name)
        {
            var kana = cells.Select(cell => NormalizedText.Search(PrintedR8.Units.Single(u => u.Name == cell.Split(' ')[0]).Kana)).ToList();
            Assert.Equal(isDescending ? kana.OrderDescending(StringComparer.Ordinal) : kana.Order(StringComparer.Ordinal), kana);
            return;
        }
        var values = column == RankChange ? MovesOf(page) : [.. cells.Select(Number)];
        Assert.Equal(isDescending ? values.OrderDescending() : values.Order(), values);
        Assert.NotEqual(values[0], values[^1]);
    }

    private static List<int> MovesOf(PortalPage page) =>
        [.. page.Document.QuerySelectorAll($"{TableRows} td:last-child .delta").Select(d => (d.ClassList.Contains("down") ? -1 : 1) * Number(PortalPage.SeenIn(d)))];

    private static int Number(string text) =>
        int.Parse(text.Replace("▲", "-", StringComparison.Ordinal).Replace("±", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);
}
