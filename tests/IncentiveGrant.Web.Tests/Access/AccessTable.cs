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
        SignedIn(""),
        SignedIn("account"),
        SignedIn("account/password"),
        Everybody("account/sign-in", Answer.LeadsElsewhere) with { Anonymous = Answer.Opens },
        SignedIn("account/sign-out"),
        Roles("admin/users", PortalRole.Administrator),
        Roles("admin/users/new", PortalRole.Administrator),
        Roles("admin/users/{id:int}", PortalRole.Administrator) with { Address = "/admin/users/1" },
        SignedIn("api/{documentName}/openapi.json").AsApi() with { Address = "/api/v1/openapi.json" },
        SignedIn("api/v1/years").AsApi(),
        SignedIn("api/v1/years/{year}/municipalities").AsApi() with { Address = "/api/v1/years/2026/municipalities?prefecture=4" },
        SignedIn("api/v1/years/{year}/municipalities/{code}").AsApi() with { Address = "/api/v1/years/2026/municipalities/048020" },
        SignedIn("api/v1/years/{year}/prefectures").AsApi() with { Address = "/api/v1/years/2026/prefectures" },
        SignedIn("api/v1/years/{year}/statistics").AsApi() with { Address = "/api/v1/years/2026/statistics" },
        Everybody("error/{status:int?}", Answer.NotFound) with { Address = "/error/404" },
        Everybody("healthz") with { IsForPrograms = true },
        SignedIn("municipalities/{code}/{year:int}/{handler:regex(^(xlsx|indicator)$)?}") with { Address = "/municipalities/048020/2026" },
        SignedIn("municipalities/{code}/{year:int}/report/{handler:regex(^pdf$)?}") with { Address = "/municipalities/048020/2026/report" },
        SignedIn("prefectures/{code:length(6)}/{year:int}") with { Address = "/prefectures/040002/2026" },
        SignedIn("rankings/{year:int}/municipalities/{handler:regex(^(xlsx|csv)$)?}") with { Address = "/rankings/2026/municipalities" },
        SignedIn("rankings/{year:int}/prefectures/{handler:regex(^(xlsx|csv)$)?}") with { Address = "/rankings/2026/prefectures" },
        Everybody("readyz") with { IsForPrograms = true },
        SignedIn("search") with { Address = "/search?q=宮城" },
        Everybody("setup", Answer.NotFound),
    ];
}
