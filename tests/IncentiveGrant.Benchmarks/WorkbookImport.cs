using BenchmarkDotNet.Attributes;
using ExcelDataReader;
using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Benchmarks;

/// <summary>
/// The ministry's workbook of 令和8年度 (1,797 rows × 337 columns) read, joined, recomputed and compared, ready to be saved, beside
/// ExcelDataReader's bare read of every cell.
/// </summary>
[MedianColumn]
public class WorkbookImport
{
    private const string Name = "ministry-workbook-r8-sample.xlsx";

    private byte[] workbook = [];
    private List<KnownJurisdiction> known = [];

    /// <summary>Reads the workbook and makes its jurisdictions known.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        workbook = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", Name));
        known = [.. Read().Rows.Select((row, i) => new KnownJurisdiction(
            i + 1, row.Figures.All(f => f.IsBlank) ? JurisdictionKind.WideAreaUnion : JurisdictionKind.Municipality, row.PrefectureNumber,
            NormalizedText.Name(row.Name), row.InsurerNumber))];
    }

    /// <summary>The portal.</summary>
    [Benchmark(Baseline = true)]
    public int Portal()
    {
        var plan = ResultsPlan.Of(Read(), new ReferencePointTable().Build(), known);
        return plan.Differences.Count + plan.Units.Count;
    }

    /// <summary>ExcelDataReader alone.</summary>
    [Benchmark]
    public int BareRead()
    {
        using var stream = new MemoryStream(workbook);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var cells = 0;
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
                if (reader.GetValue(column) is not null)
                    cells++;
        return cells;
    }

    private ResultsFile Read()
    {
        using var stream = new MemoryStream(workbook);
        return MinistryWorkbook.Read(stream, Name).Content![0];
    }
}
