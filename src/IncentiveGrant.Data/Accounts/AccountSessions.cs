using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// Which sessions were ended by their owners before their time. Kept in the database, so that every node knows, and only as long as the
/// session could have lasted.
/// </summary>
public sealed class AccountSessions(PortalDb db, TimeProvider clock)
{
    /// <summary>The longest time from sign-in to the next, however busy: a working day with overtime.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);

    /// <summary>Ends a session for good.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.EndedSessions.Where(s => s.At < now - MaxAge).ExecuteDeleteAsync(cancel);
        if (await HasEndedAsync(id, cancel)) return;
        db.Add(new EndedSession { Id = id, At = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.EndedSessions.Any(s => s.Id == id))
        {
            db.ChangeTracker.Clear(); // the button was pressed twice: the session has ended
        }
    }

    /// <summary>Whether its owner has ended it.</summary>
    public Task<bool> HasEndedAsync(Guid id, CancellationToken cancel) => db.EndedSessions.AnyAsync(s => s.Id == id, cancel);
}
