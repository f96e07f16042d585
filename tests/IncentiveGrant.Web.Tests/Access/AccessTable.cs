using IncentiveGrant.Domain.Accounts;
using static IncentiveGrant.Web.Tests.Access.AccessRow;

namespace IncentiveGrant.Web.Tests.Access;

/// <summary>
/// Who may open what: one row for each route of the portal. A route without a row, and a row without a route, fail
/// <see cref="AccessMatrixTests"/>.
/// </summary>
public static class AccessTable
{
    /// <summary>All rows, by route.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        SignedIn("account"),
        SignedIn("account/password"),
        Everybody("account/sign-in", Answer.LeadsElsewhere) with { Anonymous = Answer.Opens },
        SignedIn("account/sign-out"),
        Roles("admin/users", PortalRole.Administrator),
        Roles("admin/users/new", PortalRole.Administrator),
        Roles("admin/users/{id:int}", PortalRole.Administrator) with { Address = "/admin/users/1" },
        Everybody("error/{status:int?}", Answer.NotFound) with { Address = "/error/404" },
        Everybody("healthz") with { IsForPrograms = true },
        Everybody("readyz") with { IsForPrograms = true },
        Everybody("setup", Answer.NotFound),
    ];
}
