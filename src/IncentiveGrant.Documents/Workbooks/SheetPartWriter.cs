using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IncentiveGrant.Documents.Spreadsheets;

namespace IncentiveGrant.Documents.Workbooks;

/// <summary>Writes the part of one sheet: titles, headings, rows, notes, and what the format keeps around them.</summary>
internal sealed class SheetPartWriter : IDisposable
{
    // A drop-down must also reach the rows that a user adds below those written.
    private const int RowsForEntry = 2_000;
    private const int TextMaxLength = 32_767;
    private const double LineHeight = 18;
    private const uint A3 = 8, A4 = 9; // as the format numbers papers

    // The writer takes only name and namespace from these: one of each serves all cells.
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();
    private static readonly OpenXmlAttribute[] PreservedSpace =
        [new OpenXmlAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private static readonly string[] StyleNumbers =
        [.. Enum.GetValues<CellStyle>().Select(style => ((int)style).ToString(CultureInfo.InvariantCulture))];

    private readonly OpenXmlWriter xml;
    private readonly OpenXmlAttribute[] cellAttributes = new OpenXmlAttribute[3];
    private readonly SheetLayout layout;
    private readonly bool isFirst;
    private readonly string[] letters;
    private readonly List<string> merges = [];
    private int row;
    private int firstDataRow;

    public SheetPartWriter(WorksheetPart part, SheetLayout layout, bool isFirst)
    {
        (this.layout, this.isFirst) = (layout, isFirst);
        xml = OpenXmlWriter.Create(part);
        letters = [.. Enumerable.Range(0, layout.Columns.Count).Select(ColumnLetters.Of)];
    }

    /// <summary>The row of the headings; null for a sheet of sentences, whose only column has none.</summary>
    public int? HeadingRow { get; private set; }

    /// <summary>What every printed page repeats; null for a sheet without headings.</summary>
    public string? PrintTitles => HeadingRow is not { } heading ? null : string.Create(
        CultureInfo.InvariantCulture, $"{RepeatedColumns}{Sheet}!${(HasGroups ? heading - 1 : heading)}:${heading}");

    private string RepeatedColumns =>
        layout.Spread is { } spread ? $"{Sheet}!${letters[spread.FirstRepeated]}:${letters[spread.LastRepeated]}," : "";

    private string Sheet => $"'{layout.Name.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Write(IEnumerable<IReadOnlyList<SheetValue>> rows)
    {
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        WriteView();
        WriteColumns();
        xml.WriteStartElement(new SheetData());
        if (layout.Notice is { } notice) WriteLine(notice, CellStyle.Notice);
        foreach (var (i, line) in layout.TitleLines.Index()) WriteLine(line, i == 0 ? CellStyle.Title : CellStyle.Subtitle);
        WriteHeadings();
        firstDataRow = row + 1;
        foreach (var values in rows) WriteRow(values);
        var lastDataRow = row;
        if (layout.Notes.Count > 0) row++; // a blank row parts the notes from the table
        foreach (var note in layout.Notes) WriteLine(note, CellStyle.Note);
        xml.WriteEndElement();
        WriteClosing(lastDataRow);
        xml.WriteEndElement();
    }

    public void Dispose() => xml.Dispose();

    private bool HasHeadings => layout.Columns.Any(c => c.Heading.Length > 0);

    private bool HasGroups => layout.Columns.Any(c => c.Group is not null);

    private void WriteView()
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst, ShowGridLines = false };
        var frozenRows = HasHeadings ? (layout.Notice is null ? 0 : 1) + layout.TitleLines.Count + (HasGroups ? 2 : 1) : 0;
        if (frozenRows > 0 || layout.FrozenColumns > 0)
        {
            view.Append(new Pane
            {
                VerticalSplit = frozenRows > 0 ? frozenRows : null,
                HorizontalSplit = layout.FrozenColumns > 0 ? layout.FrozenColumns : null,
                TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters.Of(layout.FrozenColumns)}{frozenRows + 1}"),
                ActivePane = frozenRows == 0 ? PaneValues.TopRight : layout.FrozenColumns == 0 ? PaneValues.BottomLeft : PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            });
        }
        xml.WriteElement(new SheetViews(view));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
    }

    private void WriteColumns() => xml.WriteElement(new Columns(layout.Columns.Select((column, i) =>
        new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));

    private void WriteLine(string text, CellStyle style)
    {
        StartRow();
        WriteText(0, text, style);
        xml.WriteEndElement();
    }

    private void WriteHeadings()
    {
        if (!HasHeadings) return;
        if (HasGroups) WriteGroups();
        StartRow();
        HeadingRow = row;
        for (var i = 0; i < layout.Columns.Count; i++) WriteText(i, layout.Columns[i].Heading, CellStyle.Heading);
        xml.WriteEndElement();
    }

    private void WriteGroups()
    {
        StartRow();
        for (int first = 0, next; first < layout.Columns.Count; first = next)
        {
            var group = layout.Columns[first].Group;
            for (next = first + 1; group is not null && next < layout.Columns.Count && layout.Columns[next].Group == group;) next++;
            for (var i = first; i < next; i++) WriteText(i, i == first ? group ?? "" : "", CellStyle.Heading);
            if (next - first > 1) merges.Add(Range(first, row, next - 1, row));
        }
        xml.WriteEndElement();
    }

    private void WriteRow(IReadOnlyList<SheetValue> values)
    {
        if (values.Count != layout.Columns.Count)
            throw new ArgumentException($"{values.Count} values for {layout.Columns.Count} columns.", nameof(values));
        StartRow(LinesOf(values));
        for (var i = 0; i < values.Count; i++)
        {
            var format = layout.Columns[i].Format;
            if (values[i].Number is { } given)
            {
                var number = format.Kept(given);
                WriteNumber(i, format == ColumnFormat.Percent ? number / 100m : number, StyleOf(format, number));
            }
            else WriteText(i, values[i].Text ?? "", values[i].IsUnknown ? CellStyle.Unknown : StyleOf(format));
        }
        xml.WriteEndElement();
    }

    /// <summary>
    /// How many lines the longest wrapped text of a row takes. Not every program fits the height of a row to its text when it opens a file.
    /// </summary>
    private int LinesOf(IReadOnlyList<SheetValue> values)
    {
        var lines = 1;
        for (var i = 0; i < values.Count; i++)
        {
            if (layout.Columns[i].Format != ColumnFormat.WrappedText || values[i].Text is not { } text) continue;
            var width = layout.Columns[i].Width - 2; // the cell's own margins
            lines = Math.Max(lines, text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x100 ? 1 : 2) / width))));
        }
        return lines;
    }

    private CellStyle StyleOf(ColumnFormat format) =>
        !HasHeadings ? CellStyle.Sentence : format == ColumnFormat.WrappedText ? CellStyle.WrappedText : CellStyle.Text;

    private static CellStyle StyleOf(ColumnFormat format, decimal number) => (format, decimal.IsInteger(number)) switch
    {
        (ColumnFormat.Exact, _) => CellStyle.Text, // the program's own format, which shows what there is
        (ColumnFormat.Percent, _) => CellStyle.Percent,
        (ColumnFormat.Mean, _) => CellStyle.OneDecimal,
        (ColumnFormat.DifferenceToMean, _) => CellStyle.Difference,
        (ColumnFormat.Difference, true) => CellStyle.WholeDifference,
        (ColumnFormat.Difference, false) => CellStyle.Difference,
        (ColumnFormat.Integer, _) or (_, true) => CellStyle.Whole,
        _ => CellStyle.OneDecimal,
    };

    private void StartRow(int lines = 1)
    {
        row++;
        var number = new OpenXmlAttribute("r", "", row.ToString(CultureInfo.InvariantCulture));
        var height = (lines * LineHeight).ToString(CultureInfo.InvariantCulture);
        if (lines == 1) xml.WriteStartElement(RowElement, [number]);
        else xml.WriteStartElement(RowElement, [number, new OpenXmlAttribute("ht", "", height), new OpenXmlAttribute("customHeight", "", "1")]);
    }

    private void WriteNumber(int column, decimal value, CellStyle style)
    {
        StartCell(column, style, "n");
        xml.WriteStartElement(ValueElement);
        xml.WriteString(value.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteText(int column, string text, CellStyle style)
    {
        if (text.Length == 0)
        {
            StartCell(column, style, "n");
        }
        else
        {
            StartCell(column, style, "inlineStr");
            xml.WriteStartElement(InlineElement);
            xml.WriteStartElement(TextElement, PreservedSpace);
            xml.WriteString(Printable(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void StartCell(int column, CellStyle style, string type)
    {
        cellAttributes[0] = new OpenXmlAttribute("r", "", string.Create(CultureInfo.InvariantCulture, $"{letters[column]}{row}"));
        cellAttributes[1] = new OpenXmlAttribute("s", "", StyleNumbers[(int)style]);
        cellAttributes[2] = new OpenXmlAttribute("t", "", type);
        xml.WriteStartElement(CellElement, cellAttributes);
    }

    /// <summary>What XML and a cell can hold: no control characters, no longer than a cell.</summary>
    private static string Printable(string text)
    {
        if (text.Length <= TextMaxLength && text.All(XmlConvert.IsXmlChar)) return text;
        var clean = string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x10000 || XmlConvert.IsXmlChar((char)r.Value)));
        return clean.Length <= TextMaxLength ? clean : clean[..TextMaxLength];
    }

    private void WriteClosing(int lastDataRow)
    {
        var filtered = Range(0, HeadingRow ?? 1, letters.Length - 1, Math.Max(lastDataRow, firstDataRow));
        if (layout.HasFilter) xml.WriteElement(new AutoFilter { Reference = filtered });
        if (merges.Count > 0) xml.WriteElement(new MergeCells(merges.Select(m => new MergeCell { Reference = m })));
        var lastEntryRow = Math.Max(lastDataRow, firstDataRow + RowsForEntry);
        var choices = layout.Columns.Select((column, i) => (Column: column, Index: i)).Where(c => c.Column.Choices.Count > 0).ToList();
        if (choices.Count > 0)
            xml.WriteElement(new DataValidations(choices.Select(c => Choice(c.Column, Range(c.Index, firstDataRow, c.Index, lastEntryRow)))));
        xml.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup
        {
            PaperSize = layout.Spread is null ? A4 : A3, Orientation = OrientationValues.Landscape,
            FitToWidth = (uint)(layout.Spread?.Pages ?? 1), FitToHeight = 0,
        });
        xml.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
    }

    private string Range(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"{letters[firstColumn]}{firstRow}:{letters[lastColumn]}{lastRow}");

    private static DataValidation Choice(SheetColumn column, string range) => new(new Formula1($"\"{string.Join(',', column.Choices)}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = column.Heading,
        Error = "一覧から選んでください。",
        SequenceOfReferences = new ListValue<StringValue>([range]),
    };
}
