using IncentiveGrant.Data;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Database;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await DatabaseTemplate.Migrated.CloneAsync();
        services = database.Services(clock);
        for (var i = 1; i <= 4; i++) await AppendAsync("accounts", $"変更{i}");
        await AppendAsync("jurisdictions", "取込");
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Verify_AnUntouchedTrail_FindsNothing() => Assert.Empty(await VerifyAsync());

    [Theory]
    [InlineData("UPDATE audit_entry SET new_value = 'x' WHERE sequence = 2 AND stream = 'accounts'", 2)]
    [InlineData("UPDATE audit_entry SET new_value = NULL WHERE sequence = 2 AND stream = 'accounts'", 2)]
    [InlineData("UPDATE audit_entry SET old_value = '' WHERE sequence = 2 AND stream = 'accounts'", 2)]
    [InlineData("UPDATE audit_entry SET actor = 'x' WHERE sequence = 3 AND stream = 'accounts'", 3)]
    [InlineData("UPDATE audit_entry SET action = 'x' WHERE sequence = 1 AND stream = 'accounts'", 1)]
    [InlineData("UPDATE audit_entry SET subject = 'x' WHERE sequence = 1 AND stream = 'accounts'", 1)]
    [InlineData(
        "UPDATE audit_entry SET at = (SELECT at FROM audit_entry WHERE stream = 'accounts' AND sequence = 1) "
        + "WHERE sequence = 4 AND stream = 'accounts'", 4)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 2 AND stream = 'accounts'", 3)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 1 AND stream = 'accounts'", 2)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 4 AND stream = 'accounts'", 4)]
    [InlineData("DELETE FROM audit_entry WHERE stream = 'accounts'", 1)]
    public async Task Verify_AfterARowWasChangedOrTakenOut_NamesThePlace(string sql, long sequence)
    {
        await ExecuteAsync(sql);

        Assert.Equal([new AuditFault("accounts", sequence)], await VerifyAsync());
    }

    [Fact]
    public async Task Verify_AfterTwoRowsChangedPlaces_NamesThePlaces()
    {
        await ExecuteAsync("UPDATE audit_entry SET sequence = 99 WHERE sequence = 2 AND stream = 'accounts'");
        await ExecuteAsync("UPDATE audit_entry SET sequence = 2 WHERE sequence = 3 AND stream = 'accounts'");
        await ExecuteAsync("UPDATE audit_entry SET sequence = 3 WHERE sequence = 99 AND stream = 'accounts'");

        Assert.Equal([2, 3, 4], (await VerifyAsync()).Select(f => f.Sequence));
    }

    [Fact]
    public async Task Verify_AfterTheLastRowWasWrittenAnewWithARightHash_FindsItByTheHead()
    {
        var head = await HeadAsync();
        await ExecuteAsync("DELETE FROM audit_entry WHERE sequence = 4 AND stream = 'accounts'");
        await ExecuteAsync(
            "UPDATE audit_head SET sequence = 3, hash = (SELECT hash FROM audit_entry WHERE stream = 'accounts' AND sequence = 3) "
            + "WHERE stream = 'accounts'");
        await AppendAsync("accounts", "別の変更");
        await ExecuteAsync($"UPDATE audit_head SET hash = '{head.Hash}' WHERE stream = 'accounts'");

        Assert.Equal([new AuditFault("accounts", 4)], await VerifyAsync());
    }

    [Fact]
    public async Task Verify_AfterTheTailAndTheHeadWereCut_FindsItByAHeadNotedElsewhere()
    {
        var noted = await HeadAsync();
        await ExecuteAsync("DELETE FROM audit_entry WHERE sequence = 4 AND stream = 'accounts'");
        await ExecuteAsync(
            "UPDATE audit_head SET sequence = 3, hash = (SELECT hash FROM audit_entry WHERE stream = 'accounts' AND sequence = 3) "
            + "WHERE stream = 'accounts'");

        Assert.Empty(await VerifyAsync());
        Assert.Equal([new AuditFault("accounts", 4)], await VerifyAsync(noted));
        await AppendAsync("accounts", "別の変更");
        Assert.Equal([new AuditFault("accounts", 4)], await VerifyAsync(noted));
    }

    [Fact]
    public async Task Verify_WithAHeadNotedEarlier_FindsNothing()
    {
        var noted = await HeadAsync();
        await AppendAsync("accounts", "後の変更");

        Assert.Empty(await VerifyAsync(noted));
    }

    [Fact]
    public async Task Append_OfManyAtOnce_ChainsThemAll()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AppendAsync("accounts", $"同時{i}")));

        Assert.Empty(await VerifyAsync());
        Assert.Equal(12, (await HeadAsync()).Sequence);
    }

    [Fact]
    public async Task Append_WithoutTheTransactionOfItsChange_Throws()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.AppendAsync(new AuditRecord("accounts", "x", "x", "x", null, null), clock.GetUtcNow(), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.LockStreamAsync("accounts", CancellationToken.None));
    }

    private async Task AppendAsync(string stream, string action)
    {
        clock.Advance(TimeSpan.FromTicks(10_000_123)); // instants with more digits than a database keeps
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AppendAsync(new AuditRecord(stream, "kanri", action, "対象", null, "値"), clock.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
    }

    private async Task<IReadOnlyList<AuditFault>> VerifyAsync(params AuditHead[] knownHeads)
    {
        await using var scope = services.CreateAsyncScope();
        return await AuditTrail.VerifyAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), knownHeads, CancellationToken.None);
    }

    private async Task<AuditHead> HeadAsync()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditHeads.AsNoTracking().SingleAsync(h => h.Stream == "accounts");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var scope = services.CreateAsyncScope();
        Assert.NotEqual(0, await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync(sql));
    }
}
