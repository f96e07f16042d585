using System.Text.RegularExpressions;
using IncentiveGrant.Browser.Tests.Hosting;
using IncentiveGrant.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>A portal with an empty database: the code on its console makes the first administrator, whose home says what to load.</summary>
public sealed partial class FirstStartTests
{
    private const string Password = "はじめての長い合言葉です";

    [Fact]
    public async Task CodeFromTheConsole_MakesTheAdministrator_WhoSeesWhatToLoad()
    {
        using var portal = await Portal.StartAsync(isDemo: false);
        await Visitor.TravelAsync(portal, "FirstStart", async visitor =>
        {
            await RegisterAsync(visitor, Code().Match(portal.Console).Value);
            await ReadHomeAsync(visitor);
            await OpenEmptyListAsync(visitor);

            await visitor.OpenAsync("/setup", 404);
        });
    }

    private static async Task RegisterAsync(Visitor visitor, string code)
    {
        await visitor.OpenAsync("/");
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync("サインイン");
        Assert.Empty(await Inspection.FaultsAsync(visitor));
        await visitor.FollowAsync("初期設定");
        Assert.Empty(await Inspection.FaultsAsync(visitor));

        await visitor.FillAsync(
            ("初期設定コード", code), ("ユーザー名", "kanri"), ("氏名", "管理 花子"), ("所属", "宮城県 長寿社会政策課"), ("パスワード", Password), ("パスワード（確認）", Password));
        await visitor.PressAsync("管理者を登録する");

        await Assertions.Expect(visitor.Page.Locator(".note")).ToContainTextAsync("最初の管理者を登録しました");
        Assert.Equal("/admin/users", visitor.Path);
    }

    private static async Task ReadHomeAsync(Visitor visitor)
    {
        await visitor.FollowAsync("ホーム", visitor.Menu);

        await Assertions.Expect(visitor.Page.Locator("#today-h")).ToHaveTextAsync("結果はまだ取り込まれていません");
        Assert.Equal(["import jurisdictions", "import point-table", "import results"], await visitor.Page.Locator(".note code").AllInnerTextsAsync());
        Assert.Equal(["ホーム", "団体", "配点表", "突合", "利用者"], await visitor.Menu.GetByRole(AriaRole.Link).AllInnerTextsAsync());
        Assert.Empty(await Inspection.FaultsAsync(visitor));
    }

    private static async Task OpenEmptyListAsync(Visitor visitor)
    {
        await visitor.FollowAsync("団体", visitor.Menu);

        await Assertions.Expect(visitor.Page.Locator(".note")).ToContainTextAsync("結果がまだ取り込まれていない");
        Assert.Empty(await Inspection.FaultsAsync(visitor));
    }

    [GeneratedRegex("[a-z0-9]{4}(-[a-z0-9]{4}){3}")]
    private static partial Regex Code();
}
