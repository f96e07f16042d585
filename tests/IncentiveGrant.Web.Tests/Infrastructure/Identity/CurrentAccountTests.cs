using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Infrastructure.Identity;

public sealed class CurrentAccountTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task MunicipalOfficerOfOneTown_HasItAsHome()
    {
        var account = await SignedInAsync(PortalRole.MunicipalOfficer, "宮城県かわべ町");

        Assert.Equal((PortalRole.MunicipalOfficer, "試験 三郎", "試験課"), (account.Role, account.DisplayName, account.Office));
        Assert.Equal(("かわべ町", "宮城県"), (account.HomeMunicipality?.Name, account.HomePrefecture?.Name));
        Assert.Equal("049204", account.HomeMunicipality?.Key);
        Assert.True(account.Scope.Includes(account.HomeMunicipality!.Id, TestJurisdictions.Miyagi));
        Assert.False(account.Scope.Includes(TestJurisdictions.Miyagi, TestJurisdictions.Miyagi));
    }

    [Fact]
    public async Task OfficerOfSeveralTowns_HasNoHomeTown()
    {
        var account = await SignedInAsync(PortalRole.MunicipalOfficer, "宮城県みなみ町", "宮城県はまべ村");

        Assert.Null(account.HomeMunicipality);
        Assert.Equal("宮城県", account.HomePrefecture?.Name);
        Assert.Equal(2, account.Scope.JurisdictionIds.Count);
    }

    [Fact]
    public async Task StaffOfAPrefecture_ActForAllOfIt()
    {
        var account = await SignedInAsync(PortalRole.PrefectureStaff, "宮城県");

        Assert.Null(account.HomeMunicipality);
        Assert.Equal("宮城県", account.HomePrefecture?.Name);
        Assert.Equal([TestJurisdictions.Miyagi], account.Scope.JurisdictionIds);
        Assert.True(account.Scope.Includes(4711, TestJurisdictions.Miyagi));
    }

    [Fact]
    public async Task ViewerWithoutScope_HasNoHome()
    {
        var account = await SignedInAsync(PortalRole.Viewer);

        Assert.Equal((null, null, 0), (account.HomeMunicipality, account.HomePrefecture, account.Scope.JurisdictionIds.Count));
    }

    [Fact]
    public async Task ScopeOverTwoPrefectures_HasNoHomePrefecture() =>
        Assert.Null((await SignedInAsync(PortalRole.MunicipalOfficer, "宮城県かわべ町", "山形県かわべ町")).HomePrefecture);

    [Fact]
    public void Nobody_IsNotSignedIn()
    {
        var account = new CurrentAccount(new Request());

        Assert.False(account.IsSignedIn);
        Assert.Throws<InvalidOperationException>(() => account.Id);
        Assert.Throws<InvalidOperationException>(() => account.UserName);
    }

    private Task<List<int>> IdsAsync(string[] names) => host.InDatabaseAsync(
        async db => (await db.Jurisdictions.ToListAsync()).Where(j => names.Contains(ScopeNames.Of([j]))).Select(j => j.Id).ToList());

    /// <summary>The account as the portal would write it into the cookie.</summary>
    private async Task<CurrentAccount> SignedInAsync(PortalRole role, params string[] scope)
    {
        var details = new AccountDetails("試験 三郎", "試験課", role, await IdsAsync(scope));
        var userName = $"current-{Guid.NewGuid():N}";
        var outcome = await host.ChangeAsync(
            d => d.CreateAsync(userName, details, TestAccounts.Password, new AccountActor(null, "test"), default));
        await using var services = host.Services.CreateAsyncScope();
        var principal = await services.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Data.Accounts.Account>>()
            .CreateAsync(Assert.IsType<AccountOutcome.Saved>(outcome).Account);
        return new CurrentAccount(new Request { HttpContext = new DefaultHttpContext { User = principal } });
    }

    private sealed class Request : IHttpContextAccessor
    {
        public HttpContext? HttpContext { get; set; }
    }
}
