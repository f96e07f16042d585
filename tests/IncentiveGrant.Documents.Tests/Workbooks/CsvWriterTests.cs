using System.Text;
using IncentiveGrant.Documents.Workbooks;

namespace IncentiveGrant.Documents.Tests.Workbooks;

public class CsvWriterTests
{
    private static readonly SheetLayout Layout = new("順位表", [
        new SheetColumn("市町村", ColumnFormat.Text, 16),
        new SheetColumn("目標Ⅰ", ColumnFormat.Points, 8) { Group = "推進" },
        new SheetColumn("得点率（％）", ColumnFormat.Percent, 8),
    ]);

    [Fact]
    public void Write_StartsWithTheMarkOfUtf8AndEndsLinesAsExcelDoes()
    {
        var stream = new MemoryStream();

        CsvWriter.Write(stream, Layout, [["大河原町", 64.50m, 36.25m]]);

        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("市町村,推進 目標Ⅰ,得点率（％）\r\n大河原町,64.5,36.3\r\n")], stream.ToArray());
    }

    [Fact]
    public void Write_WithTitleAndNotes_ClosesWithThem()
    {
        var lines = LinesOf(Layout with { TitleLines = ["令和8年度"], Notes = ["出典：公表資料, 一部再計算"] }, ["大河原町", 64m, 36.25m]);

        Assert.Equal(["大河原町,64,36.3", "", "令和8年度", "\"出典：公表資料, 一部再計算\""], lines[1..]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("仙台市", "仙台市")]
    [InlineData("二\n行", "\"二\n行\"")]
    public void Write_OfText_NeverLeavesAFormula(string text, string expected)
    {
        var stream = new MemoryStream();

        CsvWriter.Write(stream, Layout, [[text, -1m, SheetValue.Unknown]]);

        Assert.EndsWith($"\r\n{expected},-1,—\r\n", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static string[] LinesOf(SheetLayout layout, IReadOnlyList<SheetValue> row)
    {
        var stream = new MemoryStream();
        CsvWriter.Write(stream, layout, [row]);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split("\r\n");
    }
}
