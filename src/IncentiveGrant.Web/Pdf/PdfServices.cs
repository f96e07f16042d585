using IncentiveGrant.Web.Infrastructure.Health;

namespace IncentiveGrant.Web.Pdf;

public static class PdfServices
{
    /// <summary>The PDF printer, the renderer of reports, and their check for /readyz.</summary>
    public static void AddPortalPdf(this IServiceCollection services)
    {
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<InlineStylesheet>();
        services.AddSingleton<ReportRenderer>();
        services.AddHealthChecks().AddCheck<PdfHealthCheck>("pdf", tags: [PortalHealth.Ready]);
    }
}
