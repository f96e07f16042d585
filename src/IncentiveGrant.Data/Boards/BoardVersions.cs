using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Boards;

/// <summary>Raises board versions in the transaction that changes scores.</summary>
public static class BoardVersions
{
    /// <summary>Raises the version of one board.</summary>
    public static async Task RaiseBoardVersionAsync(
        this PortalDb db, FiscalYear year, Audience audience, ScoreKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        // One statement, so that two writers never count to the same number.
        var raised = await db.BoardVersions.Where(v => v.FiscalYear == year && v.Audience == audience && v.Kind == kind)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Version, v => v.Version + 1).SetProperty(v => v.ChangedAt, now), cancel);
        if (raised > 0) return;
        db.Add(new BoardVersion { FiscalYear = year, Audience = audience, Kind = kind, Version = 1, ChangedAt = now });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Raises every version: names, bands or unions of jurisdictions have changed, which all boards show.</summary>
    public static Task RaiseAllBoardVersionsAsync(this PortalDb db, DateTimeOffset now, CancellationToken cancel) =>
        db.BoardVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Version, v => v.Version + 1).SetProperty(v => v.ChangedAt, now), cancel);
}
