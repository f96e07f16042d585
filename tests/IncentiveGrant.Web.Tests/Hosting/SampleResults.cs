using IncentiveGrant.Data.Jurisdictions;
using IncentiveGrant.Data.Results;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>The fictional results of 令和7年度 and 令和8年度 that the demonstration ships, loaded through the importers.</summary>
public static class SampleResults
{
    /// <summary>Loads jurisdictions, the municipal table of 令和8年度, and the results of both years.</summary>
    public static async Task LoadAsync(IServiceProvider services)
    {
        var jurisdictions = ActivatorUtilities.CreateInstance<JurisdictionsImport>(
            services, ActivatorUtilities.CreateInstance<JurisdictionStore>(services));
        var tables = ActivatorUtilities.CreateInstance<PointTableImport>(services);
        var results = ActivatorUtilities.CreateInstance<ResultsImport>(services, ActivatorUtilities.CreateInstance<ResultStore>(services));
        await LoadAsync("Demo/Data/jurisdictions-sample.csv", jurisdictions.LoadAsync, new FiscalYear(2026));
        await LoadAsync("PointTables/point-table-r8-municipality.xlsx", tables.LoadAsync);
        await LoadAsync("Demo/Data/ministry-workbook-r7-sample.xlsx", results.LoadAsync);
        await LoadAsync("Demo/Data/ministry-workbook-r8-sample.xlsx", results.LoadAsync);
        await LoadAsync("Demo/Data/prefecture-results-sample.csv", results.LoadAsync);
    }

    private static async Task LoadAsync(
        string path, Func<Stream, string, ImportRequest, CancellationToken, Task<ImportOutcome>> load, FiscalYear? year = null)
    {
        await using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, path));
        var outcome = await load(
            stream, Path.GetFileName(path), new ImportRequest(year, IsDryRun: false, CreateMissing: false, "test"), CancellationToken.None);
        Assert.False(outcome.IsRefused, string.Join('\n', outcome.Messages));
    }
}
