using IncentiveGrant.Data;
using IncentiveGrant.Domain.PointTables;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>The editions that the portal holds.</summary>
internal static class EditionList
{
    /// <summary>All, the newest year first, the draft of a year before its editions.</summary>
    public static async Task<IReadOnlyList<EditionRow>> LoadAsync(PortalDb db, CancellationToken cancel)
    {
        var rows = await db.PointTables.AsNoTracking()
            .Select(t => new EditionRow(
                t.Id, t.FiscalYear, t.Audience, t.Edition, t.State, t.Origin, t.Title, t.Reason, t.PublishedAt, t.SavedAt,
                db.ResultSets.Count(s => s.PointTableId == t.Id)))
            .ToListAsync(cancel);
        return
        [
            .. rows.OrderByDescending(r => r.FiscalYear).ThenBy(r => r.Audience).ThenByDescending(r => r.State == PointTableState.Draft)
                .ThenByDescending(r => r.Edition),
        ];
    }

    /// <summary>
    /// What an edition is set beside unless asked otherwise: the newest published one of its year, else of the latest year before; null when
    /// there is none.
    /// </summary>
    public static EditionRow? UsualComparison(IReadOnlyList<EditionRow> all, PointTable table) => all
        .Where(r => r.Id != table.Id && r.Audience == table.Audience && r.State == PointTableState.Published)
        .Where(r => r.FiscalYear < table.FiscalYear
            || (r.FiscalYear == table.FiscalYear && (table.State == PointTableState.Draft || r.Edition < table.Edition)))
        .OrderByDescending(r => r.FiscalYear).ThenByDescending(r => r.Edition).FirstOrDefault();
}
