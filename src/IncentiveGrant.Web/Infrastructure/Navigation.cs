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
        address == new PathString(Path) ? "page" : Sections.Any(section => address.StartsWithSegments(section)) ? "true" : null;
}

/// <summary>The main menu.</summary>
public static class Navigation
{
    /// <summary>The entries of the main menu for a year: those that every role has.</summary>
    /// <param name="year">The year that the pages open in.</param>
    /// <param name="ownProfilePath">The profile of the user's own municipality or prefecture; null for the list of all.</param>
    public static IReadOnlyList<NavigationItem> For(FiscalYear year, string? ownProfilePath = null) =>
    [
        new("ホーム", "/"),
        new("順位表", $"/rankings/{year}/municipalities", "/rankings"),
        new("団体", ownProfilePath ?? "/municipalities", "/municipalities", "/prefectures"),
    ];
}
