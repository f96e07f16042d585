namespace IncentiveGrant.Web.Pdf;

public static class PdfServices
{
    /// <summary>The PDF printer, the renderer of reports, and their check for /readyz (tag "ready").</summary>
    public static IServiceCollection AddPdf(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration(PdfOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<InlineStylesheet>();
        services.AddSingleton<ReportRenderer>();
        services.AddHealthChecks().AddCheck<PdfHealthCheck>("pdf", tags: ["ready"]);
        return services;
    }
}
