using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Audit;

/// <summary>
/// Writes and verifies the audit. An entry is written in the transaction of the change that it tells of, after the change itself, because
/// the head of its stream stays locked until the commit.
/// </summary>
public static class AuditTrail
{
    /// <summary>The hash before the first entry.</summary>
    public static readonly string NoHash = new('0', AuditEntry.HashLength);

    /// <summary>The stream of the results of a year and audience.</summary>
    public static string ResultsStream(int fiscalYear, string audience) =>
        string.Create(CultureInfo.InvariantCulture, $"results/{fiscalYear}/{audience}");

    /// <summary>The stream of the point tables of a year and audience.</summary>
    public static string PointTableStream(int fiscalYear, string audience) =>
        string.Create(CultureInfo.InvariantCulture, $"point-table/{fiscalYear}/{audience}");

    /// <summary>The stream of jurisdictions.</summary>
    public const string JurisdictionsStream = "jurisdictions";

    /// <summary>The stream of published figures.</summary>
    public const string PublicationsStream = "published-figures";

    /// <summary>The stream of what administrators say of differences.</summary>
    public const string ReconciliationStream = "reconciliation";

    /// <summary>The stream of accounts.</summary>
    public const string AccountsStream = "accounts";

    /// <summary>Chains an entry to its stream and saves it with everything else that is pending.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open: the entry and its change would not be one.</exception>
    public static async Task AppendAsync(this PortalDb db, AuditRecord record, DateTimeOffset now, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("An audit entry needs the transaction of its change.");
        await db.SaveChangesAsync(cancel);
        var head = await LockHeadAsync(db, record.Stream, cancel);
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var sequence = head.Sequence + 1;
        var hash = HashOf(head.Hash, record, sequence, at);
        db.Add(new AuditEntry
        {
            Stream = record.Stream, Sequence = sequence, At = at, Actor = record.Actor, Action = record.Action, Subject = record.Subject,
            OldValue = record.OldValue, NewValue = record.NewValue, PreviousHash = head.Hash, Hash = hash,
        });
        (head.Sequence, head.Hash) = (sequence, hash);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// Holds back every other writer of a stream until the commit. For a change that depends on what others in the stream have done (there
    /// must stay one administrator): lock, read, decide, change, append.
    /// </summary>
    public static async Task LockStreamAsync(this PortalDb db, string stream, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A lock on a stream needs the transaction that it lasts for.");
        // PostgreSQL: the insert makes the row exist and the update locks it, whatever other writers do at the same moment.
        // SQLite has one writer at a time; there the same two statements take the write lock if nothing else has.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO audit_head (stream, sequence, hash) VALUES ({stream}, 0, {NoHash}) ON CONFLICT (stream) DO NOTHING", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE audit_head SET sequence = sequence WHERE stream = {stream}", cancel);
    }

    /// <summary>Walks every stream and tells where a chain is broken; empty when all is whole.</summary>
    /// <param name="db">The database.</param>
    /// <param name="knownHeads">Heads noted elsewhere (a log, a backup): a stream that is shorter than one of them, or differs from it, was
    /// cut.</param>
    /// <param name="cancel">Ends the walk.</param>
    public static async Task<IReadOnlyList<AuditFault>> VerifyAsync(PortalDb db, IReadOnlyList<AuditHead> knownHeads, CancellationToken cancel)
    {
        // The database's own heads are read before the entries, so that what is written meanwhile only makes the chains longer.
        var heads = (await db.AuditHeads.AsNoTracking().Where(h => h.Sequence > 0).ToListAsync(cancel)).Concat(knownHeads)
            .ToLookup(h => (h.Stream, h.Sequence));
        var faults = new List<AuditFault>();
        var last = new Dictionary<string, (long Sequence, string Hash)>();
        var entries = db.AuditEntries.AsNoTracking().OrderBy(e => e.Stream).ThenBy(e => e.Sequence).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            var (sequence, hash) = last.GetValueOrDefault(entry.Stream, (0, NoHash));
            var record = new AuditRecord(entry.Stream, entry.Actor, entry.Action, entry.Subject, entry.OldValue, entry.NewValue);
            if (entry.Sequence != sequence + 1 || entry.PreviousHash != hash
                || entry.Hash != HashOf(entry.PreviousHash, record, entry.Sequence, entry.At)
                || heads[(entry.Stream, entry.Sequence)].Any(h => h.Hash != entry.Hash))
            {
                faults.Add(new AuditFault(entry.Stream, entry.Sequence));
            }
            last[entry.Stream] = (entry.Sequence, entry.Hash);
        }
        foreach (var head in heads.SelectMany(h => h))
        {
            var end = last.GetValueOrDefault(head.Stream, (0, NoHash));
            if (end.Sequence < head.Sequence) faults.Add(new AuditFault(head.Stream, end.Sequence + 1));
        }
        return [.. faults.Distinct().OrderBy(f => f.Stream, StringComparer.Ordinal).ThenBy(f => f.Sequence)];
    }

    private static async Task<AuditHead> LockHeadAsync(PortalDb db, string stream, CancellationToken cancel)
    {
        await db.LockStreamAsync(stream, cancel);
        foreach (var tracked in db.ChangeTracker.Entries<AuditHead>().Where(e => e.Entity.Stream == stream).ToList())
            tracked.State = EntityState.Detached;
        return await db.AuditHeads.SingleAsync(h => h.Stream == stream, cancel);
    }

    private static string HashOf(string previous, AuditRecord record, long sequence, DateTimeOffset at)
    {
        var text = new StringBuilder();
        foreach (var part in (string?[])[previous, record.Stream, sequence.ToString(CultureInfo.InvariantCulture),
            at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            record.Actor, record.Action, record.Subject, record.OldValue, record.NewValue])
        {
            // Each part carries its length, so that no two different rows read the same.
            text.Append(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What an audit entry tells.</summary>
/// <param name="Stream">The chain.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="OldValue">The value before.</param>
/// <param name="NewValue">The value after.</param>
public sealed record AuditRecord(string Stream, string Actor, string Action, string Subject, string? OldValue, string? NewValue);

/// <summary>A place where a chain is broken.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The first entry that does not fit, or that is missing.</param>
public sealed record AuditFault(string Stream, long Sequence);
