using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.PointTables;

/// <summary>
/// The point table that the portal ships is made from the reference files. After a change to these, or to the workbook's layout, it is
/// written anew by <c>WRITE_SHIPPED_TABLES=1 dotnet test tests/IncentiveGrant.Documents.Tests --filter ShippedPointTable</c>.
/// </summary>
public class ShippedPointTableTests
{
    private const string RewriteVariable = "WRITE_SHIPPED_TABLES";

    private static readonly string ShippedPath = Repository.PathOf("src", "IncentiveGrant.Web", "PointTables", "point-table-r8-municipality.xlsx");

    public ShippedPointTableTests()
    {
        if (Environment.GetEnvironmentVariable(RewriteVariable) is null) return;
        using var file = File.Create(ShippedPath);
        PointTableWorkbook.Write(new ReferencePointTable().Build(), file, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(9)));
    }

    [Fact]
    public void TheShippedTable_IsThatOfTheReferenceFiles()
    {
        var table = Shipped();

        Assert.Equal(PointTableText.Lines(new ReferencePointTable().Build()), PointTableText.Lines(table));
        var compiled = CompiledTable.Of(table);
        Assert.Equal((267, 800m), (compiled.Cells.Count, compiled.Total.MaxPoints)); // docs/domain.md, Tables
    }

    [Fact]
    public void TheShippedTable_PassesTheFormatsOwnValidator()
    {
        using var document = SpreadsheetDocument.Open(ShippedPath, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    private static PointTable Shipped()
    {
        using var file = File.OpenRead(ShippedPath);
        var reading = PointTableWorkbook.Read(file, Path.GetFileName(ShippedPath));
        Assert.Empty(reading.Messages);
        return reading.Content!;
    }
}
