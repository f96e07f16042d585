using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Account;

/// <summary>Somebody whose password an administrator has made.</summary>
public sealed class InitialPasswordTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string OwnPassword = "words only I would think of";

    [Fact]
    public async Task AnyPage_LeadsToTheChangeOfThePasswordAndThenToThePage()
    {
        var (client, password) = await SignedInAsync();

        var page = await client.OpenAsync("/admin/users?role=Viewer");
        var after = await ChangeAsync(client, page, password);

        Assert.Equal("パスワードの変更", page.Heading);
        Assert.Contains("管理者が発行した一時的なもの", page.Text, StringComparison.Ordinal);
        Assert.Equal("/admin/users?role=Viewer", after.Path);
    }

    [Fact]
    public async Task Form_IsNotTakenBeforeThePasswordIsChanged()
    {
        var (client, _) = await SignedInAsync();
        var ready = await host.SignInAsAsync(PortalRole.Administrator);
        var form = (await ready.OpenAsync("/admin/users/new")).Form();

        var answer = await client.SubmitOnceAsync(form);

        Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Api_IsForbiddenBeforeThePasswordIsChanged()
    {
        var (client, _) = await SignedInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/no-such-thing")).StatusCode);
    }

    [Fact]
    public async Task SignOut_IsOpen()
    {
        var (client, _) = await SignedInAsync();

        var after = await client.SubmitAsync(await client.OpenAsync("/account/sign-out"));

        Assert.Equal("/account/sign-in", after.Path);
    }

    [Fact]
    public async Task AfterTheChange_EverythingIsOpen()
    {
        var (client, password) = await SignedInAsync();
        await ChangeAsync(client, await client.OpenAsync("/account"), password);

        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("アカウント", (await client.OpenAsync("/account")).Heading);
    }

    private async Task<(PortalClient Client, string Password)> SignedInAsync()
    {
        var account = await host.AddAccountAsync(PortalRole.Administrator, password: null);
        var reset = Assert.IsType<AccountOutcome.Saved>(
            await host.ChangeAsync(d => d.ResetPasswordAsync(account.Id, new AccountActor(null, "test"), default)));
        var client = host.NewClient();
        await client.SignInAsync(account.UserName!, reset.OneTimePassword!);
        return (client, reset.OneTimePassword!);
    }

    private static Task<PortalPage> ChangeAsync(PortalClient client, PortalPage page, string password) =>
        client.SubmitAsync(page, ("Input.CurrentPassword", password), ("Input.Password", OwnPassword), ("Input.Confirmation", OwnPassword));
}
