using IncentiveGrant.Data.Boards;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>A board follows what is committed (docs/decisions/0009), and nothing else.</summary>
public sealed class ScoreBoardsTests(ScoreBoardsTests.Portal portal) : IClassFixture<ScoreBoardsTests.Portal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NextRequest_AfterAChangeInTheDatabase_ShowsItWhereItWasCommitted(bool isCommitted)
    {
        var client = await portal.SignInAsAsync(PortalRole.Viewer);
        var before = await TopAsync(client);

        var changed = await portal.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var unit = await db.Municipalities.Where(m => before.Contains(m.Name)).Select(m => m.Id).SingleAsync();
            var cells = await db.CellPoints.Where(c => c.JurisdictionId == unit).ExecuteUpdateAsync(set => set.SetProperty(c => c.Hundredths, 0));
            await db.RaiseBoardVersionAsync(new FiscalYear(2026), Audience.Municipality, ScoreKind.Final, DateTimeOffset.UnixEpoch, CancellationToken.None);
            if (isCommitted) await transaction.CommitAsync();
            return cells;
        });
        var after = await TopAsync(client);

        Assert.True(changed > 0);
        Assert.Equal(isCommitted, before != after);
    }

    /// <summary>The first row of the ranking: the name and the figures of the best municipality.</summary>
    private static async Task<string> TopAsync(PortalClient client) =>
        (await client.OpenAsync("/rankings/2026/municipalities")).Texts("[aria-label='市町村順位表'] tbody tr")[0];

    /// <summary>A portal with results that its tests may change.</summary>
    public sealed class Portal : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.Nation;
    }
}
