using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Users;

public sealed class EditTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfNobody_IsNotFound() =>
        await (await host.SignInAsAsync(PortalRole.Administrator)).OpenAsync("/admin/users/999999", HttpStatusCode.NotFound);

    [Fact]
    public async Task Post_SavesWhatWasChangedAndKeepsTheRest()
    {
        var (account, client, page) = await OpenAsync(PortalRole.PrefectureStaff);

        var after = await client.SubmitAsync(page, "#details", ("Input.Office", "健康推進課"));

        Assert.Equal(("保存しました。", "健康推進課"), (after.Texts(".note--good p").Single(), after.Find("#Input_Office").GetAttribute("value")));
        Assert.Equal(["宮城県（全域）"], after.Texts("ul[aria-label='選んだ団体'] label"));
        var entry = await host.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Subject == account.UserName && e.Action == "利用者の変更"));
        Assert.Equal(
            ("kanri", "氏名：試験 三郎／所属：試験課／役割：都道府県職員／担当団体：宮城県", "氏名：試験 三郎／所属：健康推進課／役割：都道府県職員／担当団体：宮城県"),
            (entry.Actor, entry.OldValue, entry.NewValue));
    }

    [Fact]
    public async Task Post_WithAnotherRoleAndScope_SavesBoth()
    {
        var (_, client, page) = await OpenAsync(PortalRole.PrefectureStaff);
        var town = await host.InDatabaseAsync(db => db.Municipalities.Where(m => m.Name == "あおば市").Select(m => m.Id).SingleAsync());

        page = await client.SubmitAsync(page.Form("#details").Fill(("Input.Prefecture", "4")).Press("団体を表示する"));

        var after = await client.SubmitAsync(
            page.Form("#details").Untick("Input.Scope", "4").Fill(("Input.Scope", $"{town}"), ("Input.Role", "MunicipalOfficer")));

        Assert.Equal(["宮城県あおば市"], after.Texts("ul[aria-label='選んだ団体'] label"));
        Assert.Equal("市町村担当者", after.Texts("#Input_Role option[selected]").Single());
    }

    [Fact]
    public async Task Post_WithoutAnyChange_WritesNoAuditEntry()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);

        await client.SubmitAsync(page, "#details");

        Assert.Equal(1, await host.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Subject == account.UserName)));
    }

    [Fact]
    public async Task Post_AfterSomebodyElseHasSaved_ShowsBothAndSavesNothingUnlessAskedAgain()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);
        var other = await host.SignInAsAsync(PortalRole.Administrator);
        await other.SubmitAsync(await other.OpenAsync(page.Path), "#details", ("Input.Office", "先の課"));

        var conflict = await client.SubmitAsync(page, "#details", ("Input.DisplayName", "後の名"), ("Input.Office", "後の課"));

        Assert.Equal("先の課", conflict.Fact("所属"));
        Assert.Contains("保存していません。", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("後の課", conflict.Find("#Input_Office").GetAttribute("value"));
        Assert.Equal("先の課", (await FindAsync(account.Id)).Office);
        var after = await client.SubmitAsync(conflict, "#details");
        Assert.Equal("保存しました。", after.Texts(".note--good p").Single());
        Assert.Equal("後の課", (await FindAsync(account.Id)).Office);
    }

    [Fact]
    public async Task Post_WhileTheUserFailsToSignIn_MeetsNoConflict()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);
        var user = host.NewClient();
        await user.SubmitAsync(
            await user.OpenAsync("/account/sign-in"), ("Input.UserName", account.UserName!), ("Input.Password", "not the password"));

        var after = await client.SubmitAsync(page, "#details", ("Input.Office", "健康推進課"));

        Assert.Equal("保存しました。", after.Texts(".note--good p").Single());
    }

    [Fact]
    public async Task ResetPassword_ShowsAnotherOnceAndEndsTheSessions()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);
        var user = host.NewClient();
        await user.SignInAsync(account.UserName!, TestAccounts.Password);

        var after = await client.SubmitAsync(page, "#reset-password");
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/account")).StatusCode);
        await host.NewClient().SignInAsync(account.UserName!, after.Texts("#one-time-password").Single());
        Assert.False((await client.OpenAsync(after.Path)).Has("#one-time-password"));
        Assert.Equal(
            1, await host.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Subject == account.UserName && e.Action == "パスワードの再設定")));
    }

    [Fact]
    public async Task ResetPassword_LiftsALock()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);
        for (var i = 0; i < AccountServices.MaxFailedAttempts; i++)
        {
            var user = host.NewClient();
            await user.SubmitAsync(
                await user.OpenAsync("/account/sign-in"), ("Input.UserName", account.UserName!), ("Input.Password", "not the password"));
        }
        var locked = await client.OpenAsync(page.Path);

        var after = await client.SubmitAsync(locked, "#reset-password");

        Assert.Contains("までサインインできません。", locked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("までサインインできません。", after.Text, StringComparison.Ordinal);
        await host.NewClient().SignInAsync(account.UserName!, after.Texts("#one-time-password").Single());
    }

    [Fact]
    public async Task Close_EndsTheSessionsAndKeepsTheUserOutUntilReopened()
    {
        var (account, client, page) = await OpenAsync(PortalRole.Viewer);
        var user = host.NewClient();
        await user.SignInAsync(account.UserName!, TestAccounts.Password);

        var closed = await client.SubmitAsync(page, "#close");
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        var afterClosing = await user.GetAsync("/account");
        var reopened = await client.SubmitAsync(closed, "#reopen");

        Assert.Equal(("利用を停止しました。", "利用を再開しました。"), (closed.Texts(".note--good p").Single(), reopened.Texts(".note--good p").Single()));
        Assert.Equal(HttpStatusCode.Redirect, afterClosing.StatusCode);
        await host.NewClient().SignInAsync(account.UserName!, TestAccounts.Password);
        Assert.Equal(["利用の停止", "利用の再開"], await host.InDatabaseAsync(
            db => db.AuditEntries.Where(e => e.Subject == account.UserName && e.Action.StartsWith("利用の")).OrderBy(e => e.Sequence)
                .Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task AccountClosedBehindThePortalsBack_FallsOutWithinAMinute()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        var user = host.NewClient();
        await user.SignInAsync(account.UserName!, TestAccounts.Password);
        await host.InDatabaseAsync(
            db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsClosed, true)));

        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/account")).StatusCode);
    }

    private async Task<(Data.Accounts.Account Account, PortalClient Client, PortalPage Page)> OpenAsync(PortalRole role)
    {
        var account = await host.AddAccountAsync(role);
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        return (account, client, await client.OpenAsync($"/admin/users/{account.Id}"));
    }

    private Task<Data.Accounts.Account> FindAsync(int id) => host.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == id));
}
