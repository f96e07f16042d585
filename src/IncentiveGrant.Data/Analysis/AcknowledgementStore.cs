using IncentiveGrant.Data.Audit;
using IncentiveGrant.Domain.Analysis;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Analysis;

/// <summary>Keeps what administrators say of differences. A change and its audit entry are one transaction.</summary>
public sealed class AcknowledgementStore(PortalDb db, TimeProvider clock)
{
    /// <summary>Acknowledges a difference, or changes the note.</summary>
    /// <param name="figure">The difference as it is now.</param>
    /// <param name="note">What the administrator found.</param>
    /// <param name="stamp">The stamp of what they have seen; null where they saw no acknowledgement.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when somebody else has changed it since; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(ReconciledFigure figure, string note, string? stamp, string actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockStreamAsync(AuditTrail.ReconciliationStream, cancel);
        var kept = await FindAsync(figure.Subject, cancel);
        if (kept?.Stamp != stamp) return false;
        var before = kept is null ? null : Describe(kept.Values, kept.Note);
        if (kept is null)
        {
            db.Add(kept = new DifferenceAcknowledgement
            {
                Subject = figure.Subject, Description = Cut(figure.Description, DifferenceAcknowledgement.DescriptionMaxLength),
                Values = "", Note = "", Actor = "", At = default, Stamp = "",
            });
        }
        (kept.Values, kept.Note, kept.Actor, kept.At, kept.Stamp) =
            (Cut(figure.Values, DifferenceAcknowledgement.ValuesMaxLength), note, actor, clock.GetUtcNow(), NewStamp());
        await AuditAsync(figure, actor, "差異の確認", before, Describe(kept.Values, kept.Note), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes an acknowledgement back.</summary>
    /// <returns>False when somebody else has changed it since; nothing is changed then.</returns>
    public async Task<bool> WithdrawAsync(ReconciledFigure figure, string? stamp, string actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockStreamAsync(AuditTrail.ReconciliationStream, cancel);
        var kept = await FindAsync(figure.Subject, cancel);
        if (kept is null || kept.Stamp != stamp) return false;
        db.Remove(kept);
        await AuditAsync(figure, actor, "差異の確認の取消", Describe(kept.Values, kept.Note), null, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private Task<DifferenceAcknowledgement?> FindAsync(string subject, CancellationToken cancel) =>
        db.DifferenceAcknowledgements.SingleOrDefaultAsync(a => a.Subject == subject, cancel);

    private Task AuditAsync(ReconciledFigure figure, string actor, string action, string? before, string? after, CancellationToken cancel) => db.AppendAsync(
        new AuditRecord(AuditTrail.ReconciliationStream, actor, action, Cut(figure.Description, AuditEntry.SubjectMaxLength), before, after),
        clock.GetUtcNow(), cancel);

    private static string Describe(string values, string note) => $"{values}：{note}";

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
