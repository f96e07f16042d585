using IncentiveGrant.Browser.Tests.Hosting;
using IncentiveGrant.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>Somebody without a mouse.</summary>
public sealed class KeyboardTests
{
    private const int MostStops = 250;

    [Fact]
    public async Task SkipLink_LeadsPastTheFrame() => await TravelAsync("SkipLink", "/rankings/2026/municipalities", async visitor =>
    {
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "本文へ移動" })).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator(":focus")).ToBeInViewportAsync();

        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visitor.Page.Locator("main :focus")).ToHaveTextAsync("ホーム");
    });

    [Theory]
    [InlineData("/rankings/2026/municipalities")]
    [InlineData("/rankings/2026/prefectures")]
    public async Task SecondSkipLink_LeadsToTheTable(string path) => await TravelAsync("SecondSkipLink", path, async visitor =>
    {
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "表へ移動" })).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator(":focus")).ToBeInViewportAsync();

        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visitor.Page.Locator("#ranking thead :focus")).ToBeInViewportAsync();
    });

    [Fact]
    public async Task YearMenu_OpensClosesAndLeadsToAnotherYear() => await TravelAsync("YearMenu", PageList.Own, async visitor =>
    {
        var summary = visitor.Page.Locator("summary", new() { HasText = "評価年度" });
        var lastYear = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "令和7年度" });

        await visitor.TabToAsync(summary);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lastYear).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(lastYear).ToBeHiddenAsync();
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.TabToAsync(lastYear);
        await visitor.ArriveAfterAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("/municipalities/048011/2025", visitor.Path);
    });

    [Fact]
    public async Task Filters_AreChosenAndApplied() => await TravelAsync("Filters", "/rankings/2026/municipalities", async visitor =>
    {
        await visitor.TabToAsync(visitor.Page.GetByLabel("都道府県", new() { Exact = true }));
        for (var prefecture = 1; prefecture <= 4; prefecture++) await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }));
        await visitor.ArriveAfterAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

        await Assertions.Expect(visitor.Page.Locator(".tablebar p").First).ToContainTextAsync("条件に合う35団体");
        await Assertions.Expect(visitor.Page.Locator("tbody .sub").First).ToContainTextAsync("宮城県");
    });

    [Fact]
    public async Task Chart_HasItsTableWithinReach() => await TravelAsync("ChartTable", "/rankings/2026/municipalities", async visitor =>
    {
        await visitor.TabToAsync(visitor.Page.Locator("summary", new() { HasText = "分布を表で見る" }));
        await visitor.Page.Keyboard.PressAsync("Enter");

        var counts = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "合計得点の分布" }).Locator("tbody td").AllInnerTextsAsync();
        Assert.Equal(1741, counts.Sum(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
    });

    [Fact]
    public async Task Indicator_OpensAndClosesUnderTheFocus() => await TravelAsync("Indicator", PageList.Own, async visitor =>
    {
        var indicator = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "事業計画の進捗状況", Exact = true });
        var subItems = visitor.Page.GetByRole(AriaRole.Table, new() { Name = "事業計画の進捗状況の枝番" });

        await visitor.TabToAsync(indicator);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(subItems).ToBeVisibleAsync();
        await Assertions.Expect(indicator).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(subItems).ToBeHiddenAsync();
        await Assertions.Expect(indicator).ToBeFocusedAsync();
    });

    /// <summary>WCAG 2.4.7 and 2.4.11: wherever the focus goes, it is seen; and it gets to the end of the page.</summary>
    [Theory]
    [InlineData("/rankings/2026/municipalities?prefecture=4")]
    [InlineData(PageList.Own)]
    [InlineData("/prefectures/040002/2026")]
    public async Task EveryStop_IsSeen(string path) => await TravelAsync("EveryStop", path, async visitor =>
    {
        var (hidden, stops) = (new List<string>(), 0);
        while (await visitor.NextStopAsync() is { } stop)
        {
            if (!stop.IsSeen) hidden.Add(stop.Name);
            Assert.InRange(++stops, 1, MostStops);
        }

        Assert.Empty(hidden);
        Assert.InRange(stops, 30, MostStops);
    });

    private static async Task TravelAsync(string name, string path, Func<Visitor, Task> journey) =>
        await Visitor.TravelAsync(await Portal.Demo, $"Keyboard_{name}", async visitor =>
        {
            await visitor.SignInAsync(DemoRole.MunicipalOfficer);
            await visitor.OpenAsync(path);
            await journey(visitor);
        });
}
