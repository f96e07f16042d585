using IncentiveGrant.Data;
using IncentiveGrant.Data.Bulk;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Database;

public sealed class BulkInsertTests : IAsyncLifetime
{
    private static readonly BulkInsert<(string Stream, long Sequence, string? Hash)> Heads =
        new("audit_head", ("stream", h => h.Stream), ("sequence", h => h.Sequence), ("hash", h => h.Hash));

    private TestDatabase database = null!;
    private ServiceProvider services = null!;
    private PortalDb db = null!;

    public async Task InitializeAsync()
    {
        database = await DatabaseTemplate.Migrated.CloneAsync();
        services = database.Services(new SettableClock());
        db = services.GetRequiredService<PortalDb>();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Write_OfManyRows_SavesEachAsItIs()
    {
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(5000, await Heads.WriteAsync(db, Rows(5000), CancellationToken.None));
            await transaction.CommitAsync();
        }

        Assert.Equal(
            Rows(5000).Select(r => (r.Stream, r.Sequence, r.Hash)),
            (await db.AuditHeads.AsNoTracking().OrderBy(h => h.Sequence).ToListAsync()).Select(h => (h.Stream, h.Sequence, (string?)h.Hash)));
    }

    [Fact]
    public async Task Write_CancelledInTheMiddle_LeavesNothingBehind()
    {
        using var cancel = new CancellationTokenSource();

        await using (await db.Database.BeginTransactionAsync(CancellationToken.None))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Heads.WriteAsync(db, Rows(5000, at: 2500, cancel.Cancel), cancel.Token));

        Assert.Equal(0, await db.AuditHeads.CountAsync());
    }

    [Fact]
    public async Task Write_OfARowThatTheDatabaseRefuses_LeavesNothingBehind()
    {
        IEnumerable<(string, long, string?)> rows = [.. Rows(10), ("null", 11, null)];

        await using (await db.Database.BeginTransactionAsync())
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Heads.WriteAsync(db, rows, CancellationToken.None));

        Assert.Equal(0, await db.AuditHeads.CountAsync());
    }

    [Fact]
    public async Task Write_WithoutATransaction_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Heads.WriteAsync(db, Rows(1), CancellationToken.None));

    private static IEnumerable<(string Stream, long Sequence, string? Hash)> Rows(int count, int at = -1, Action? act = null)
    {
        for (var i = 1; i <= count; i++)
        {
            if (i == at) act!();
            yield return ($"系列{i}", i, new string('0', 64));
        }
    }
}
