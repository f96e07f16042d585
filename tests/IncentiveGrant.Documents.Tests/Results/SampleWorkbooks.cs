using IncentiveGrant.Documents.Results;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Results;

namespace IncentiveGrant.Documents.Tests.Results;

/// <summary>The ministry's workbooks of the demonstration, each read once for all tests, and a small piece of one to break.</summary>
internal static class SampleWorkbooks
{
    private const int HeaderRows = 18, TownsOfThePiece = 30, RowOfAUnion = 200;

    private static readonly Lazy<ResultsFile> LazyR8 = new(() => Read("ministry-workbook-r8-sample.xlsx"));
    private static readonly Lazy<ResultsFile> LazyR7 = new(() => Read("ministry-workbook-r7-sample.xlsx"));
    private static readonly Lazy<TestSheet> LazyPiece = new(CutPiece);

    /// <summary>令和8年度.</summary>
    public static ResultsFile R8 => LazyR8.Value;

    /// <summary>令和7年度.</summary>
    public static ResultsFile R7 => LazyR7.Value;

    /// <summary>
    /// A copy of the head of the R8 workbook, its first 30 towns and one union, with ranks among these. The statistic rows but 配点 are left
    /// out: they are those of the nation.
    /// </summary>
    public static TestSheet Piece() => LazyPiece.Value.Moved(row => row, column => column);

    public static string PathOf(string name) => Repository.PathOf("src", "IncentiveGrant.Web", "Demo", "Data", name);

    private static ResultsFile Read(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        var reading = MinistryWorkbook.Read(file, name);
        Assert.Empty(reading.Messages);
        return Assert.Single(reading.Content!);
    }

    private static TestSheet CutPiece()
    {
        using var file = File.OpenRead(PathOf("ministry-workbook-r8-sample.xlsx"));
        var head = Spreadsheet.Read(file, "r8", workbook => new ImportReading<TestSheet>(TestSheet.CopyOf(workbook.OpenSheet(0), RowOfAUnion), [])).Content!;
        var piece = head.Moved(
            row => row is < 10 or > HeaderRows and <= HeaderRows + TownsOfThePiece ? row : row == RowOfAUnion ? HeaderRows + TownsOfThePiece + 1 : null,
            column => column);
        var (total, rank) = (piece.LastColumn - 1, piece.LastColumn);
        var towns = Enumerable.Range(HeaderRows + 1, TownsOfThePiece).ToList();
        foreach (var row in towns) piece[row, rank] = 1m + towns.Count(other => (decimal)piece[other, total]! > (decimal)piece[row, total]!);
        return piece;
    }
}
