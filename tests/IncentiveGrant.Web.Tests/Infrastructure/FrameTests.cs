using AngleSharp.Html.Dom;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>The frame around every page, looked at on the pages that need nothing else.</summary>
public class FrameTests
{
    private static readonly PortalFrame Frame = new()
    {
        IsDemo = true,
        Years = [new FrameYear(new FiscalYear(2026), "確定"), new FrameYear(new FiscalYear(2025), "確定")],
        User = new FrameUser("担当者<Ａ>", "柴田町 福祉課", "柴田町のデータを編集できます。")
        {
            Links = [new NavigationItem("パスワードの変更", "/account/password")],
        },
        Navigation = Navigation.For(new FiscalYear(2026), PortalRole.MunicipalOfficer),
        DataUpdatedAt = new DateTimeOffset(2026, 10, 2, 0, 0, 0, TimeSpan.Zero),
        Version = "1.2.3",
    };

    [Fact]
    public async Task Page_IsAWholeJapaneseDocument()
    {
        await using var host = await KitHost.StartAsync(Frame);

        var page = await host.OpenAsync("/error/404");

        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ページが見つかりません｜インセンティブ交付金ポータル", page.Title);
        Assert.Equal("ページが見つかりません", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal(["ホーム", "ページが見つかりません"], page.QuerySelectorAll(".crumbs li").Select(li => li.TextContent));
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main[tabindex='-1']"));
        Assert.Equal("版 1.2.3　データ更新 令和8年10月2日 9:00", page.QuerySelector("footer p:last-child")!.TextContent);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Page_WritesJapaneseAsItIs()
    {
        await using var host = await KitHost.StartAsync(Frame);

        var html = await (await host.GetAsync("/error/404")).Content.ReadAsStringAsync();

        Assert.Contains("担当者&lt;Ａ&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_SaysSoOnScreenAndOnPaper()
    {
        await using var demo = await KitHost.StartAsync(Frame);
        await using var real = await KitHost.StartAsync(Frame with { IsDemo = false });

        var (inDemo, inReal) = (await demo.OpenAsync("/error/404"), await real.OpenAsync("/error/404"));

        Assert.StartsWith("デモデータ：得点は架空です", inDemo.QuerySelector(".demo")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is-demo", inDemo.Body!.ClassList);
        Assert.Null(inReal.QuerySelector(".demo"));
        Assert.DoesNotContain("is-demo", inReal.Body!.ClassList);
    }

    [Fact]
    public async Task Frame_WithAUser_HasSearchMenuAndSignOut()
    {
        await using var host = await KitHost.StartAsync(Frame);

        var page = await host.OpenAsync("/error/404");

        Assert.Equal("/search", page.QuerySelector("form[role=search]")!.GetAttribute("action"));
        Assert.Equal(["ホーム", "順位表", "団体"], page.QuerySelectorAll(".nav a").Select(a => a.TextContent));
        var signOut = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(".menu form"));
        Assert.Equal("post", signOut.Method);
        Assert.NotNull(signOut.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("/account/password", page.QuerySelector(".menu__list a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Frame_ThatNobodyLoaded_StillShowsThePage()
    {
        await using var host = await KitHost.StartAsync();

        var page = await host.OpenAsync("/error/500");

        Assert.Equal("システムのエラーが起きました", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("form"));
        Assert.Null(page.QuerySelector(".nav"));
    }

    [Fact]
    public async Task YearSwitcher_KeepsThePageAndItsFilters()
    {
        await using var host = await KitHost.StartAsync(Frame, routes => routes.MapGet(
            "/rankings/{year:int}/municipalities",
            (HttpContext context, int year) => KitHost.ShowHeader(context, Frame, new PageHead("市町村順位表") { Year = new FiscalYear(year) })));

        var page = await host.OpenAsync("/rankings/2026/municipalities?pref=4&p=8");

        var years = page.QuerySelector(".menu")!.QuerySelectorAll("a");
        Assert.Equal(
            ["/rankings/2026/municipalities?pref=4", "/rankings/2025/municipalities?pref=4"],
            years.Select(a => a.GetAttribute("href")));
        Assert.Equal(["true", null], years.Select(a => a.GetAttribute("aria-current")));
        Assert.Equal("令和8年度（2026）", page.QuerySelector(".menu summary b")!.TextContent);
        Assert.Equal("順位表", page.QuerySelector(".nav [aria-current=page]")!.TextContent);
    }
}
