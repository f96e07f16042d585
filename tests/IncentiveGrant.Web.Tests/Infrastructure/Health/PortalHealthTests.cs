using System.Net;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Infrastructure.Health;

public sealed class PortalHealthTests : IAsyncLifetime
{
    private readonly PortalHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Portal_AtWork_IsHealthy(string address)
    {
        var response = await host.NewClient().GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Portal_WaitingForAMigration_LivesAndIsNotReady()
    {
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\""));

        var (alive, ready) = (await host.NewClient().GetAsync("/healthz"), await host.NewClient().GetAsync("/readyz"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive.StatusCode, ready.StatusCode));
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Portal_WithoutItsDatabase_LivesAndIsNotReady()
    {
        await host.Database.DisposeAsync();

        var (alive, ready) = (await host.NewClient().GetAsync("/healthz"), await host.NewClient().GetAsync("/readyz"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive.StatusCode, ready.StatusCode));
    }

    [Fact]
    public async Task Portal_WithTooLittleFreeSpace_IsNotReady()
    {
        var full = new FullDiskHost();
        await full.InitializeAsync();

        var ready = await full.NewClient().GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        await full.DisposeAsync();
    }

    private sealed class FullDiskHost : PortalHost
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["Storage:MinFreeMegabytes"] = "1000000" };
    }
}
