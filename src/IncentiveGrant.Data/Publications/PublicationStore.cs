using System.Globalization;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Domain.Publications;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Publications;

/// <summary>Keeps the figures that documents print. Everything of a file and its audit entry are one transaction.</summary>
public sealed class PublicationStore(PortalDb db)
{
    /// <summary>The newest loading of each document, with its figures in the order of the file; by document.</summary>
    public static Task<List<Publication>> NewestAsync(PortalDb db, CancellationToken cancel) => Newest(db)
        .Include(p => p.Figures.OrderBy(f => f.Row)).AsSplitQuery().AsNoTracking().OrderBy(p => p.Document).ToListAsync(cancel);

    /// <summary>
    /// Saves documents inside the transaction that the caller has opened. Where each of them was last loaded from the same file, nothing
    /// is saved.
    /// </summary>
    /// <param name="documents">The documents of one file.</param>
    /// <param name="sourceName">The file's name.</param>
    /// <param name="sourceHash">SHA-256 of the file in hexadecimal.</param>
    /// <param name="actor">Who loads it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Whether something was saved.</returns>
    public async Task<bool> SaveAsync(
        IReadOnlyList<PublishedDocument> documents, string sourceName, string sourceHash, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        await db.LockStreamAsync(AuditTrail.PublicationsStream, cancel);
        var names = documents.Select(d => d.Name).ToList();
        var hashes = await Newest(db).AsNoTracking().Where(p => names.Contains(p.Document)).ToDictionaryAsync(p => p.Document, p => p.SourceHash, cancel);
        if (names.TrueForAll(name => hashes.GetValueOrDefault(name) == sourceHash)) return false;
        db.AddRange(documents.Select(document => new Publication
        {
            Document = document.Name, SourceName = sourceName, SourceHash = sourceHash, ImportedAt = now, Figures = [.. document.Figures],
        }));
        var replaced = hashes.Count == 0 ? null : string.Join(' ', hashes.Values.Distinct());
        var count = documents.Sum(d => d.Figures.Count);
        await db.AppendAsync(
            new AuditRecord(
                AuditTrail.PublicationsStream, actor, "公表値の取込", sourceName, replaced,
                string.Create(CultureInfo.InvariantCulture, $"{sourceHash} {documents.Count}資料 {count}件")),
            now, cancel);
        return true;
    }

    private static IQueryable<Publication> Newest(PortalDb db) =>
        db.Publications.Where(p => p.Id == db.Publications.Where(o => o.Document == p.Document).Max(o => o.Id));
}
