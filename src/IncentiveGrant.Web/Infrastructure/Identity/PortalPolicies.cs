using IncentiveGrant.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>Who may open what, by name. What names no policy asks for a signed-in user; the roles above 閲覧者 have one each.</summary>
public static class PortalPolicies
{
    /// <summary>管理者: loads tables and results, runs the system.</summary>
    public const string Administrator = nameof(PortalRole.Administrator);

    /// <summary>都道府県職員: collects and checks.</summary>
    public const string PrefectureStaff = nameof(PortalRole.PrefectureStaff);

    /// <summary>市町村担当者: answers.</summary>
    public const string MunicipalOfficer = nameof(PortalRole.MunicipalOfficer);

    /// <summary>Registers the policies.</summary>
    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var role in (string[])[Administrator, PrefectureStaff, MunicipalOfficer])
            options.AddPolicy(role, policy => policy.RequireRole(role));
    }
}
