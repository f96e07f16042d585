using IncentiveGrant.Browser.Tests.Hosting;

namespace IncentiveGrant.Browser.Tests.Pages;

/// <summary>The pages of the demonstration, and the forms that they take.</summary>
internal static class PageList
{
    /// <summary>The municipality of the demonstration's officer.</summary>
    public const string Own = "/municipalities/048011/2026";

    private const string Indicator = "%E6%8E%A8%E9%80%B2%2F%E2%85%A0%2F%E4%BD%93%E5%88%B6%2F2"; // 推進/Ⅰ/体制/2

    private static readonly string[] ForAll =
    [
        "/",
        "/rankings/2026/municipalities",
        $"/rankings/2026/municipalities?prefecture=4&band=3&depopulated=false&level={Indicator}&sort=-change",
        "/rankings/2026/municipalities?name=%E3%81%AA%E3%81%84",
        "/rankings/2025/municipalities?p=35",
        "/rankings/2026/prefectures",
        "/rankings/2025/prefectures?by=municipalities",
        Own,
        $"{Own}?open={Indicator}&show=lost",
        "/municipalities/048020/2025?show=changed",
        $"{Own}/report",
        "/prefectures/040002/2026",
        "/prefectures/010006/2025",
        "/search",
        "/search?q=%E4%BD%93%E5%88%B6",
        "/search?q=%E3%81%BF%E3%81%BB%E3%82%93001",
        "/search?q=%E3%81%AA%E3%81%84",
        "/account",
        "/account/password",
        "/account/sign-out",
    ];

    private static readonly string[] ForAdministrators =
    [
        "/admin/reconciliation",
        "/admin/point-tables",
        "/admin/point-tables/1",
        $"/admin/point-tables/1/indicator?key={Indicator}",
        "/admin/point-tables/1/compare",
        "/admin/users",
        "/admin/users?q=%E3%81%AA%E3%81%84",
        "/admin/users/new",
        "/admin/users/1",
        "/admin/users/3",
    ];

    /// <summary>Pages for those who have not signed in.</summary>
    private static readonly string[] ForStrangers = ["/account/sign-in", "/setup"];

    /// <summary>All addresses.</summary>
    public static IEnumerable<string> All => [.. ForStrangers, .. ForAll, .. ForAdministrators];

    /// <summary>All addresses that a role can open, without those that are files.</summary>
    public static IReadOnlyList<string> Of(DemoRole role) => role == DemoRole.Administrator ? [.. ForAll, .. ForAdministrators] : ForAll;
}
