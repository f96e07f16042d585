using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// The accounts of a demonstration, one for each role, with a password that everybody knows. They carry a mark, so that a database that has
/// them is never taken for a real one.
/// </summary>
public sealed class DemoAccounts(PortalDb db, AccountDirectory directory)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "demo-portal-2026";

    private const int Miyagi = 4;

    /// <summary>The accounts, in the order in which the sign-in page names them.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("town", "町の担当者", PortalRole.MunicipalOfficer),
        new("miyagi", "県の職員", PortalRole.PrefectureStaff),
        new("admin", "システム管理者", PortalRole.Administrator),
        new("viewer", "閲覧だけの人", PortalRole.Viewer),
    ];

    /// <summary>Whether the database is one of a demonstration.</summary>
    public Task<bool> ExistAsync(CancellationToken cancel) => db.UserClaims.AnyAsync(c => c.ClaimType == AccountDirectory.DemoClaim, cancel);

    /// <summary>Creates those that are missing. The town's needs a municipality of 宮城県: load the jurisdictions first.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        var town = await db.Municipalities.AsNoTracking()
            .Where(m => m.PrefectureNumber == Miyagi && EF.Functions.Like(m.Name, "%町"))
            .OrderBy(m => m.Code).ThenBy(m => m.Id).FirstOrDefaultAsync(cancel);
        var existing = await db.Users.Select(a => a.UserName).ToListAsync(cancel);
        foreach (var demo in All.Where(d => !existing.Contains(d.UserName) && (d.Role != PortalRole.MunicipalOfficer || town is not null)))
        {
            var (office, scope) = PlaceOf(demo.Role, town);
            var details = new AccountDetails(demo.DisplayName, office, demo.Role, scope);
            if (await directory.CreateDemoAsync(demo.UserName, details, Password, cancel) is AccountOutcome.Refused refused)
                throw new InvalidOperationException($"The demonstration account {demo.UserName} is refused: {refused.Faults[0].Text}");
        }
    }

    private static (string Office, int[] Scope) PlaceOf(PortalRole role, Municipality? town) => role switch
    {
        PortalRole.MunicipalOfficer => ($"{town!.Name} 福祉課", [town.Id]),
        PortalRole.PrefectureStaff => ($"{PrefectureName.Of(Miyagi).Name} 長寿社会政策課", [Miyagi]),
        PortalRole.Administrator => ("システム管理", []),
        _ => ("見学", []),
    };
}

/// <summary>An account of a demonstration.</summary>
/// <param name="UserName">The name it signs in with.</param>
/// <param name="DisplayName">The name on screens.</param>
/// <param name="Role">The role that it shows.</param>
public sealed record DemoAccount(string UserName, string DisplayName, PortalRole Role);
