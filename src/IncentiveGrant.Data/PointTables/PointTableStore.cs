using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.Conventions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.PointTables;

/// <summary>Loads and saves editions of point tables.</summary>
public static class PointTableStore
{
    /// <summary>An edition with everything in it, in order.</summary>
    public static Task<PointTable> LoadAsync(PortalDb db, int id, CancellationToken cancel) =>
        Whole(db).SingleAsync(t => t.Id == id, cancel);

    /// <summary>The newest published edition of a year and audience that was loaded as a table; null when there is none.</summary>
    public static Task<PointTable?> FindPublishedAsync(PortalDb db, FiscalYear year, Audience audience, CancellationToken cancel) =>
        Whole(db).Where(t => t.FiscalYear == year && t.Audience == audience && t.State == PointTableState.Published && t.Origin == PointTableOrigin.Written)
            .OrderByDescending(t => t.Edition).FirstOrDefaultAsync(cancel);

    /// <summary>An edition with everything in it, in order; null when there is none of that number.</summary>
    public static Task<PointTable?> FindAsync(PortalDb db, int id, CancellationToken cancel) =>
        Whole(db).SingleOrDefaultAsync(t => t.Id == id, cancel);

    /// <summary>The draft of a year and audience; null when there is none.</summary>
    public static Task<PointTable?> FindDraftAsync(PortalDb db, FiscalYear year, Audience audience, CancellationToken cancel) =>
        Whole(db).SingleOrDefaultAsync(t => t.FiscalYear == year && t.Audience == audience && t.State == PointTableState.Draft, cancel);

    /// <summary>The newest published edition of a table's year and audience, if its content is that of the table; null otherwise.</summary>
    public static async Task<PointTable?> FindSameAsync(PortalDb db, PointTable table, CancellationToken cancel)
    {
        var newest = await Whole(db).Where(t => t.FiscalYear == table.FiscalYear && t.Audience == table.Audience && t.State == PointTableState.Published)
            .OrderByDescending(t => t.Edition).FirstOrDefaultAsync(cancel);
        return newest?.ContentHash == HashOf(table) ? newest : null;
    }

    /// <summary>
    /// Saves a table as the next edition and publishes it. A table whose content is that of the newest edition is not saved again.
    /// The caller has checked that the table agrees with its allotment, and opens the transaction.
    /// </summary>
    public static async Task<SavedEdition> SavePublishedAsync(
        PortalDb db, PointTable table, string actor, string source, DateTimeOffset now, CancellationToken cancel)
    {
        await db.LockStreamAsync(StreamOf(table), cancel);
        table.ContentHash = HashOf(table);
        var newest = await NewestAsync(db, table, cancel);
        if (newest?.ContentHash == table.ContentHash) return new SavedEdition(newest.Id, newest.Edition, false);
        table.Publish((newest?.Edition ?? 0) + 1, newest is null ? null : $"ファイルの取込（{source}）", now);
        await EnsureYearAsync(db, table.FiscalYear, now, cancel);
        db.Add(table);
        await db.SaveChangesAsync(cancel);
        await AuditPublishedAsync(db, table, newest, source, actor, now, cancel);
        return new SavedEdition(table.Id, table.Edition, true);
    }

    /// <summary>Writes the audit entry of a publication.</summary>
    internal static Task AuditPublishedAsync(
        PortalDb db, PointTable table, PublishedEdition? before, string source, string actor, DateTimeOffset now, CancellationToken cancel) =>
        db.AppendAsync(
            new AuditRecord(
                StreamOf(table), actor, "配点表の公開", $"{table.Title} 第{table.Edition}版", before?.ContentHash, $"{source} {table.ContentHash}"),
            now, cancel);

    /// <summary>The newest published edition of a table's year and audience; null when there is none.</summary>
    internal static Task<PublishedEdition?> NewestAsync(PortalDb db, PointTable table, CancellationToken cancel) =>
        db.PointTables.AsNoTracking()
            .Where(t => t.FiscalYear == table.FiscalYear && t.Audience == table.Audience && t.State == PointTableState.Published)
            .OrderByDescending(t => t.Edition).Select(t => new PublishedEdition(t.Id, t.Edition, t.ContentHash)).FirstOrDefaultAsync(cancel);

    /// <summary>The audit stream of a table's year and audience.</summary>
    internal static string StreamOf(PointTable table) => AuditTrail.PointTableStream(table.FiscalYear.Value, table.Audience.Slug());

    /// <summary>Makes the year known to the portal.</summary>
    public static async Task EnsureYearAsync(PortalDb db, FiscalYear year, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Years.AnyAsync(y => y.FiscalYear == year, cancel)) return;
        db.Add(new PortalYear { FiscalYear = year, AddedAt = now });
        await db.SaveChangesAsync(cancel);
    }

    private static IQueryable<PointTable> Whole(PortalDb db) => db.PointTables.AsNoTrackingWithIdentityResolution().AsSplitQuery()
        .Include(t => t.Goals.OrderBy(g => g.Grant).ThenBy(g => g.Number))
        .ThenInclude(g => g.Groups.OrderBy(k => k.Kind))
        .ThenInclude(k => k.Indicators.OrderBy(i => i.Number))
        .ThenInclude(i => i.SubItems.OrderBy(s => s.Position));

    internal static string HashOf(PointTable table)
    {
        var text = new StringBuilder();
        Line(table.FiscalYear, table.Audience, table.Origin, table.Title, table.MaxPoints, table.PromotionMaxPoints, table.EffortSupportMaxPoints,
            table.ExtraFrameMaxPoints);
        foreach (var goal in table.Goals)
        {
            Line(goal.Key, goal.Title, goal.MaxPoints, goal.IsCopy);
            foreach (var group in goal.Groups)
            {
                Line(group.Kind, group.MaxPoints);
                foreach (var indicator in group.Indicators)
                {
                    Line(indicator.Number, indicator.Name, indicator.MaxPoints, ScoringRuleConverter.Write(indicator.Rule));
                    foreach (var item in indicator.SubItems) Line(item.Label, item.Points, item.Text, item.TextSource);
                }
            }
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // G29 writes 4 and 4.00 alike: the database pads what the file did not.
        void Line(params object?[] parts) =>
            text.AppendJoin('\t',
                parts.Select(p => p is decimal d ? d.ToString("G29", CultureInfo.InvariantCulture) : Convert.ToString(p, CultureInfo.InvariantCulture)))
                .Append('\n');
    }
}

/// <summary>A published edition, without its contents.</summary>
internal sealed record PublishedEdition(int Id, int Edition, string ContentHash);

/// <summary>What became of a table.</summary>
/// <param name="TableId">The edition's number in the database.</param>
/// <param name="Edition">版.</param>
/// <param name="IsNew">False when the newest edition has the same content already.</param>
public sealed record SavedEdition(int TableId, int Edition, bool IsNew);
