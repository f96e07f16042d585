using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Account;

public sealed class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(PortalRole.Viewer, "閲覧 二郎", "見学", "閲覧者", "なし")]
    [InlineData(PortalRole.MunicipalOfficer, "役場 一郎", "かわべ町 福祉課", "市町村担当者", "宮城県かわべ町")]
    [InlineData(PortalRole.PrefectureStaff, "県庁 花子", "宮城県 長寿社会政策課", "都道府県職員", "宮城県")]
    [InlineData(PortalRole.Administrator, "管理 太郎", "システム管理", "管理者", "なし")]
    public async Task Get_ShowsWhoIsSignedIn(PortalRole role, string name, string office, string roleName, string scope)
    {
        var client = await host.SignInAsAsync(role);

        var page = await client.OpenAsync("/account");

        Assert.Equal(
            [name, office, TestAccounts.NameOf(role), roleName, scope], ((string[])["氏名", "所属", "ユーザー名", "役割", "担当団体"]).Select(page.Fact));
    }

    [Fact]
    public async Task Get_AfterTheScopeHasChanged_ShowsItWithinAMinute()
    {
        var account = await host.AddAccountAsync(PortalRole.PrefectureStaff);
        var client = host.NewClient();
        await client.SignInAsync(account.UserName!, TestAccounts.Password);
        var stamp = await host.InDatabaseAsync(db => db.Users.Where(a => a.Id == account.Id).Select(a => a.ConcurrencyStamp).SingleAsync());
        var details = new AccountDetails("試験 三郎", "試験課", PortalRole.Viewer, [TestJurisdictions.Yamagata]);
        await host.ChangeAsync(d => d.ChangeAsync(account.Id, details, stamp, new AccountActor(null, "test"), default));

        host.Clock.Advance(TimeSpan.FromSeconds(61));
        var page = await client.OpenAsync("/account");

        Assert.Equal(("閲覧者", "山形県"), (page.Fact("役割"), page.Fact("担当団体")));
    }

    [Fact]
    public async Task SignOutButton_SignsOut()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);

        var after = await client.SubmitAsync(await client.OpenAsync("/account"));

        Assert.Equal("/account/sign-in", after.Path);
    }
}
