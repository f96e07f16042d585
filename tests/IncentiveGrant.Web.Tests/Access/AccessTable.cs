using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using static IncentiveGrant.Web.Tests.Access.AccessRow;

namespace IncentiveGrant.Web.Tests.Access;

/// <summary>
/// Who may open what: a row or more for each route of the portal. A route without a row, and a row without a route, fail
/// <see cref="AccessMatrixTests"/>.
/// </summary>
public static class AccessTable
{
    private const string Profile = "municipalities/{code}/{year:int}/{handler:regex(^(xlsx|indicator)$)?}";
    private const string MunicipalityRanking = "rankings/{year:int}/municipalities/{handler:regex(^(xlsx|csv)$)?}";
    private const string PrefectureRanking = "rankings/{year:int}/prefectures/{handler:regex(^(xlsx|csv)$)?}";
    private const string Reconciliation = "admin/reconciliation/{handler:regex(^xlsx$)?}";
    private const string Town = NationHost.TownCode;

    /// <summary>All rows, by route.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        SignedIn(""),
        SignedIn("account"),
        SignedIn("account/password"),
        Everybody("account/sign-in", Answer.LeadsElsewhere) with { Anonymous = Answer.Opens },
        SignedIn("account/sign-out"),
        Roles("admin/point-tables/{handler:regex(^(template|upload)$)?}", PortalRole.Administrator) with { Address = "/admin/point-tables" },
        Roles("admin/point-tables/{handler:regex(^(template|upload)$)?}", PortalRole.Administrator) with
        {
            Address = "/admin/point-tables/template", IsForPrograms = true,
        },
        Roles("admin/point-tables/{id:int}/{handler:regex(^(xlsx|begin|discard)$)?}", PortalRole.Administrator) with { Address = "/admin/point-tables/1" },
        Roles("admin/point-tables/{id:int}/{handler:regex(^(xlsx|begin|discard)$)?}", PortalRole.Administrator) with
        {
            Address = "/admin/point-tables/1/xlsx", IsForPrograms = true,
        },
        Roles("admin/point-tables/{id:int}/compare/{handler:regex(^xlsx$)?}", PortalRole.Administrator) with { Address = "/admin/point-tables/1/compare" },
        Roles("admin/point-tables/{id:int}/frame", PortalRole.Administrator) with
        {
            Address = "/admin/point-tables/1/frame", Administrator = Answer.NotFound, // published editions are not edited
        },
        Roles("admin/point-tables/{id:int}/indicator", PortalRole.Administrator) with { Address = "/admin/point-tables/1/indicator?key=推進/Ⅰ/体制/1" },
        Roles("admin/point-tables/{id:int}/publish", PortalRole.Administrator) with
        {
            Address = "/admin/point-tables/1/publish", Administrator = Answer.NotFound,
        },
        Roles(Reconciliation, PortalRole.Administrator) with { Address = "/admin/reconciliation" },
        Roles(Reconciliation, PortalRole.Administrator) with { Address = "/admin/reconciliation/xlsx?year=2025", IsForPrograms = true },
        Roles("admin/reconciliation/{year:int}/{subject:length(32)}", PortalRole.Administrator) with
        {
            Address = "/admin/reconciliation/2026/00000000000000000000000000000000", Administrator = Answer.NotFound,
        },
        Roles("admin/users", PortalRole.Administrator),
        Roles("admin/users/new", PortalRole.Administrator),
        Roles("admin/users/{id:int}", PortalRole.Administrator) with { Address = "/admin/users/1" },
        SignedIn("api/v1/years").AsApi(),
        SignedIn("api/v1/years/{year}/municipalities").AsApi() with { Address = "/api/v1/years/2026/municipalities?prefecture=4" },
        SignedIn("api/v1/years/{year}/municipalities/{code}").AsApi() with { Address = $"/api/v1/years/2026/municipalities/{Town}" },
        SignedIn("api/v1/years/{year}/prefectures").AsApi() with { Address = "/api/v1/years/2026/prefectures" },
        SignedIn("api/v1/years/{year}/statistics").AsApi() with { Address = "/api/v1/years/2026/statistics" },
        SignedIn("api/{documentName}/openapi.json").AsApi() with { Address = "/api/v1/openapi.json" },
        Everybody("error/{status:int?}", Answer.NotFound) with { Address = "/error/404" },
        Everybody("healthz") with { IsForPrograms = true },
        SignedIn(Profile) with { Address = $"/municipalities/{Town}/2026" },
        SignedIn(Profile) with { Address = $"/municipalities/{Town}/2026/xlsx", IsForPrograms = true },
        SignedIn(Profile) with { Address = $"/municipalities/{Town}/2026/indicator?key=推進/Ⅰ/体制/1", IsForPrograms = true },
        SignedIn("municipalities/{code}/{year:int}/report/{handler:regex(^pdf$)?}") with { Address = $"/municipalities/{Town}/2026/report" },
        SignedIn("prefectures/{code:length(6)}/{year:int}") with { Address = $"/prefectures/{NationHost.MiyagiCode}/2026" },
        SignedIn(MunicipalityRanking) with { Address = "/rankings/2026/municipalities" },
        SignedIn(MunicipalityRanking) with { Address = "/rankings/2026/municipalities/csv?prefecture=4", IsForPrograms = true },
        SignedIn(PrefectureRanking) with { Address = "/rankings/2026/prefectures" },
        SignedIn(PrefectureRanking) with { Address = "/rankings/2026/prefectures/csv", IsForPrograms = true },
        Everybody("readyz") with { IsForPrograms = true },
        SignedIn("search"),
        Everybody("setup", Answer.NotFound),
    ];
}
