using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>The files that the portal ships, taken over by the importers that administrators use.</summary>
internal static class SampleFiles
{
    public const string Jurisdictions = "jurisdictions-sample.csv";
    public const string PrefectureTable = "point-table-r8-prefecture-sample.xlsx";
    public const string PrefectureResults = "prefecture-results-sample.csv";
    public const string R7 = "ministry-workbook-r7-sample.xlsx";
    public const string R8 = "ministry-workbook-r8-sample.xlsx";

    /// <summary>The year of the figures in the jurisdictions file.</summary>
    public static readonly FiscalYear Year = new(2026);

    public static string PointTablePath => Repository.PathOf("src", "IncentiveGrant.Web", "PointTables", "point-table-r8-municipality.xlsx");

    /// <summary>A request as the command makes it.</summary>
    public static ImportRequest Request(FiscalYear? year = null, bool isDryRun = false, bool createMissing = false) =>
        new(year, isDryRun, createMissing, "test");

    /// <summary>The municipalities and the point table of 令和8年度.</summary>
    public static async Task LoadMasterAsync(IServiceProvider services)
    {
        await using (var file = File.OpenRead(SampleWorkbooks.PathOf(Jurisdictions)))
            AssertTaken(await services.GetRequiredService<JurisdictionsImport>().LoadAsync(file, Jurisdictions, Request(Year), CancellationToken.None));
        await LoadPointTableAsync(services);
    }

    /// <summary>The point table of 令和8年度.</summary>
    public static async Task LoadPointTableAsync(IServiceProvider services)
    {
        await using var file = File.OpenRead(PointTablePath);
        AssertTaken(await services.GetRequiredService<PointTableImport>().LoadAsync(file, PointTablePath, Request(), CancellationToken.None));
    }

    /// <summary>The results of both years and audiences, and the prefectures' table of the demonstration.</summary>
    public static async Task LoadResultsAsync(IServiceProvider services)
    {
        await using (var file = File.OpenRead(SampleWorkbooks.PathOf(PrefectureTable)))
            AssertTaken(await services.GetRequiredService<PointTableImport>().LoadAsync(file, PrefectureTable, Request(), CancellationToken.None));
        foreach (var name in (string[])[R7, R8, PrefectureResults])
        {
            await using var file = File.OpenRead(SampleWorkbooks.PathOf(name));
            AssertTaken(await services.GetRequiredService<ResultsImport>().LoadAsync(file, name, Request(), CancellationToken.None));
        }
    }

    public static void AssertTaken(ImportOutcome outcome) => Assert.False(outcome.IsRefused, string.Join('\n', outcome.Messages));
}
