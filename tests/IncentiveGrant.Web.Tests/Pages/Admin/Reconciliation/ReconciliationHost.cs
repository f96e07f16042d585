using System.Text;
using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.TestData;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Reconciliation;

/// <summary>
/// The portal with results of 30 municipalities, of which one total is printed 1 point too high; with the figures that 山口県 has published; and
/// with a report on the loaded results whose mean is wrong.
/// </summary>
public sealed class ReconciliationHost : PortalHost
{
    /// <summary>The results file.</summary>
    public const string Results = "結果.xlsx";

    /// <summary>The document on the loaded results.</summary>
    public const string Report = "県の報告書";

    /// <summary>The document of 山口県.</summary>
    public const string Yamaguchi = "山口県 交付金評価指標の進捗評価（令和2・3年度）";

    private const int FirstUnit = 19;

    private static readonly DatabaseTemplate Loaded = new(LoadAsync, DatabaseTemplate.Populated);

    /// <inheritdoc />
    protected override DatabaseTemplate Template => Loaded;

    /// <summary>Loads the report with another mean.</summary>
    public async Task LoadReportAsync(string mean)
    {
        await using var scope = Services.CreateAsyncScope();
        await LoadReportAsync(scope.ServiceProvider, mean);
    }

    private static async Task LoadAsync(IServiceProvider services)
    {
        var sheet = SampleWorkbooks.Piece();
        sheet[FirstUnit, sheet.LastColumn - 1] = (decimal)sheet[FirstUnit, sheet.LastColumn - 1]! + 1;
        var workbook = new TestWorkbook();
        workbook.Add(sheet);
        var request = SampleFiles.Request(SampleFiles.Year, createMissing: true);
        SampleFiles.AssertTaken(await services.GetRequiredService<ResultsImport>().LoadAsync(workbook.ToStream(), Results, request, CancellationToken.None));
        await using var yamaguchi = File.OpenRead(ReferenceData.PathOf("published-yamaguchi-r2-r3.csv"));
        SampleFiles.AssertTaken(
            await services.GetRequiredService<PublishedFiguresImport>().LoadAsync(yamaguchi, "山口県.csv", SampleFiles.Request(), CancellationToken.None));
        await LoadReportAsync(services, "1");
    }

    private static async Task LoadReportAsync(IServiceProvider services, string mean)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(
            $"出典,年度,対象,団体・集合,母数,階層,種別,値\n{Report},令和8年度,市町村分,全国,30,合計,平均点,{mean}\n{Report},令和8年度,市町村分,,,合計,満点,800\n"));
        SampleFiles.AssertTaken(
            await services.GetRequiredService<PublishedFiguresImport>().LoadAsync(file, "報告書.csv", SampleFiles.Request(), CancellationToken.None));
    }
}
