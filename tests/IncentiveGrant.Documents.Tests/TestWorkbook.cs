using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;

namespace IncentiveGrant.Documents.Tests;

/// <summary>
/// Writes an xlsx by hand, so that what the readers meet does not depend on the library that the portal writes with: any cell at any
/// place, merged ranges, formula errors, and packages that are broken on purpose.
/// </summary>
public sealed class TestWorkbook
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<TestSheet> sheets = [];
    private readonly List<(string Name, byte[] Content)> extraParts = [];

    public TestSheet this[string name] => sheets.Single(s => s.Name == name);

    /// <summary>A copy of a workbook's cells, to be changed and written again.</summary>
    public static TestWorkbook CopyOf(Stream workbook)
    {
        var copy = new TestWorkbook();
        Documents.Spreadsheets.Spreadsheet.Read(workbook, "", file =>
        {
            for (var i = 0; i < file.SheetNames.Count; i++) copy.sheets.Add(TestSheet.CopyOf(file.OpenSheet(i)));
            return new ImportReading<TestWorkbook>(copy, []);
        });
        return copy;
    }

    public TestSheet Sheet(string name) => Add(new TestSheet(name));

    public TestSheet Add(TestSheet sheet)
    {
        sheets.Add(sheet);
        return sheet;
    }

    public TestWorkbook Without(string sheet)
    {
        sheets.RemoveAll(s => s.Name == sheet);
        return this;
    }

    public TestWorkbook WithPart(string name, byte[] content)
    {
        extraParts.Add((name, content));
        return this;
    }

    public MemoryStream ToStream(string contentType = Spreadsheet + ".sheet.main+xml")
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\">{Default("rels", "application/vnd.openxmlformats-package.relationships+xml")}"
                + $"{Default("xml", "application/xml")}{Override("workbook.xml", contentType)}"
                + $"{Each(n => Override($"worksheets/sheet{n}.xml", Spreadsheet + ".worksheet+xml"))}</Types>");
            Add(zip, "_rels/.rels", Relationships(Relationship(1, "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{Each(SheetElement)}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", Relationships(Each(n => Relationship(n, "worksheet", $"worksheets/sheet{n}.xml"))));
            for (var i = 0; i < sheets.Count; i++) Add(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].ToXml());
            foreach (var (name, content) in extraParts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        stream.Position = 0;
        return stream;
    }

    private string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets.Count).Select(part));

    private string SheetElement(int n) => $"<sheet name=\"{SecurityElement.Escape(sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>";

    private static string Default(string extension, string type) => $"<Default Extension=\"{extension}\" ContentType=\"{type}\"/>";

    private static string Override(string part, string type) => $"<Override PartName=\"/xl/{part}\" ContentType=\"{type}\"/>";

    private static string Relationships(string parts) => $"<Relationships xmlns=\"{Package}/relationships\">{parts}</Relationships>";

    private static string Relationship(int n, string type, string target) => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        writer.Write(content);
    }
}

/// <summary>A sheet of a <see cref="TestWorkbook"/>. Rows count from 1, columns from 0; a string is a text, a number a number.</summary>
public sealed class TestSheet(string name)
{
    private readonly SortedDictionary<int, SortedDictionary<int, object>> rows = [];
    private readonly List<MergedCells> merges = [];

    public string Name => name;

    public object? this[int row, int column]
    {
        get => rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var value) ? value : null;
        set
        {
            if (!rows.TryGetValue(row, out var cells)) rows.Add(row, cells = []);
            if (value is null) cells.Remove(column);
            else cells[column] = value;
        }
    }

    /// <summary>The cell of a row in the column whose heading, in row 1, reads like this.</summary>
    public object? this[int row, string heading]
    {
        get => this[row, ColumnOf(heading)];
        set => this[row, ColumnOf(heading)] = value;
    }

    public static TestSheet CopyOf(SheetReader reader, int rows = int.MaxValue)
    {
        var copy = new TestSheet(reader.Name!);
        while (reader.RowNumber < rows && reader.ReadRow())
            for (var column = 0; column < reader.ColumnCount; column++)
                if (!reader[column].IsBlank)
                    copy[reader.RowNumber, column] = reader[column].Text ?? (object)reader[column].Value;
        foreach (var merge in reader.Merges) copy.Merge(merge.FirstRow, merge.LastRow, merge.FirstColumn, merge.LastColumn);
        return copy;
    }

    public IEnumerable<int> Rows => rows.Keys;

    public int LastColumn => rows.Values.SelectMany(r => r.Keys).DefaultIfEmpty(-1).Max();

    public TestSheet Row(int row, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) this[row, i] = values[i];
        return this;
    }

    public TestSheet Merge(int firstRow, int lastRow, int firstColumn, int lastColumn)
    {
        merges.Add(new MergedCells(firstRow, lastRow, firstColumn, lastColumn));
        return this;
    }

    /// <summary>A copy with rows and columns in other places; what has no place is left out.</summary>
    public TestSheet Moved(Func<int, int?> rowTo, Func<int, int?> columnTo, string? name = null)
    {
        var moved = new TestSheet(name ?? Name);
        foreach (var (row, cells) in rows)
            foreach (var (column, value) in cells)
                if (rowTo(row) is { } newRow && columnTo(column) is { } newColumn)
                    moved[newRow, newColumn] = value;
        foreach (var merge in merges)
        {
            var (first, last, from, to) = (rowTo(merge.FirstRow), rowTo(merge.LastRow), columnTo(merge.FirstColumn), columnTo(merge.LastColumn));
            if (first is not null && last is not null && from is not null && to is not null) moved.Merge(first.Value, last.Value, from.Value, to.Value);
        }
        return moved;
    }

    public TestSheet WithoutMerges()
    {
        merges.Clear();
        return this;
    }

    public string ToXml()
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{TestWorkbook.Main}\"><sheetData>");
        foreach (var (row, cells) in rows)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            foreach (var (column, value) in cells) AppendCell(xml, $"{ColumnLetters.Of(column)}{row}", value);
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merges.Count > 0) xml.Append("<mergeCells>").AppendJoin("", merges.Select(m => $"<mergeCell ref=\"{RangeOf(m)}\"/>")).Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private int ColumnOf(string heading) => rows[1].Single(cell => cell.Value as string == heading).Key;

    private static string RangeOf(MergedCells merge) =>
        $"{ColumnLetters.Of(merge.FirstColumn)}{merge.FirstRow}:{ColumnLetters.Of(merge.LastColumn)}{merge.LastRow}";

    private static void AppendCell(StringBuilder xml, string address, object value) => xml.Append(value switch
    {
        FormulaError error => $"<c r=\"{address}\" t=\"e\"><f>A1+1</f><v>{error.Name}</v></c>",
        RawCell raw => raw.Xml.Replace("@", address, StringComparison.Ordinal),
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{address}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException($"No cell can hold {value}."),
    });
}

/// <summary>A formula that gave an error.</summary>
public sealed record FormulaError(string Name);

/// <summary>A cell written as it is; @ stands for its address.</summary>
public sealed record RawCell(string Xml);
