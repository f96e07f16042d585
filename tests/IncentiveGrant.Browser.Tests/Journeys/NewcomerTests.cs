using System.Globalization;
using System.Text;
using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>Somebody who has never seen the portal: from the sign-in page to an Excel file and a PDF, with scripts and without.</summary>
public sealed class NewcomerTests
{
    [Theory]
    [InlineData(DemoRole.MunicipalOfficer, true, "宮城見本001町は全国")]
    [InlineData(DemoRole.PrefectureStaff, true, "宮城県は全国")]
    [InlineData(DemoRole.Administrator, true, "令和8年度までの結果が入っています")]
    [InlineData(DemoRole.Viewer, true, "全国1,741市町村の平均は")]
    [InlineData(DemoRole.MunicipalOfficer, false, "宮城見本001町は全国")]
    [InlineData(DemoRole.PrefectureStaff, false, "宮城県は全国")]
    [InlineData(DemoRole.Administrator, false, "令和8年度までの結果が入っています")]
    [InlineData(DemoRole.Viewer, false, "全国1,741市町村の平均は")]
    public async Task FromSignIn_ToFilesToTakeAway(DemoRole role, bool hasScripts, string home) =>
        await Visitor.TravelAsync(await Portal.Demo, $"Newcomer_{role}_{(hasScripts ? "" : "no_")}scripts", async visitor =>
        {
            await visitor.SignInAsync(role);
            await Assertions.Expect(visitor.Page.Locator("#today-h")).ToContainTextAsync(home);
            await OpenRankingAsync(visitor);
            await OrderByChangeAsync(visitor);
            await OpenFirstProfileAsync(visitor);
            if (hasScripts) await OpenIndicatorInPlaceAsync(visitor);
            else await OpenIndicatorByLinkAsync(visitor);
            await TakeAwayAsync(visitor);
            await SignOutAsync(visitor);
        }, new BrowserNewContextOptions { JavaScriptEnabled = hasScripts });

    private static async Task OpenRankingAsync(Visitor visitor)
    {
        await visitor.FollowAsync("順位表", visitor.Menu);
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync("市町村順位表");

        await visitor.Page.GetByLabel("都道府県", new() { Exact = true }).SelectOptionAsync("宮城県（35）");
        await visitor.PressAsync("絞り込む");

        await Assertions.Expect(visitor.Page.Locator(".tablebar p").First).ToContainTextAsync("条件に合う35団体");
        Assert.All(await visitor.Page.Locator("tbody th[scope=row] .sub").AllTextContentsAsync(), place =>
            Assert.StartsWith("宮城県", place, StringComparison.Ordinal));
    }

    private static async Task OrderByChangeAsync(Visitor visitor)
    {
        await visitor.FollowAsync("増減（点）", Table(visitor, "市町村順位表"));

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "増減（点）" })).ToHaveAttributeAsync("aria-sort", "descending");
        var changes = await ColumnAsync(visitor, "増減（点）");
        Assert.Equal(35, changes.Count);
        Assert.Equal(changes.OrderDescending(), changes);
        Assert.Contains("prefecture=4", visitor.Path, StringComparison.Ordinal);
    }

    private static async Task OpenFirstProfileAsync(Visitor visitor)
    {
        var name = await visitor.Page.Locator("tbody .name").First.InnerTextAsync();

        await visitor.FollowAsync(name, Table(visitor, "市町村順位表"));

        await Assertions.Expect(visitor.Heading).ToContainTextAsync(name);
    }

    private static async Task OpenIndicatorInPlaceAsync(Visitor visitor)
    {
        var (address, asked) = (visitor.Page.Url, new List<string>());
        visitor.Page.Request += (_, request) =>
        {
            if (request.ResourceType is "document" or "fetch") asked.Add(new Uri(request.Url).AbsolutePath); // not what is drawn with: icons, fonts
        };

        await visitor.Page.RunAndWaitForResponseAsync(() => Indicator(visitor).ClickAsync(), "**/indicator?*");

        await Assertions.Expect(Indicator(visitor)).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(Indicator(visitor)).ToBeFocusedAsync();
        Assert.Equal(address, visitor.Page.Url);
        Assert.EndsWith("/indicator", Assert.Single(asked), StringComparison.Ordinal);
        await ExpectSubItemsAsync(visitor);
    }

    private static async Task OpenIndicatorByLinkAsync(Visitor visitor)
    {
        await visitor.ArriveAfterAsync(() => Indicator(visitor).ClickAsync());

        await Assertions.Expect(Indicator(visitor)).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Contains("?open=推進/Ⅰ/体制/2", visitor.Path, StringComparison.Ordinal);
        await ExpectSubItemsAsync(visitor);
    }

    private static async Task ExpectSubItemsAsync(Visitor visitor) =>
        Assert.Equal(["ア", "イ", "ウ", "エ"], await Table(visitor, "事業計画の進捗状況の枝番").Locator("tbody th").AllInnerTextsAsync());

    private static async Task TakeAwayAsync(Visitor visitor)
    {
        Assert.StartsWith("PK", await DownloadAsync(visitor, "Excel", ".xlsx"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF", await DownloadAsync(visitor, "PDF", ".pdf"), StringComparison.Ordinal);
    }

    private static async Task SignOutAsync(Visitor visitor)
    {
        await visitor.Page.Locator("summary", new() { Has = visitor.Page.Locator("b") }).Last.ClickAsync();
        await visitor.PressAsync("サインアウト");

        await Assertions.Expect(visitor.Heading).ToHaveTextAsync("サインイン");
    }

    private static ILocator Indicator(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "事業計画の進捗状況", Exact = true });

    private static ILocator Table(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Table, new() { Name = name })
            .Or(visitor.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true }).GetByRole(AriaRole.Table)).First;

    private static async Task<IReadOnlyList<int>> ColumnAsync(Visitor visitor, string heading)
    {
        var table = Table(visitor, "市町村順位表");
        var headings = await table.Locator("thead th").AllInnerTextsAsync();
        var place = headings.ToList().FindIndex(h => h.Trim() == heading) + 1;
        var cells = await table.Locator($"tbody tr > :nth-child({place})").AllInnerTextsAsync();
        return [.. cells.Select(ChangeOf)];
    }

    /// <summary>A change as it is seen: the words for those who listen stand on the next line.</summary>
    private static int ChangeOf(string cell) =>
        int.Parse(cell.Split('\n')[0].Replace('▲', '-').Replace("±", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The first bytes of a file behind a link.</summary>
    private static async Task<string> DownloadAsync(Visitor visitor, string link, string ending)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(
            () => visitor.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        Assert.EndsWith(ending, download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        var start = new byte[4];
        await file.ReadExactlyAsync(start);
        return Encoding.ASCII.GetString(start);
    }
}
