using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.PointTables;

/// <summary>
/// The point table that the portal ships, and the prefectures' of its demonstration, are made from the reference files. After a change to
/// these, or to the workbook's layout, they are written anew by
/// <c>WRITE_SHIPPED_TABLES=1 dotnet test tests/IncentiveGrant.Documents.Tests --filter ShippedPointTable</c>.
/// </summary>
public class ShippedPointTableTests
{
    private const string RewriteVariable = "WRITE_SHIPPED_TABLES";

    private static readonly DateTimeOffset Made = new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(9));

    private static readonly string MunicipalPath = Repository.PathOf("src", "IncentiveGrant.Web", "PointTables", "point-table-r8-municipality.xlsx");
    private static readonly string PrefecturePath = Repository.PathOf("src", "IncentiveGrant.Web", "Demo", "Data", "point-table-r8-prefecture-sample.xlsx");

    public ShippedPointTableTests()
    {
        if (Environment.GetEnvironmentVariable(RewriteVariable) is null) return;
        Write(new ReferencePointTable().Build(), MunicipalPath);
        Write(DemoPrefectureTable.Build(), PrefecturePath);
    }

    [Fact]
    public void TheShippedTable_IsThatOfTheReferenceFiles()
    {
        var table = Read(MunicipalPath);

        Assert.Equal(PointTableText.Lines(new ReferencePointTable().Build()), PointTableText.Lines(table));
        var compiled = CompiledTable.Of(table);
        Assert.Equal((267, 800m), (compiled.Cells.Count, compiled.Total.MaxPoints)); // docs/domain.md, Tables
    }

    [Fact]
    public void TheDemonstrationsPrefectureTable_AgreesWithTheAllotmentAndMarksWhatIsMadeUp()
    {
        var table = Read(PrefecturePath);

        Assert.Equal(PointTableText.Lines(DemoPrefectureTable.Build()), PointTableText.Lines(table));
        Assert.Empty(PointTableCheck.Of(table));
        Assert.Equal((Audience.Prefecture, 800m), (table.Audience, CompiledTable.Of(table).Total.MaxPoints));
        Assert.Contains("見本", table.Title, StringComparison.Ordinal);
        foreach (var row in ReferenceData.Rows("allotment-r8.csv").Where(r => r["audience"] == "prefecture"))
        {
            var grant = row["grant"] == "promotion" ? Grant.Promotion : Grant.EffortSupport;
            var goal = table.Goals.Single(g => g.Grant == grant && SchemeText.GoalSign(g.Number) == row["goal"]);
            Assert.Equal([row["structure_points"], row["activity_points"]], goal.Groups.Select(g => $"{g.MaxPoints:0.##}"));
        }
        var sources = table.Goals
            .SelectMany(g => g.Groups.SelectMany(k => k.Indicators).SelectMany(i => i.SubItems).Select(s => (Goal: g.Key.ToString(), s.TextSource)))
            .GroupBy(s => s.Goal).ToDictionary(g => g.Key, g => g.Select(s => s.TextSource).Distinct().ToList());
        Assert.Equal([TextSource.Restated, null], sources["推進/Ⅰ"]); // a short wording, or none
        Assert.Equal([TextSource.Published, TextSource.Sample], sources["支援/Ⅰ"]);
        Assert.All(sources.Where(s => s.Key is not ("推進/Ⅰ" or "支援/Ⅰ")), s => Assert.Equal([TextSource.Sample], s.Value));
    }

    [Fact]
    public void TheShippedTables_PassTheFormatsOwnValidator()
    {
        foreach (var path in (string[])[MunicipalPath, PrefecturePath])
        {
            using var document = SpreadsheetDocument.Open(path, false);

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        }
    }

    private static void Write(PointTable table, string path)
    {
        using var file = File.Create(path);
        PointTableWorkbook.Write(table, file, Made);
    }

    private static PointTable Read(string path)
    {
        using var file = File.OpenRead(path);
        var reading = PointTableWorkbook.Read(file, Path.GetFileName(path));
        Assert.Empty(reading.Messages);
        return reading.Content!;
    }
}
