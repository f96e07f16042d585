using System.Globalization;
using ExcelDataReader;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>One sheet of an xlsx file.</summary>
internal sealed class XlsxSheetReader : SheetReader
{
    private readonly IExcelDataReader reader;
    private readonly IReadOnlyDictionary<(int Row, int Column), string> errors;
    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);

    public XlsxSheetReader(IExcelDataReader reader, IReadOnlyDictionary<(int Row, int Column), string> errors)
    {
        (this.reader, this.errors) = (reader, errors);
        Name = reader.Name;
        Merges = [.. (reader.MergeCells ?? []).Select(m => new MergedCells(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))];
    }

    public override string? Name { get; }

    public override int ColumnCount => reader.FieldCount;

    public override IReadOnlyList<MergedCells> Merges { get; }

    public override SheetCell this[int column]
    {
        get
        {
            if ((uint)column >= (uint)reader.FieldCount) return SheetCell.Blank;
            return reader.GetValue(column) switch
            {
                null => errors.Count > 0 ? ErrorOrBlank(column) : SheetCell.Blank,
                double number => SheetCell.Of(number),
                int number => SheetCell.Of((decimal)number),
                string text => SheetCell.Of(Shared(text)),
                DateTime date => SheetCell.Of(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                var other => SheetCell.Of(Convert.ToString(other, CultureInfo.InvariantCulture)),
            };
        }
    }

    protected override bool ReadNext() => XlsxSheets.Guarded(reader.Read);

    private SheetCell ErrorOrBlank(int column) =>
        errors.TryGetValue((RowNumber, column), out var error) ? new SheetCell(SheetCellKind.Error, 0, error) : SheetCell.Blank;

    /// <summary>A names column repeats the same 47 prefectures 1,741 times: one object each.</summary>
    private string Shared(string text)
    {
        if (text.Length > 40) return text;
        if (strings.TryGetValue(text, out var known)) return known;
        strings.Add(text, text);
        return text;
    }
}
