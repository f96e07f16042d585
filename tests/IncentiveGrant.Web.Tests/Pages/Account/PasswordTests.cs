using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Account;

public sealed class PasswordTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string NewPassword = "another four words here";

    [Fact]
    public async Task Post_WithTheRightPassword_ChangesIt()
    {
        var (account, client) = await SignedInAsync();

        var after = await SubmitAsync(client, TestAccounts.Password, NewPassword);

        Assert.Equal(("/account", "パスワードを変更しました。"), (after.Path, after.Texts(".note p").Single()));
        await host.NewClient().SignInAsync(account.UserName!, NewPassword);
    }

    [Fact]
    public async Task Post_EndsTheOtherSessionsOfTheAccountButNotThisOne()
    {
        var (account, client) = await SignedInAsync();
        var elsewhere = host.NewClient();
        await elsewhere.SignInAsync(account.UserName!, TestAccounts.Password);

        await SubmitAsync(client, TestAccounts.Password, NewPassword);
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData("eleven char", "パスワードは12文字以上にしてください。")]
    [InlineData("password1234", "よく使われるパスワードは推測されやすいため使えません。別のものにしてください。")]
    [InlineData("PassWord1234", "よく使われるパスワードは推測されやすいため使えません。別のものにしてください。")]
    [InlineData("ababababababab", "同じ文字を並べたパスワードは使えません。別のものにしてください。")]
    [InlineData(TestAccounts.Password, "今のパスワードと違うものにしてください。")]
    public async Task Post_WithAPasswordThatIsEasilyGuessed_IsRefused(string password, string error)
    {
        var (_, client) = await SignedInAsync();

        var page = await SubmitAsync(client, TestAccounts.Password, password);

        Assert.Equal([error], page.Errors);
        Assert.Equal(error, page.ErrorAt("Input.Password"));
    }

    [Theory]
    [InlineData("かんたんに覚えられる文です")]
    [InlineData("no digits or capitals")]
    public async Task Post_WithALongPasswordOfAnyCharacters_IsTaken(string password)
    {
        var (_, client) = await SignedInAsync();

        var after = await SubmitAsync(client, TestAccounts.Password, password);

        Assert.Equal("/account", after.Path);
    }

    [Fact]
    public async Task Post_WithTheUserName_IsRefused()
    {
        await host.ChangeAsync(d => d.CreateAsync("long-user-name", new AccountDetails("試験", "試験課", PortalRole.Viewer, []),
            TestAccounts.Password, new AccountActor(null, "test"), default));
        var client = host.NewClient();
        await client.SignInAsync("long-user-name", TestAccounts.Password);

        var page = await SubmitAsync(client, TestAccounts.Password, "Long-User-Name");

        Assert.Equal(["ユーザー名と同じパスワードは使えません。別のものにしてください。"], page.Errors);
    }

    [Fact]
    public async Task Post_WithAWrongPresentPassword_IsRefusedAndPutOffInTheEnd()
    {
        var (account, client) = await SignedInAsync();

        var page = await SubmitAsync(client, "not the password", NewPassword);
        for (var i = 1; i < AttemptLimiter.PerTarget; i++) await SubmitAsync(client, "not the password", NewPassword);
        var putOff = await SubmitAsync(client, TestAccounts.Password, NewPassword);

        Assert.Equal("今のパスワードが違います。入力し直してください。", page.ErrorAt("Input.CurrentPassword"));
        Assert.Equal(HttpStatusCode.TooManyRequests, putOff.Status);
        host.Clock.Advance(AttemptLimiter.Window);
        await host.NewClient().SignInAsync(account.UserName!, TestAccounts.Password);
    }

    [Fact]
    public async Task Post_WithAnotherConfirmation_IsRefused()
    {
        var (_, client) = await SignedInAsync();

        var page = await client.SubmitAsync(
            await client.OpenAsync("/account/password"),
            ("Input.CurrentPassword", TestAccounts.Password), ("Input.Password", NewPassword), ("Input.Confirmation", NewPassword + "x"));

        Assert.Equal(["新しいパスワードと同じものを入力してください。"], page.Errors);
    }

    [Fact]
    public async Task Post_WritesAnAuditEntryWithoutPasswords()
    {
        var (account, client) = await SignedInAsync();

        await SubmitAsync(client, TestAccounts.Password, NewPassword);

        var entry = await host.InDatabaseAsync(
            db => db.AuditEntries.SingleAsync(e => e.Action == "パスワードの変更" && e.Subject == account.UserName));
        Assert.Equal(account.UserName, entry.Actor);
        Assert.DoesNotContain(NewPassword, entry.OldValue + entry.NewValue, StringComparison.Ordinal);
        Assert.DoesNotContain(TestAccounts.Password, entry.OldValue + entry.NewValue, StringComparison.Ordinal);
    }

    private async Task<(Data.Accounts.Account Account, PortalClient Client)> SignedInAsync()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        var client = host.NewClient();
        await client.SignInAsync(account.UserName!, TestAccounts.Password);
        return (account, client);
    }

    private static async Task<PortalPage> SubmitAsync(PortalClient client, string current, string password) => await client.SubmitAsync(
        await client.OpenAsync("/account/password"),
        ("Input.CurrentPassword", current), ("Input.Password", password), ("Input.Confirmation", password));
}
