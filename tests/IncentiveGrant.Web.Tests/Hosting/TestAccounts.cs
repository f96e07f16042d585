using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>An account of each role.</summary>
public static class TestAccounts
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "four words in a row";

    /// <summary>The user name of the account of a role.</summary>
    public static string NameOf(PortalRole role) => role switch
    {
        PortalRole.Administrator => "kanri",
        PortalRole.PrefectureStaff => "kencho",
        PortalRole.MunicipalOfficer => "yakuba",
        _ => "etsuran",
    };

    private static int number;

    /// <summary>Creates another account of a role, for a test that does something to it.</summary>
    public static async Task<Account> AddAccountAsync(
        this PortalHost host, PortalRole role, string displayName = "試験 三郎", string? password = Password)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var userName = $"user{Interlocked.Increment(ref number)}";
        var town = await scope.ServiceProvider.GetRequiredService<PortalDb>().Municipalities.FirstOrDefaultAsync(
            m => m.PrefectureNumber == TestJurisdictions.Miyagi);
        int[] jurisdictions = role switch
        {
            PortalRole.PrefectureStaff => [TestJurisdictions.Miyagi],
            PortalRole.MunicipalOfficer => [town!.Id],
            _ => [],
        };
        var details = new AccountDetails(displayName, "試験課", role, jurisdictions);
        var outcome = await scope.ServiceProvider.GetRequiredService<AccountDirectory>()
            .CreateAsync(userName, details, password, new AccountActor(null, "test"), CancellationToken.None);
        return Assert.IsType<AccountOutcome.Saved>(outcome).Account;
    }

    /// <summary>Changes an account as a command would.</summary>
    public static async Task<AccountOutcome> ChangeAsync(this PortalHost host, Func<AccountDirectory, Task<AccountOutcome>> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<AccountDirectory>());
    }

    /// <summary>Creates them; the officer is one of a town of 宮城県.</summary>
    public static async Task LoadAsync(IServiceProvider services, string townName)
    {
        var db = services.GetRequiredService<PortalDb>();
        var directory = services.GetRequiredService<AccountDirectory>();
        var town = await db.Municipalities.SingleAsync(m => m.PrefectureNumber == TestJurisdictions.Miyagi && m.Name == townName);
        await AddAsync(PortalRole.Administrator, "管理 太郎", "システム管理");
        await AddAsync(PortalRole.PrefectureStaff, "県庁 花子", "宮城県 長寿社会政策課", TestJurisdictions.Miyagi);
        await AddAsync(PortalRole.MunicipalOfficer, "役場 一郎", $"{townName} 福祉課", town.Id);
        await AddAsync(PortalRole.Viewer, "閲覧 二郎", "見学");

        async Task AddAsync(PortalRole role, string displayName, string office, params int[] scope) => Assert.IsType<AccountOutcome.Saved>(
            await directory.CreateAsync(NameOf(role), new AccountDetails(displayName, office, role, scope), Password,
                new AccountActor(null, "test"), CancellationToken.None));
    }
}
