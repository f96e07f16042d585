using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>An import by command while the portal serves: the version row tells the portal, whose next request shows the new figures.</summary>
public sealed class ImportWhileServingTests(ImportWhileServingTests.Portal portal) : IClassFixture<ImportWhileServingTests.Portal>
{
    private const string Ranking = "/rankings/2026/municipalities";
    private const string TableRows = "[aria-label='市町村順位表'] tbody tr";

    // Of the piece of a results sheet: H 市町村, LX the total; 30 towns from row 19.
    private const int FirstUnit = 19, Name = 7, Total = 335;

    [Fact]
    public async Task NextRequest_ShowsWhatAnotherProcessImported()
    {
        var client = await portal.SignInAsAsync(PortalRole.Viewer);
        var before = await client.GetAsync(Ranking);
        var sheet = SampleWorkbooks.Piece();
        var fewer = sheet.Moved(row => row == FirstUnit ? null : row, column => column);

        await ImportAsync(sheet);
        var first = await client.OpenAsync(Ranking);
        await ImportAsync(fewer);
        var second = await client.OpenAsync(Ranking);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(TotalsOf(sheet), TotalsOf(first));
        Assert.Equal(TotalsOf(fewer), TotalsOf(second));
        Assert.Equal(30, TotalsOf(first).Count);
        Assert.Equal(29, TotalsOf(second).Count);
    }

    private async Task ImportAsync(TestSheet sheet)
    {
        var path = Path.Combine(TestDatabase.NewFolder(), "結果.xlsx");
        var workbook = new TestWorkbook();
        workbook.Add(sheet);
        await File.WriteAllBytesAsync(path, workbook.ToStream().ToArray());
        var (exitCode, _, errors) = await PortalProcess.RunAsync(portal.Database, "import", "results", path);
        Assert.True(exitCode == 0, errors);
    }

    private static SortedDictionary<string, string> TotalsOf(PortalPage page)
    {
        var headings = page.Texts("[aria-label='市町村順位表'] thead th").ToList();
        var (name, total) = (headings.FindIndex(h => h.StartsWith("団体", StringComparison.Ordinal)),
            headings.FindIndex(h => h.StartsWith("合計", StringComparison.Ordinal)));
        return new(page.Rows(TableRows).ToDictionary(row => row[name].Split(' ')[0], row => row[total]), StringComparer.Ordinal);
    }

    private static SortedDictionary<string, string> TotalsOf(TestSheet sheet) => new(
        sheet.Rows.Where(row => row >= FirstUnit && sheet[row, Total] is decimal)
            .ToDictionary(row => (string)sheet[row, Name]!, row => Figures.Points((decimal)sheet[row, Total]!)), StringComparer.Ordinal);

    /// <summary>A portal that knows the nation and has no results yet.</summary>
    public sealed class Portal : PortalHost
    {
        private static readonly DatabaseTemplate Known = new(services => TestAccounts.LoadAsync(services, NationHost.Town), DatabaseTemplate.NationMaster);

        protected override DatabaseTemplate Template => Known;
    }
}
