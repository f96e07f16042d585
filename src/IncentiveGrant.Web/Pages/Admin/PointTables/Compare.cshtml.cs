using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>An edition beside another, of the same year or of another; the earlier of the two is 旧.</summary>
public sealed class CompareModel(PortalDb db, TakeAway takeAway) : PageModel
{
    [FromRoute] public int Id { get; init; }

    [BindProperty(SupportsGet = true, Name = "with")] public int? With { get; set; }

    [TempData] public string? Notice { get; set; }

    /// <summary>The edition.</summary>
    public PointTable Table { get; private set; } = null!;

    /// <summary>What differs; null where there is nothing to compare with.</summary>
    public TableComparison? Comparison { get; private set; }

    /// <summary>The editions that it can be compared with.</summary>
    public IReadOnlyList<EditionRow> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) && Comparison is not null
            ? takeAway.Xlsx([ComparisonSheet.Of(Comparison)], $"{EditionModel.NameOf(Table)}_新旧対照".Replace(' ', '_'))
            : NotFound();

    /// <summary>Whether a table follows another: a later year, a later edition, or the draft.</summary>
    private static bool IsLater(PointTable table, PointTable than) =>
        (table.FiscalYear.Value, table.State == PointTableState.Draft, table.Edition)
            .CompareTo((than.FiscalYear.Value, than.State == PointTableState.Draft, than.Edition)) > 0;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { } table) return false;
        Table = table;
        var all = await EditionList.LoadAsync(db, cancel);
        Others = [.. all.Where(r => r.Id != Id && r.Audience == table.Audience)];
        With ??= EditionList.UsualComparison(all, table)?.Id;
        if (Others.Any(r => r.Id == With) && await PointTableStore.FindAsync(db, With!.Value, cancel) is { } other)
            Comparison = IsLater(other, table) ? TableComparison.Of(table, other) : TableComparison.Of(other, table);
        return With is null || Comparison is not null;
    }
}
