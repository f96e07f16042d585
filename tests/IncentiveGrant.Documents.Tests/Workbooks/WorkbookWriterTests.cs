using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Imports;

namespace IncentiveGrant.Documents.Tests.Workbooks;

public class WorkbookWriterTests
{
    private static readonly DateTimeOffset Made = new(2026, 10, 16, 9, 30, 0, TimeSpan.FromHours(9));

    private static readonly SheetLayout Ranking = new("順位表", [
        new SheetColumn("団体コード", ColumnFormat.Text, 10),
        new SheetColumn("市町村", ColumnFormat.Text, 16),
        new SheetColumn("順位", ColumnFormat.Integer, 8),
        new SheetColumn("目標Ⅰ", ColumnFormat.Points, 8) { Group = "推進" },
        new SheetColumn("目標Ⅱ", ColumnFormat.Points, 8) { Group = "推進" },
        new SheetColumn("得点率（％）", ColumnFormat.Percent, 8),
        new SheetColumn("前年度との差", ColumnFormat.Difference, 8),
        new SheetColumn("対象", ColumnFormat.Text, 8) { Choices = ["市町村分", "都道府県分"] },
    ])
    {
        TitleLines = ["令和8年度 市町村順位表", "全国 1,741市町村"],
        FrozenColumns = 2,
        HasFilter = true,
        Notes = ["出典：厚生労働省の公表資料をもとに集計", "「—」は公表されていないことを示します。"],
    };

    private static readonly IReadOnlyList<SheetValue>[] Rows =
    [
        ["043214", "大河原町", 5, 64m, 30.5m, 74.625m, 69.4m, "市町村分"],
        ["043222", "=1+1\u0001", 1741, (decimal?)null, SheetValue.Blank, SheetValue.Unknown, -16m, ""],
    ];

    [Fact]
    public void AddSheet_MakesAWorkbookThatTheFormatsOwnValidatorAccepts()
    {
        using var document = SpreadsheetDocument.Open(Written(Ranking, Rows), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void AddSheet_WritesTitlesHeadingsRowsAndNotesInOrder()
    {
        var lines = LinesOf(Written(Ranking, Rows));

        Assert.Equal(
        [
            "令和8年度 市町村順位表|||||||",
            "全国 1,741市町村|||||||",
            "|||推進||||",
            "団体コード|市町村|順位|目標Ⅰ|目標Ⅱ|得点率（％）|前年度との差|対象",
            "043214|大河原町|5|64|30.5|0.746|69.4|市町村分",
            "043222|=1+1|1741|—||—|-16|",
            "|||||||",
            "出典：厚生労働省の公表資料をもとに集計|||||||",
            "「—」は公表されていないことを示します。|||||||",
        ], lines);
    }

    [Fact]
    public void AddSheet_KeepsNumbersAsNumbersAndShowsThemAsThePortalDoes()
    {
        using var document = SpreadsheetDocument.Open(Written(Ranking, Rows), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var styleSheet = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        var formats = styleSheet.NumberingFormats!.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!);
        var styles = styleSheet.CellFormats!.Elements<CellFormat>().ToList();

        Assert.Equal("#,##0;▲#,##0", FormatOf("D5"));
        Assert.Equal("#,##0.0;▲#,##0.0", FormatOf("E5"));
        Assert.Equal("0.0%;▲0.0%", FormatOf("F5"));
        Assert.Equal("+#,##0.0;▲#,##0.0;\"±0\"", FormatOf("G5"));
        Assert.Equal("+#,##0;▲#,##0;\"±0\"", FormatOf("G6"));

        string FormatOf(string address)
        {
            var cell = sheet.Descendants<Cell>().Single(c => c.CellReference == address);
            Assert.Equal(CellValues.Number, cell.DataType!.Value);
            return formats[styles[(int)cell.StyleIndex!.Value].NumberFormatId!.Value];
        }
    }

    [Fact]
    public void AddSheet_FreezesFiltersMergesAndOffersChoices()
    {
        using var document = SpreadsheetDocument.Open(Written(Ranking, Rows), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;

        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((2d, 4d, "C5"), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A4:H6", sheet.Elements<AutoFilter>().Single().Reference);
        Assert.Equal("D3:E3", sheet.Descendants<MergeCell>().Single().Reference);
        Assert.Equal("\"市町村分,都道府県分\"", sheet.Descendants<DataValidation>().Single().Formula1!.Text);
        Assert.Equal("'順位表'!$3:$4", document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
    }

    [Fact]
    public void Dispose_LeavesTitleMakerAndTimeInTheProperties()
    {
        using var document = SpreadsheetDocument.Open(Written(Ranking, Rows), false);

        Assert.Equal("順位表（令和8年度）", document.PackageProperties.Title);
        Assert.Equal(WorkbookWriter.Creator, document.PackageProperties.Creator);
        Assert.Equal(Made.UtcDateTime, document.PackageProperties.Created!.Value.ToUniversalTime());
    }

    [Fact]
    public void Dispose_WithAStreamThatCannotGoBack_WritesTheSame()
    {
        var forward = new ForwardStream();
        using (var writer = new WorkbookWriter(forward, "順位表（令和8年度）", Made)) writer.AddSheet(Ranking, Rows);

        Assert.Equal(LinesOf(Written(Ranking, Rows)), LinesOf(new MemoryStream(forward.Written.ToArray())));
    }

    [Fact]
    public void AddSheet_WithMoreSheets_KeepsTheirOrder()
    {
        var stream = new MemoryStream();
        using (var writer = new WorkbookWriter(stream, "表", Made))
            foreach (var name in new[] { "概要", "順位表", "説明" })
                writer.AddSheet(new SheetLayout(name, [new SheetColumn("", ColumnFormat.WrappedText, 80)]), [[name]]);

        Assert.Equal(["概要", "順位表", "説明"], Spreadsheet.Read(stream, "表.xlsx", file => new ImportReading<IReadOnlyList<string>>(file.SheetNames, [])).Content!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("全国/宮城県")]
    [InlineData("これはとても長い名前のシートで表計算ソフトが受け付けない長さです")]
    public void SheetLayout_WithANameThatNoSpreadsheetTakes_Throws(string name) => Assert.Throws<ArgumentException>(() => new SheetLayout(name, []));

    [Fact]
    public void AddSheet_WithARowOfAnotherLength_Throws() => Assert.Throws<ArgumentException>(() => Written(Ranking, [["043214"]]));

    private static MemoryStream Written(SheetLayout layout, IEnumerable<IReadOnlyList<SheetValue>> rows)
    {
        var stream = new MemoryStream();
        using (var writer = new WorkbookWriter(stream, "順位表（令和8年度）", Made)) writer.AddSheet(layout, rows);
        stream.Position = 0;
        return stream;
    }

    private static IReadOnlyList<string> LinesOf(Stream workbook) => Spreadsheet.Read(workbook, "表.xlsx", file =>
    {
        var lines = new List<string>();
        var sheet = file.OpenSheet(0);
        while (sheet.ReadRow()) lines.Add(string.Join('|', Enumerable.Range(0, sheet.ColumnCount).Select(c => sheet[c].Shown)));
        return new ImportReading<IReadOnlyList<string>>(lines, []);
    }).Content!;

    /// <summary>A stream like that of a response.</summary>
    private sealed class ForwardStream : Stream
    {
        public MemoryStream Written { get; } = new();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => Written.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);
    }
}
