using System.IO.Compression;
using System.Text;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;

namespace IncentiveGrant.Documents.Tests.Spreadsheets;

public class SpreadsheetTests
{
    [Fact]
    public void Read_OfAnXlsx_GivesEveryCellAtItsPlace()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("はじめ").Row(1, "x");
        workbook.Sheet("表").Row(3, null, "名称", 4, 0.1m).Row(5, "下");

        var rows = RowsOf(workbook.ToStream(), sheet: 1);

        Assert.Equal(["1:|||", "2:|||", "3:|名称|4|0.1", "4:|||", "5:下|||"], rows);
    }

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")] // what Excel stores for 0.1 + 0.2
    [InlineData("36.299999999999997", "36.3")] // how Excel writes 36.3
    [InlineData("52.36071223434808", "52.3607122343481")] // 15 digits, as Excel computes
    [InlineData("1E-2", "0.01")]
    public void Read_OfANumber_IsExactToFifteenDigits(string stored, string expected)
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表")[1, 0] = new RawCell($"<c r=\"@\"><v>{stored}</v></c>");

        Assert.Equal([$"1:{expected}"], RowsOf(workbook.ToStream()));
    }

    [Fact]
    public void Read_OfAFormulaError_IsNeitherTextNorNumber()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表").Row(1, new FormulaError("#REF!"), new FormulaError("#N/A"), "#12");

        var kinds = Spreadsheet.Read(workbook.ToStream(), "表.xlsx", file =>
        {
            var sheet = file.OpenSheet(0);
            sheet.ReadRow();
            return new ImportReading<List<SheetCellKind>>([sheet[0].Kind, sheet[1].Kind, sheet[2].Kind], []);
        }).Content!;

        Assert.Equal([SheetCellKind.Error, SheetCellKind.Error, SheetCellKind.Text], kinds);
    }

    [Fact]
    public void Read_OfJapaneseTextWithFurigana_LeavesTheReadingOut()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表")[1, 0] = new RawCell(
            "<c r=\"@\" t=\"inlineStr\"><is><r><t>大河</t></r><r><t>原町</t></r><rPh sb=\"0\" eb=\"3\"><t>オオガワラマチ</t></rPh></is></c>");

        Assert.Equal(["1:大河原町"], RowsOf(workbook.ToStream()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_OfUtf8Csv_WithOrWithoutMark_ReadsQuotesAndLineEnds(bool mark)
    {
        var text = "名称,\"人口, 総数\"\r\n\"大河原\"\"町\"\"\",\"1,234\"\n\"二\r\n行\",5\r";

        var rows = RowsOf(new MemoryStream([.. mark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text)]));

        Assert.Equal(["1:名称|人口, 総数", "2:大河原\"町\"|1,234", "3:二\r\n行|5"], rows);
    }

    [Fact]
    public void Read_OfShiftJisCsv_ReadsTheSame()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var rows = RowsOf(new MemoryStream(Encoding.GetEncoding(932).GetBytes("名称,区分\r\n髙﨑市,①\r\n")));

        Assert.Equal(["1:名称|区分", "2:髙﨑市|①"], rows);
    }

    [Fact]
    public void Read_OfUnicodeText_SplitsAtTabs() =>
        Assert.Equal(["1:名称|人口", "2:仙台市|1,1"], RowsOf(new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("名称\t人口\r\n仙台市\t1,1")])));

    [Fact]
    public void Read_OfCsvWithAnOpenQuote_SaysWhereItBegins() => AssertRefused("2行目から始まる引用符", "a,b\r\n\"c,d\r\ne,f"u8.ToArray());

    public static TheoryData<string, byte[], string> OtherFiles() => new()
    {
        { "空.xlsx", [], "ファイルが空です" },
        { "報告.pdf", "%PDF-1.7\n..."u8.ToArray(), "Excel ブック（.xlsx）でも CSV でもありません" },
        { "図.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13], "Excel ブック（.xlsx）でも CSV でもありません" },
        { "表.xls", "<html><table></table></html>"u8.ToArray(), "Excel ブック（.xlsx）でも CSV でもありません" },
        { "文書.xlsx", Zip("word/document.xml"), "Excel ブック（.xlsx）でも CSV でもありません" },
        { "空の書庫.zip", Zip(), "Excel ブック（.xlsx）でも CSV でもありません" },
        { "表.ods", Zip("mimetype", "content.xml"), "OpenDocument 形式です" },
        { "表.xlsb", Zip("[Content_Types].xml", "xl/workbook.bin"), "バイナリ形式（.xlsb）です" },
        { "古い.xls", Ole("Workbook"), "古い形式（.xls など）です" },
        { "秘密.xlsx", Ole("EncryptedPackage"), "パスワードで保護されています" },
        { "文字化け.csv", [(byte)'a', (byte)',', 0x81, 0x0A, 0xFF], "文字コードがわかりません" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void Read_OfAnotherKindOfFile_SaysWhatItIsAndWhatToDo(string name, byte[] content, string expected) => AssertRefused(expected, content, name);

    [Fact]
    public void Read_OfAMacroWorkbook_IsRefused()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表").Row(1, "x");

        AssertRefused("マクロを含むブックです", workbook.ToStream("application/vnd.ms-excel.sheet.macroEnabled.main+xml").ToArray());
        AssertRefused("マクロを含むブックです", workbook.WithPart("xl/vbaProject.bin", [1]).ToStream().ToArray());
    }

    [Fact]
    public void Read_OfATooLargeFile_IsRefusedBeforeItIsRead() => AssertRefused("上限は200MBです", new HugeStream());

    [Fact]
    public void Read_OfAZipBomb_IsRefused()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表").Row(1, "x");

        AssertRefused("展開すると大きすぎる", workbook.WithPart("xl/media/blank.bmp", new byte[8 * 1024 * 1024]).ToStream().ToArray());
    }

    [Fact]
    public void Read_OfAWorkbookWithADocumentType_IsRefused()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表")[1, 0] = new RawCell("<c r=\"@\" t=\"inlineStr\"><is><t>&x;</t></is></c>");

        AssertRefused("壊れているか", Edited(workbook.ToStream(), "xl/worksheets/sheet1.xml", xml => "<!DOCTYPE x [<!ENTITY x \"y\">]>" + xml));
    }

    [Theory]
    [InlineData("<row r=\"1000000000\"><c r=\"A1000000000\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")]
    public void Read_OfACellFarOutside_IsRefused(string row)
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表").Row(1, "x");

        AssertRefused("", Edited(
            workbook.ToStream(), "xl/worksheets/sheet1.xml", xml => xml.Replace("</sheetData>", row + "</sheetData>", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_OfASheetWithoutItsPart_IsRefused()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表").Row(1, "x");

        AssertRefused("壊れているか", Edited(
            workbook.ToStream(), "xl/_rels/workbook.xml.rels", xml => xml.Replace("sheet1.xml", "sheet9.xml", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_OfACutOrBentFile_NeverThrows()
    {
        var workbook = new TestWorkbook();
        for (var row = 1; row < 60; row++) workbook.Sheet($"表{row}").Row(row, "名称", row, 0.5m * row).Merge(1, 1, 0, 2);
        var whole = workbook.ToStream().ToArray();
        var random = new Random(20260401);
        var refused = 0;

        for (var i = 0; i < 400; i++)
        {
            var bent = i % 2 == 0 ? whole[..random.Next(1, whole.Length)] : [.. whole];
            for (var flips = 0; i % 2 == 1 && flips < 20; flips++) bent[random.Next(bent.Length)] ^= (byte)(1 << random.Next(8));
            if (ReadAll(new MemoryStream(bent)).IsRefused) refused++;
        }

        Assert.True(refused > 300, $"only {refused} of 400 were refused");
    }

    private static void AssertRefused(string expected, byte[] content, string name = "表.xlsx") => AssertRefused(expected, new MemoryStream(content), name);

    private static void AssertRefused(string expected, Stream content, string name = "表.xlsx")
    {
        var reading = ReadAll(content, 0, name);

        Assert.True(reading.IsRefused);
        var message = Assert.Single(reading.Messages);
        Assert.StartsWith($"ファイル「{name}」を読み込めません。", message.Text, StringComparison.Ordinal);
        Assert.Contains(expected, message.Text, StringComparison.Ordinal);
    }

    private static List<string> RowsOf(Stream content, int sheet = 0)
    {
        var reading = ReadAll(content, sheet);
        Assert.False(reading.IsRefused, string.Join('\n', reading.Messages));
        return reading.Content!;
    }

    private static ImportReading<List<string>> ReadAll(Stream content, int? sheet = null, string name = "表.xlsx") => Spreadsheet.Read(content, name, file =>
    {
        var rows = new List<string>();
        foreach (var index in sheet is { } one ? [one] : Enumerable.Range(0, file.IsCsv ? 1 : file.SheetNames.Count))
        {
            var reader = file.OpenSheet(index);
            while (reader.ReadRow())
                rows.Add($"{reader.RowNumber}:{string.Join('|', Enumerable.Range(0, reader.ColumnCount).Select(c => reader[c].Shown))}");
        }
        return new ImportReading<List<string>>(rows, []);
    });

    private static byte[] Zip(params string[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                using (var part = zip.CreateEntry(entry).Open())
                    part.Write("<x/>"u8);
        return stream.ToArray();
    }

    private static byte[] Ole(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[81900 - 8], .. Encoding.Unicode.GetBytes(stream), .. new byte[600]];

    private static byte[] Edited(MemoryStream workbook, string part, Func<string, string> edit)
    {
        using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) xml = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(edit(xml));
        }
        return workbook.ToArray();
    }

    /// <summary>A stream that says it is over the limit and cannot be read.</summary>
    private sealed class HugeStream : MemoryStream
    {
        public override long Length => Spreadsheet.MaxFileBytes + 1;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("The file must not be read.");
    }
}
