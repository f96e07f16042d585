using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>A link of the main menu or of a user's menu.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Sections">Beginnings of the addresses that belong to it; the menu marks it on all of them.</param>
public sealed record NavigationItem(string Text, string Path, params string[] Sections)
{
    /// <summary>
    /// What <c>aria-current</c> says at an address: <c>page</c> on the page itself, <c>true</c> elsewhere in its section, null outside.
    /// </summary>
    public string? CurrentAt(PathString address) =>
        address == new PathString(Path.Split('?')[0]) ? "page" : Sections.Any(section => address.StartsWithSegments(section)) ? "true" : null;
}

/// <summary>The main menu.</summary>
public static class Navigation
{
    private static readonly NavigationItem[] Administration =
    [
        new("配点表", "/admin/point-tables", "/admin/point-tables"),
        new("突合", "/admin/reconciliation", "/admin/reconciliation"),
        new("利用者", "/admin/users", "/admin/users"),
    ];

    /// <summary>The entries of the main menu.</summary>
    /// <param name="year">The year that is shown, in which everything opens; null while there are none.</param>
    /// <param name="role">The reader's role.</param>
    /// <param name="isOlder">Whether that is not the newest year, in which home and the list of 団体 open by themselves.</param>
    public static IReadOnlyList<NavigationItem> For(FiscalYear? year, PortalRole role, bool isOlder = false)
    {
        var query = isOlder ? $"?{PageAddress.YearKey}={year}" : "";
        return
        [
            new("ホーム", "/" + query),
            .. year is { } y ? [new NavigationItem("順位表", $"/rankings/{y}/municipalities", "/rankings")] : Array.Empty<NavigationItem>(),
            new("団体", "/search" + query, "/search", "/municipalities", "/prefectures"),
            .. role == PortalRole.Administrator ? Administration : [],
        ];
    }
}
