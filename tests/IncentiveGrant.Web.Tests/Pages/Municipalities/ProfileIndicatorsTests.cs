using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Municipalities;

/// <summary>A municipality's indicators and sub-items: opened, closed and filtered.</summary>
[Collection(nameof(NationHost))]
public sealed class ProfileIndicatorsTests(NationHost host)
{
    private const string Profile = $"/municipalities/{NationHost.TownCode}/2026";
    private const string Indicators = "table.indicators tr.ind";
    private const string Cells = "tr.cells tbody tr";

    // Columns of an indicator.
    private const int Name = 1, Points = 2, Change = 7;

    private static readonly PrintedUnit Town = PrintedR8.Of(NationHost.TownCode);

    [Fact]
    public async Task OpenAll_ShowsEverySubItemAsTheMinistryPrintsIt()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.FollowAsync(await client.OpenAsync(Profile), "すべて開く");

        var expected = PrintedR8.Keys.Where(key => key.IsCell && !(key.Grant == Grant.EffortSupport && key.Goal == 4)).ToList();
        Assert.Equal(267, expected.Count);
        Assert.Equal(
            expected.Select(key =>
                $"{key}: {Figures.Points(Town.Points(key.ToString()))} {Figures.Rate(ShareOf(key, PrintedR8.Units))} "
                + Figures.Rate(ShareOf(key, PrintedR8.Units.Where(u => u.Prefecture.Number == 4)))).Order(StringComparer.Ordinal),
            page.Document.QuerySelectorAll(Indicators).SelectMany(CellsOf).Select(c => $"{c.Key}: {c.Cells[1].Split('／')[0]} {c.Cells[2]} {c.Cells[3]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Indicators_AddUpToTheirGroup()
    {
        var page = await OpenAsync(Profile);

        var inGroup = page.Document.QuerySelectorAll(Indicators).Where(row => KeyOf(row).StartsWith("推進/Ⅱ/体制/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, inGroup.Count);
        Assert.Equal(Town.Points("推進/Ⅱ/体制"), inGroup.Sum(row => Of(row, Points).Points));
        Assert.Equal(68, inGroup.Sum(row => Of(row, Points).Max));
    }

    [Fact]
    public async Task IndicatorLink_OpensItAloneAndClosesItAgain()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile + "?show=changed");

        var open = await client.FollowAsync(page, "施策の実施状況の把握・改善");
        var closed = await client.FollowAsync(open, "施策の実施状況の把握・改善");

        Assert.False(page.Has("tr.cells") || closed.Has("tr.cells"));
        Assert.Equal(["施策の実施状況の把握・改善の枝番"], open.Texts("tr.cells caption"));
        Assert.Equal(("true", "false"), (Opener(open).GetAttribute("aria-expanded"), Opener(closed).GetAttribute("aria-expanded")));
        Assert.Equal(page.Rows(Indicators).Select(row => row[Name]), open.Rows(Indicators).Select(row => row[Name])); // still filtered
        Assert.Contains("算定方法：該当する枝番の点を足します。", open.Text, StringComparison.Ordinal);

        static IElement Opener(PortalPage page) => page.Document.QuerySelectorAll("a.opener").Single(a => PortalPage.SeenIn(a) == "施策の実施状況の把握・改善");
    }

    [Fact]
    public async Task OpeningASecondIndicator_LeavesTheFirstOpen()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var first = await client.FollowAsync(await client.OpenAsync(Profile), "施策の実施状況の把握・改善");
        var both = await client.FollowAsync(first, "評価結果の活用");

        Assert.Equal(["施策の実施状況の把握・改善の枝番", "評価結果の活用の枝番"], both.Texts("tr.cells caption"));
    }

    [Fact]
    public async Task Part_ForTheScript_IsThePartOfThePageAndNothingElse()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile);
        var opened = await client.FollowAsync(page, "施策の実施状況の把握・改善");
        var link = page.Document.QuerySelectorAll("a.opener").Single(a => PortalPage.SeenIn(a) == "施策の実施状況の把握・改善");

        var answer = await client.GetAsync(link.GetAttribute("data-part")!);

