using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IncentiveGrant.Web.Pdf;

/// <summary>For /readyz. Without a browser the portal still serves (reports open as printable pages): degraded, not unhealthy.</summary>
public sealed class PdfHealthCheck(PdfPrinter printer) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await printer.FindFaultAsync(cancellationToken) is { } fault ? HealthCheckResult.Degraded(fault.Reason) : HealthCheckResult.Healthy();
}
