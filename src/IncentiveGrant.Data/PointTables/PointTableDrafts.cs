using IncentiveGrant.Data.Audit;
using IncentiveGrant.Domain.PointTables;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.PointTables;

/// <summary>
/// Begins, changes, publishes and throws away drafts of point tables. Rules: 1. a year and audience have one draft at most; 2. whoever saves
/// names the revision they saw, and is told when it is no longer the last; 3. only a table that agrees with itself at every level is
/// published; 4. a correction of a published edition says why, and corrects the newest; 5. every act is one transaction with its audit entry.
/// </summary>
public sealed class PointTableDrafts(PortalDb db, TimeProvider clock)
{
    /// <summary>Begins a draft.</summary>
    /// <param name="draft">Its contents.</param>
    /// <param name="source">What it was made from, for the audit: a file, an edition.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public Task<DraftOutcome> BeginAsync(PointTable draft, string source, string actor, CancellationToken cancel) => InOrderAsync(
        draft,
        async () =>
        {
            if (await DraftsOf(draft).AnyAsync(cancel))
            {
                return new DraftOutcome.Refused(
                    $"{draft.FiscalYear.Japanese}（{draft.Audience.Name()}）には下書きがあります。その下書きを公開するか破棄してから、もう一度お試しください。");
            }
            var now = clock.GetUtcNow();
            (draft.ContentHash, draft.SavedAt) = (PointTableStore.HashOf(draft), now);
            await PointTableStore.EnsureYearAsync(db, draft.FiscalYear, now, cancel);
            db.Add(draft);
            return await AuditedAsync(draft, "配点表の下書きの作成", null, source, actor, cancel);
        },
        cancel);

    /// <summary>Saves the next revision of a draft.</summary>
    /// <param name="edited">It; <see cref="PointTable.Revision"/> is one more than that of the draft that was read.</param>
    /// <param name="change">What was changed, for the audit.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public Task<DraftOutcome> SaveAsync(PointTable edited, string change, string actor, CancellationToken cancel) => InOrderAsync(
        edited,
        async () =>
        {
            if (await FaultAsync(edited.Id, edited.Revision - 1, cancel) is { } fault) return fault;
            var hash = await db.PointTables.Where(t => t.Id == edited.Id).Select(t => t.ContentHash).SingleAsync(cancel);
            (edited.ContentHash, edited.SavedAt) = (PointTableStore.HashOf(edited), clock.GetUtcNow());
            await db.Set<Goal>().Where(g => EF.Property<int>(g, "PointTableId") == edited.Id).ExecuteDeleteAsync(cancel);
            db.Entry(edited).State = EntityState.Modified;
            foreach (var goal in edited.Goals) db.Add(goal);
            return await AuditedAsync(edited, "配点表の下書きの変更", hash, $"{change} {edited.ContentHash}", actor, cancel);
        },
        cancel);

    /// <summary>Publishes a draft as the next edition.</summary>
    /// <param name="draft">The draft as it was read.</param>
    /// <param name="reason">Why it corrects the edition before; null for the first of its year and audience.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public Task<DraftOutcome> PublishAsync(PointTable draft, string? reason, string actor, CancellationToken cancel) => InOrderAsync(
        draft,
        async () =>
        {
            if (await FaultAsync(draft.Id, draft.Revision, cancel) is { } fault) return fault;
            if (PointTableCheck.Of(draft).FirstOrDefault(f => f.IsBlocking) is { } blocking)
                return new DraftOutcome.Refused($"{blocking.Key}：{blocking.Text}");
            var newest = await PointTableStore.NewestAsync(db, draft, cancel);
            if (newest is not null && string.IsNullOrWhiteSpace(reason))
                return new DraftOutcome.Refused($"第{newest.Edition}版を訂正する理由を書いてください。");
            if (newest is not null && await IsOvertakenAsync(draft, newest, cancel))
            {
                return new DraftOutcome.Refused(
                    $"この下書きを作ったあとに第{newest.Edition}版が公開されました。公開すると、その訂正が失われます。第{newest.Edition}版から下書きを作り直してください。");
            }
            if (newest?.ContentHash == draft.ContentHash) return new DraftOutcome.Refused($"公開されている第{newest.Edition}版と同じ内容です。");
            var now = clock.GetUtcNow();
            db.Attach(draft);
            draft.Publish((newest?.Edition ?? 0) + 1, newest is null ? null : reason!.Trim(), now);
            await PointTableStore.AuditPublishedAsync(db, draft, newest, draft.Reason ?? "下書きから", actor, now, cancel);
            return new DraftOutcome.Saved(draft.Id);
        },
        cancel);

    /// <summary>Throws a draft away.</summary>
    public Task<DraftOutcome> DiscardAsync(PointTable draft, string actor, CancellationToken cancel) => InOrderAsync(
        draft,
        async () =>
        {
            if (await FaultAsync(draft.Id, draft.Revision, cancel) is { } fault) return fault;
            await db.PointTables.Where(t => t.Id == draft.Id).ExecuteDeleteAsync(cancel);
            return await AuditedAsync(draft, "配点表の下書きの破棄", draft.ContentHash, null, actor, cancel);
        },
        cancel);

    private async Task<DraftOutcome> AuditedAsync(
        PointTable draft, string action, string? before, string? after, string actor, CancellationToken cancel)
    {
        await db.AppendAsync(
            new AuditRecord(PointTableStore.StreamOf(draft), actor, action, draft.Title, before, after), clock.GetUtcNow(), cancel);
        return new DraftOutcome.Saved(draft.Id);
    }

    /// <summary>Why a draft cannot be changed any more; null when it can.</summary>
    private async Task<DraftOutcome?> FaultAsync(int id, int revision, CancellationToken cancel)
    {
        var saved = await db.PointTables.Where(t => t.Id == id && t.State == PointTableState.Draft).Select(t => (int?)t.Revision)
            .SingleOrDefaultAsync(cancel);
        return saved is null ? new DraftOutcome.NotFound() : saved == revision ? null : new DraftOutcome.Conflict();
    }

    /// <summary>Whether the draft was begun from an edition of its year that is no longer the newest: its corrections would be undone.</summary>
    private Task<bool> IsOvertakenAsync(PointTable draft, PublishedEdition newest, CancellationToken cancel) =>
        db.PointTables.AnyAsync(t => t.Id == draft.BasedOnId && t.FiscalYear == draft.FiscalYear && t.Edition < newest.Edition, cancel);

    private IQueryable<PointTable> DraftsOf(PointTable table) =>
        db.PointTables.Where(t => t.FiscalYear == table.FiscalYear && t.Audience == table.Audience && t.State == PointTableState.Draft);

    private async Task<DraftOutcome> InOrderAsync(PointTable table, Func<Task<DraftOutcome>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockStreamAsync(PointTableStore.StreamOf(table), cancel);
        var outcome = await change();
        if (outcome is DraftOutcome.Saved) await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return outcome;
    }
}
