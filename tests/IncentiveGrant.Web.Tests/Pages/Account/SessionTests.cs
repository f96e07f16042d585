using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Account;

/// <summary>How long somebody stays signed in.</summary>
public sealed class SessionTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>After it, a cookie's account and session are looked at anew.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Session_LastsWhileItIsUsedAndEightHoursMore()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);
        host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.True(await IsSignedInAsync(client));
        host.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1));
        Assert.True(await IsSignedInAsync(client));

        var idle = await host.SignInAsAsync(PortalRole.Viewer);
        host.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.False(await IsSignedInAsync(idle));
    }

    [Fact]
    public async Task Session_EndsAfterTwelveHoursHoweverBusy()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);
        for (var hour = 1; hour < 12; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await IsSignedInAsync(client));
        }

        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await IsSignedInAsync(client));
    }

    [Fact]
    public async Task SignOut_EndsTheSessionHereAndWhereverItsCookieWasCopied()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);
        var elsewhere = await host.SignInAsAsync(PortalRole.Viewer); // the same account at another desk
        var copy = client.WithCopiedCookies();

        var after = await client.SubmitAsync(await client.OpenAsync("/account/sign-out"));
        host.Clock.Advance(Interval);

        Assert.Equal("/account/sign-in", after.Path);
        Assert.Equal((false, false, true), (await IsSignedInAsync(client), await IsSignedInAsync(copy), await IsSignedInAsync(elsewhere)));
    }

    [Fact]
    public async Task SignOut_IsRememberedAsLongAsTheSessionCouldHaveLasted()
    {
        await SignInAndOutAsync();
        host.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));

        await SignInAndOutAsync();

        Assert.Equal(1, await host.InDatabaseAsync(db => db.EndedSessions.CountAsync()));
    }

    [Fact]
    public async Task PasswordChange_KeepsTheSessionAndItsEnd()
    {
        const string NewPassword = "five words in a long row";
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        var client = host.NewClient();
        await client.SignInAsync(account.UserName!, TestAccounts.Password);
        host.Clock.Advance(TimeSpan.FromHours(6));
        await client.SubmitAsync(
            await client.OpenAsync("/account/password"),
            ("Input.CurrentPassword", TestAccounts.Password), ("Input.Password", NewPassword), ("Input.Confirmation", NewPassword));
        Assert.True(await IsSignedInAsync(client));

        host.Clock.Advance(TimeSpan.FromHours(6));

        Assert.False(await IsSignedInAsync(client));
    }

    private async Task SignInAndOutAsync()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);
        await client.SubmitAsync(await client.OpenAsync("/account/sign-out"));
    }

    private static async Task<bool> IsSignedInAsync(PortalClient client) => (await client.GetAsync("/account")).StatusCode == HttpStatusCode.OK;
}
