using IncentiveGrant.Browser.Tests.Hosting;
using IncentiveGrant.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>An administrator registers a colleague, who signs in for the first time; and closes the account when the colleague has left.</summary>
public sealed class UserAdministrationTests
{
    private const string OwnPassword = "わたしだけが知る長い合言葉";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NewUser_ChangesTheInitialPassword_AndIsKeptOutOnceClosed(bool hasScripts)
    {
        var (portal, userName) = (await Portal.Demo, hasScripts ? "shinjin" : "shinjin-2");
        await Visitor.TravelAsync(portal, $"UserAdministration_{userName}", async administrator =>
        {
            await administrator.SignInAsync(DemoRole.Administrator);
            var oneTimePassword = await RegisterAsync(administrator, userName);

            await Visitor.TravelAsync(portal, $"UserAdministration_{userName}_colleague", async colleague =>
            {
                await SignInForTheFirstTimeAsync(colleague, userName, oneTimePassword);
                await CloseAsync(administrator);
                await SignInInVainAsync(colleague, userName);
            }, How());
        }, How());

        BrowserNewContextOptions How() => new() { JavaScriptEnabled = hasScripts };
    }

    private static async Task<string> RegisterAsync(Visitor administrator, string userName)
    {
        await administrator.FollowAsync("利用者", administrator.Menu);
        await administrator.FollowAsync("利用者を登録する");
        await administrator.FillAsync(("ユーザー名", userName), ("氏名", "新任 太郎"), ("所属", "宮城見本002町 福祉課"));
        await administrator.Page.GetByLabel("役割", new() { Exact = true }).SelectOptionAsync("市町村担当者");
        await administrator.Page.GetByLabel("団体を選ぶ都道府県").SelectOptionAsync("宮城県");
        await administrator.PressAsync("団体を表示する");
        await Assertions.Expect(administrator.Page.GetByLabel("氏名", new() { Exact = true })).ToHaveValueAsync("新任 太郎");
        Assert.Empty(await Inspection.FaultsAsync(administrator));
        await administrator.Page.GetByLabel("宮城見本002町", new() { Exact = true }).CheckAsync();

        await administrator.PressAsync("登録する");

        await Assertions.Expect(administrator.Page.Locator(".note").First).ToContainTextAsync("利用者を登録しました");
        Assert.Empty(await Inspection.FaultsAsync(administrator));
        return await administrator.Page.Locator("#one-time-password").InnerTextAsync();
    }

    private static async Task SignInForTheFirstTimeAsync(Visitor colleague, string userName, string oneTimePassword)
    {
        await colleague.OpenAsync("/");
        await colleague.FillAsync(("ユーザー名", userName), ("パスワード", oneTimePassword));
        await colleague.PressAsync("サインイン");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("パスワードの変更");
        Assert.Empty(await Inspection.FaultsAsync(colleague));

        await colleague.FillAsync(("今のパスワード", oneTimePassword), ("新しいパスワード", "みじかい"), ("新しいパスワード（確認）", "みじかい"));
        await colleague.PressAsync("変更する");
        await Assertions.Expect(colleague.Page.Locator(".errors")).ToContainTextAsync("12文字以上");
        Assert.Empty(await Inspection.FaultsAsync(colleague));

        await colleague.FillAsync(("今のパスワード", oneTimePassword), ("新しいパスワード", OwnPassword), ("新しいパスワード（確認）", OwnPassword));
        await colleague.PressAsync("変更する");
        await Assertions.Expect(colleague.Page.Locator("#today-h")).ToContainTextAsync("宮城見本002町は全国");
    }

    private static async Task CloseAsync(Visitor administrator)
    {
        await administrator.PressAsync("利用を停止する");

        await Assertions.Expect(administrator.Page.Locator(".note").First).ToContainTextAsync("利用を停止しました");
    }

    private static async Task SignInInVainAsync(Visitor colleague, string userName)
    {
        await colleague.Page.Context.ClearCookiesAsync();
        await colleague.OpenAsync("/account/sign-in");
        await colleague.FillAsync(("ユーザー名", userName), ("パスワード", OwnPassword));
        await colleague.PressAsync("サインイン");

        await Assertions.Expect(colleague.Page.Locator(".errors")).ToContainTextAsync("サインインできませんでした");
    }
}
