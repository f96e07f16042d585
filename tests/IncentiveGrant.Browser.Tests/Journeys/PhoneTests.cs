using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>A municipal officer with a phone: 400 px, touch.</summary>
public sealed class PhoneTests
{
    [Fact]
    public async Task OfficerOnAPhone_FindsTheirResultAndTakesThePdf() => await Visitor.TravelAsync(await Portal.Demo, "Phone", async visitor =>
    {
        await visitor.SignInAsync(DemoRole.MunicipalOfficer);
        await Assertions.Expect(visitor.Page.Locator("#today-h")).ToBeInViewportAsync();

        await visitor.FollowAsync("順位表", visitor.Menu);
        await Assertions.Expect(visitor.Menu.GetByRole(AriaRole.Link, new() { Name = "順位表" })).ToHaveAttributeAsync("aria-current", "page");
        await visitor.FollowAsync("ホーム", visitor.Menu);
        await visitor.FollowAsync("詳しい結果を見る");

        await Assertions.Expect(visitor.Heading).ToContainTextAsync("宮城見本001町");
        await Assertions.Expect(visitor.Page.Locator("#summary .fig--xl")).ToBeInViewportAsync();
        await FoldAsync(visitor);
        var pdf = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "PDF", Exact = true }).TapAsync());
        Assert.Equal("令和8年度_宮城見本001町_評価結果.pdf", pdf.SuggestedFilename);
        Assert.Null(await visitor.SidewaysAsync(400));
    }, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 400, Height = 800 }, HasTouch = true, IsMobile = true });

    /// <summary>Sections are open on a phone too, and fold by a tap.</summary>
    private static async Task FoldAsync(Visitor visitor)
    {
        var first = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "事業計画の進捗状況", Exact = true });
        await Assertions.Expect(first).ToBeVisibleAsync();
        await visitor.Page.Locator("summary", new() { HasText = "指標と枝番" }).TapAsync();
        await Assertions.Expect(first).ToBeHiddenAsync();
    }
}
