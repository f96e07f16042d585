using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Users;

/// <summary>
/// Somebody who can run the portal always remains. Each test has a portal of its own, because each takes administrators away.
/// </summary>
public sealed class LastAdministratorTests : IAsyncLifetime
{
    private readonly PortalHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task OwnAccount_CannotBeDemoted()
    {
        await host.AddAccountAsync(PortalRole.Administrator);
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var id = await IdOfAsync("kanri");

        var page = await client.SubmitAsync(await client.OpenAsync($"/admin/users/{id}"), "#details", ("Input.Role", "Viewer"));

        Assert.Equal(["自分の役割は変えられません。"], page.Errors);
        Assert.Equal("自分の役割は変えられません。", page.ErrorAt("Input.Role"));
    }

    [Fact]
    public async Task OwnAccount_CannotBeClosedNorItsPasswordReset()
    {
        await host.AddAccountAsync(PortalRole.Administrator);
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var id = await IdOfAsync("kanri");

        var page = await client.OpenAsync($"/admin/users/{id}");
        var closed = await host.ChangeAsync(d => d.SetClosedAsync(id, isClosed: true, new AccountActor(id, "kanri"), default));
        var reset = await host.ChangeAsync(d => d.ResetPasswordAsync(id, new AccountActor(id, "kanri"), default));

        Assert.False(page.Has("#close") || page.Has("#reset-password"));
        Assert.Equal("自分の利用を停止できません。", Assert.IsType<AccountOutcome.Refused>(closed).Faults.Single().Text);
        Assert.IsType<AccountOutcome.Refused>(reset);
    }

    [Fact]
    public async Task TwoAdministratorsWhoCloseEachOther_LeaveOne()
    {
        var second = await host.AddAccountAsync(PortalRole.Administrator);
        var (client, other) = (await host.SignInAsAsync(PortalRole.Administrator), host.NewClient());
        await other.SignInAsync(second.UserName!, TestAccounts.Password);
        var (page, otherPage) = (
            await client.OpenAsync($"/admin/users/{second.Id}"), await other.OpenAsync($"/admin/users/{await IdOfAsync("kanri")}"));

        await Task.WhenAll(client.SubmitOnceAsync(page.Form("#close")), other.SubmitOnceAsync(otherPage.Form("#close")));

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task LastAdministrator_IsNeitherClosedNorDemotedBySomebodyElse()
    {
        var second = await host.AddAccountAsync(PortalRole.Administrator);
        var other = host.NewClient();
        await other.SignInAsync(second.UserName!, TestAccounts.Password);
        var page = await other.OpenAsync($"/admin/users/{await IdOfAsync("kanri")}");
        await host.ChangeAsync(d => d.SetClosedAsync(second.Id, isClosed: true, new AccountActor(null, "test"), default));

        var closing = await other.SubmitAsync(page, "#close");
        var demotion = await other.SubmitAsync(page, "#details", ("Input.Role", "Viewer"));

        Assert.Equal(["ほかに管理者がいないため、利用を停止できません。"], closing.Errors);
        Assert.Equal(["ほかに管理者がいないため、役割は変えられません。"], demotion.Errors);
        Assert.Equal(1, await CountAsync());
    }

    private Task<int> IdOfAsync(string userName) =>
        host.InDatabaseAsync(db => db.Users.Where(a => a.UserName == userName).Select(a => a.Id).SingleAsync());

    private Task<int> CountAsync() => host.InDatabaseAsync(db => db.Users.CountAsync(a => a.Role == PortalRole.Administrator && !a.IsClosed));
}
