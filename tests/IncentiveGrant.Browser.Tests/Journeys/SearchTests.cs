using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>Somebody looks for a place or an indicator, and for the same in another year.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("みほん００１", "宮城見本001町", true)]
    [InlineData("宮城見本001", "宮城見本001町", true)]
    [InlineData("048011", "宮城見本001町", true)]
    [InlineData("みやぎけん", "宮城県", true)]
    [InlineData("みほん００１", "宮城見本001町", false)]
    [InlineData("みやぎけん", "宮城県", false)]
    public async Task Place_IsFoundByWhateverIsKnownOfIt(string words, string name, bool hasScripts) =>
        await TravelAsync($"Place_{name}", hasScripts, async visitor =>
        {
            await SearchAsync(visitor, words);
            await visitor.FollowAsync(name, visitor.Page.Locator("main"));

            await Assertions.Expect(visitor.Heading).ToContainTextAsync(name);
            Assert.EndsWith("/2026", visitor.Path, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Indicator_LeadsToItsRanking(bool hasScripts) => await TravelAsync("Indicator", hasScripts, async visitor =>
    {
        await SearchAsync(visitor, "進捗状況");
        await visitor.ArriveAfterAsync(() => visitor.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "事業計画の進捗状況" }).ClickAsync());

        Assert.Equal("/rankings/2026/municipalities?level=推進/Ⅰ/体制/2", visitor.Path);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "並べる得点" })).ToHaveValueAsync("推進/Ⅰ/体制/2");
    });

    [Fact]
    public async Task NothingFound_SaysHowToSearch() => await TravelAsync("Nothing", hasScripts: true, async visitor =>
    {
        await SearchAsync(visitor, "どこにもない町");

        await Assertions.Expect(visitor.Page.Locator("main .note")).ToContainTextAsync("「どこにもない町」に当たる団体・指標はありません");
    });

    [Theory]
    [InlineData("/rankings/2026/municipalities?prefecture=4&sort=-change", "/rankings/2025/municipalities?prefecture=4&sort=-change")]
    [InlineData("/rankings/2026/prefectures?by=municipalities", "/rankings/2025/prefectures?by=municipalities")]
    [InlineData("/municipalities/048011/2026?show=lost", "/municipalities/048011/2025?show=lost")]
    [InlineData("/prefectures/040002/2026", "/prefectures/040002/2025")]
    [InlineData("/search?q=みほん", "/search?q=みほん&year=2025")]
    public async Task YearSwitcher_KeepsThePage(string path, string expected) => await TravelAsync("Year", hasScripts: false, async visitor =>
    {
        await visitor.OpenAsync(path);
        var heading = await visitor.Heading.InnerTextAsync();

        await visitor.Page.Locator("summary", new() { HasText = "評価年度" }).ClickAsync();
        await visitor.ArriveAfterAsync(() => visitor.Page.Locator(".menu__list").GetByRole(AriaRole.Link, new() { Name = "令和7年度" }).ClickAsync());

        Assert.Equal(expected, visitor.Path);
        await Assertions.Expect(visitor.Page.Locator(".menu summary b").First).ToHaveTextAsync("令和7年度（2025）");
        Assert.Equal(heading, await visitor.Heading.InnerTextAsync());
    });

    private static async Task SearchAsync(Visitor visitor, string words)
    {
        var box = visitor.Page.GetByRole(AriaRole.Searchbox);
        await box.FillAsync(words);
        await visitor.ArriveAfterAsync(() => box.PressAsync("Enter"));
    }

    private static async Task TravelAsync(string name, bool hasScripts, Func<Visitor, Task> journey) =>
        await Visitor.TravelAsync(await Portal.Demo, $"Search_{name}", async visitor =>
        {
            await visitor.SignInAsync(DemoRole.Viewer);
            await journey(visitor);
        }, new BrowserNewContextOptions { JavaScriptEnabled = hasScripts });
}