        var target = link.GetAttribute("data-part-target")!;
        var html = await answer.Content.ReadAsStringAsync();
        var part = new HtmlParser().ParseDocument($"<table>{html}</table>").QuerySelectorAll("body > table > *");
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Equal((target, PortalPage.TextOf(opened.Find("#" + target))), (Assert.Single(part).Id, PortalPage.TextOf(part[0])));
    }

    [Theory]
    [InlineData("indicator")]
    [InlineData("indicator?key=")]
    [InlineData("indicator?key=推進/Ⅰ")] // no indicator
    [InlineData("indicator?key=推進/Ⅰ/体制/9")]
    [InlineData("indicator?key=どこにもない&open=true")]
    public async Task Part_ThatThereIsNot_IsNotFound(string handler) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.AsAsync(PortalRole.Viewer)).GetAsync($"{Profile}/{handler}")).StatusCode);

    [Fact]
    public async Task LostFilter_ListsWhatIsBelowItsMaximum()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile);

        var lost = await client.FollowAsync(page, "満点でない指標だけ");

        var all = page.Document.QuerySelectorAll(Indicators);
        var expected = all.Where(row => Of(row, Points) is var (points, max) && points < max).Select(KeyOf).ToList();
        Assert.InRange(expected.Count, 1, all.Length - 1);
        Assert.Equal(expected, lost.Document.QuerySelectorAll(Indicators).Select(KeyOf));
        Assert.Equal("満点でない指標だけ", PortalPage.TextOf(lost.Find("#indicators [aria-current=true]")));
    }

    [Fact]
    public async Task ChangedFilter_ListsWhatDiffersFromLastYear()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await client.OpenAsync(Profile);

        var changed = await client.FollowAsync(page, "前年度から変わった指標だけ");

        var all = page.Rows(Indicators);
        var ofCells = PrintedR8.Keys.Where(key => key.IsCell && Town.PointsBefore(key.ToString()) is { } before && before != Town.Points(key.ToString()))
            .Select(key => key.Parent!.ToString()).ToHashSet();
        var expected = page.Document.QuerySelectorAll(Indicators).Where(row => PortalPage.SeenIn(row.Children[Change]) != "±0" || ofCells.Contains(KeyOf(row)))
            .Select(KeyOf).ToList();
        Assert.InRange(expected.Count, 1, all.Count - 1);
        Assert.Equal(expected, changed.Document.QuerySelectorAll(Indicators).Select(KeyOf));
        Assert.Equal(all.Count, (await client.FollowAsync(changed, "すべて")).Rows(Indicators).Count);
    }

    [Fact]
    public async Task SubItems_OfAReweightedIndicator_ShowBothYearsPointsAndWhatIsNew()
    {
        var page = await OpenAsync($"{Profile}?open={Uri.EscapeDataString("支援/Ⅱ/体制/1")}");

        var cells = page.Rows(Cells);
        Assert.Equal([("ア", "4", "5"), ("イ", "4", "5"), ("ウ", "4", "5"), ("エ", "4", "5"), ("オ", "4", "5")], cells.SkipLast(1)
            .Select(c => (c[0], c[1].Split('／')[1], c[4].Split('／')[1]))); // docs/domain.md: from 5 to 4 points
        Assert.Equal(("カ", "5", "新設"), (cells[^1][0], cells[^1][1].Split('／')[1], cells[^1][4]));
        Assert.Equal(cells.SkipLast(1).Select(c => Figures.Points(Town.PointsBefore($"支援/Ⅱ/体制/1/{c[0]}"))), cells.SkipLast(1).Select(c => c[4].Split('／')[0]));
    }

    [Fact]
    public async Task SubItems_WithoutARegisteredQuestion_SayWhereItComesFrom()
    {
        var r8 = await OpenAsync(Profile + "?open=all");
        var r7 = await OpenAsync($"/municipalities/{NationHost.TownCode}/2025?open=all");

        const string Hint = "設問文は未登録です。管理者が配点表に登録すると表示されます。";
        Assert.Contains("介護予防のケアプランや要介護認定の調査票等を確認している", r8.Rows(Cells).Select(c => c[^1]));
        Assert.InRange(r8.Texts("tr.cells p").Count(text => text == Hint), 1, 48);
        Assert.Equal(48, r7.Texts("tr.cells p").Count(text => text == Hint)); // no table is registered for that year
        Assert.All(r7.Document.QuerySelectorAll(Cells), row =>
            Assert.StartsWith(Figures.Unknown, PortalPage.TextOf(row.Children[^1]), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?open=x&open=&show=nothing")]
    [InlineData("?open=推進/Ⅰ&show=")]
    public async Task ValuesThatNoLinkWrites_DoNoHarm(string query) => Assert.Equal(48, (await OpenAsync(Profile + query)).Rows(Indicators).Count);

    private static decimal ShareOf(LevelKey cell, IEnumerable<PrintedUnit> units)
    {
        var key = cell.ToString();
        return units.Count(u => u.Points(key) > 0) * 100m / units.Count();
    }

    private static (decimal Points, decimal Max) Of(IElement row, int column)
    {
        var parts = PortalPage.SeenIn(row.Children[column]).Split('／');
        return (decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
            decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string KeyOf(IElement row)
    {
        var address = row.QuerySelector("a.opener")!.GetAttribute("data-part")!;
        return Uri.UnescapeDataString(address.Split("key=")[1].Split('&')[0]);
    }

    private static IEnumerable<(string Key, IReadOnlyList<string> Cells)> CellsOf(IElement row) =>
        row.ParentElement!.QuerySelectorAll(Cells).Select(cell => cell.Children.Select(PortalPage.SeenIn).ToList())
            .Select(cells => ($"{KeyOf(row)}/{cells[0]}", (IReadOnlyList<string>)cells));

    private async Task<PortalPage> OpenAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address);
}
