using IncentiveGrant.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.Health;

/// <summary>
/// What a load balancer or a monitor asks: <c>/healthz</c> whether the process answers, <c>/readyz</c> whether it can work. The body is one
/// word; what is wrong stands in the log.
/// </summary>
public static class PortalHealth
{
    /// <summary>The tag of a check that <c>/readyz</c> makes.</summary>
    public const string Ready = "ready";

    /// <summary>Registers the checks; a subject adds its own to what this returns.</summary>
    public static IHealthChecksBuilder AddPortalHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<DiskSpaceCheck>("disk", tags: [Ready]);

    /// <summary>Maps both addresses, open to everybody.</summary>
    public static void MapPortalHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}

/// <summary>The database answers and has the structure that this version needs.</summary>
public sealed class DatabaseCheck(PortalDb db) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("The database does not answer.")
        : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The database waits for a migration.")
        : HealthCheckResult.Healthy();
}

/// <summary>There is room for the log and the embedded database.</summary>
public sealed class DiskSpaceCheck(IOptions<StorageOptions> storage) : IHealthCheck
{
    private const long BytesPerMegabyte = 1024 * 1024;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(Path.GetFullPath(storage.Value.Path)).AvailableFreeSpace / BytesPerMegabyte;
        return Task.FromResult(free >= storage.Value.MinFreeMegabytes
            ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Only {free} MB are free."));
    }
}
