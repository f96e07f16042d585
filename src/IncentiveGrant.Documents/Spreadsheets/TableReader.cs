using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>A column that a table is read by.</summary>
/// <param name="Heading">Its heading, as the templates print it and as messages name it.</param>
/// <param name="IsRequired">Whether a file without it is refused.</param>
/// <param name="OtherHeadings">Further headings under which it is recognised.</param>
internal sealed record TableColumn(string Heading, bool IsRequired, params string[] OtherHeadings);

/// <summary>
/// Reads a plain table (one heading row, then rows) by its headings, wherever they stand, and says of every cell that cannot be read
/// which one it is and what to do.
/// </summary>
/// <param name="sheet">The sheet, before its first row.</param>
/// <param name="messages">Where it says so.</param>
internal sealed class TableReader(SheetReader sheet, ImportMessages messages)
{
    private const int RowsToSearch = 30;
    private const int ShownLength = 30;

    private readonly Dictionary<TableColumn, int> places = [];

    /// <summary>The current row.</summary>
    public int RowNumber => sheet.RowNumber;

    /// <summary>Whether the table has a column.</summary>
    public bool Has(TableColumn column) => places.ContainsKey(column);

    /// <summary>Goes to the heading row: the first that has at least two of the required headings, or the only one required.</summary>
    /// <returns>False when there is none or a required heading is missing; the messages say so.</returns>
    public bool FindHeadings(IReadOnlyList<TableColumn> columns)
    {
        var required = columns.Where(c => c.IsRequired).ToList();
        while (sheet.RowNumber < RowsToSearch && sheet.ReadRow())
        {
            if (required.Count(c => PlaceOf(c) is not null) < Math.Min(2, required.Count)) continue;
            foreach (var column in columns)
                if (PlaceOf(column) is { } at)
                    places.Add(column, at);
            foreach (var missing in required.Where(c => !Has(c)))
                messages.Error(sheet.Place(sheet.RowNumber), $"列「{missing.Heading}」がありません。見出しの行に「{missing.Heading}」の列を加えてください。");
            return required.All(Has);
        }
        messages.Error(sheet.Place(), $"見出しの行が見つかりません。上から{RowsToSearch}行以内に「{string.Join("」「", required.Select(c => c.Heading))}」の見出しを置いてください。");
        return false;
    }

    /// <summary>Goes to the next row that has anything in a column of the table.</summary>
    public bool ReadRow()
    {
        while (sheet.ReadRow())
            if (places.Values.Any(column => !sheet[column].IsBlank))
                return true;
        return false;
    }

    /// <summary>The place of a cell of the current row.</summary>
    public ImportPlace Place(TableColumn? column = null) => Place(RowNumber, column);

    /// <summary>The place of a cell of another row.</summary>
    public ImportPlace Place(int row, TableColumn? column) =>
        sheet.Place(row, column is not null && places.TryGetValue(column, out var at) ? at : null, column?.Heading);

    /// <summary>A text, normalised; empty when the cell or the column is.</summary>
    public string Text(TableColumn column) => NormalizedText.Of(Raw(column));

    /// <summary>A text as it stands, without white space at its ends; empty when the cell or the column is.</summary>
    public string Raw(TableColumn column)
    {
        var cell = CellOf(column);
        if (cell.Kind != SheetCellKind.Error) return cell.Shown.Trim();
        messages.Error(Place(column), $"数式のエラー（{cell.Text}）です。元の表で直すか、値を入力し直してください。");
        return "";
    }

    /// <summary>A text of at most some length; one that is too long is an error.</summary>
    public string Raw(TableColumn column, int maxLength)
    {
        var text = Raw(column);
        if (text.Length > maxLength) Error(column, $"{text.Length}文字あります。{maxLength}文字以内にしてください。");
        return text;
    }

    /// <summary>A number; null when the cell is empty, or with an error when it holds something else.</summary>
    public decimal? Number(TableColumn column)
    {
        var cell = CellOf(column);
        if (cell.IsBlank) return null;
        if (cell.AsNumber() is { } number) return number;
        if (cell.Kind == SheetCellKind.Error) Raw(column);
        else Error(column, $"数値ではありません（「{Shown(cell.Text)}」）。半角または全角の数字だけを入力してください。");
        return null;
    }

    /// <summary>A whole number from 0 to a limit; null when the cell is empty, or with an error when it holds something else.</summary>
    public int? Integer(TableColumn column, int max)
    {
        if (Number(column) is not { } number) return null;
        if (decimal.IsInteger(number) && number >= 0 && number <= max) return (int)number;
        Error(column, $"「{Shown(CellOf(column).Shown)}」は使えません。0から{max:#,##0}までの整数を入力してください。");
        return null;
    }

    /// <summary>One of some words, compared after NFKC; null with an error when the cell holds another, or is empty where it must not be.</summary>
    public T? Word<T>(TableColumn column, IReadOnlyDictionary<string, T> words, bool mayBeEmpty = false)
        where T : struct
    {
        var text = NormalizedText.Name(Raw(column));
        if (words.TryGetValue(text, out var value)) return value;
        if (text.Length == 0 && mayBeEmpty) return null;
        Error(column, text.Length == 0
            ? $"空です。{Listed(words.Keys)}のどれかを入力してください。"
            : $"「{Shown(text)}」は使えません。{Listed(words.Keys)}のどれかを入力してください。");
        return null;
    }

    /// <summary>Says that the cell of the current row is wrong.</summary>
    public void Error(TableColumn column, string text) => messages.Error(Place(column), text);

    private static string Listed(IEnumerable<string> words) => $"「{string.Join("」「", words)}」";

    private static string Shown(string? text) => text is { Length: > ShownLength } ? text[..ShownLength] + "…" : text ?? "";

    private SheetCell CellOf(TableColumn column) => places.TryGetValue(column, out var at) ? sheet[at] : SheetCell.Blank;

    private int? PlaceOf(TableColumn column)
    {
        for (var i = 0; i < sheet.ColumnCount; i++)
        {
            var heading = NormalizedText.Name(sheet[i].Text);
            if (heading.Length > 0 && (Is(column.Heading) || column.OtherHeadings.Any(Is))) return i;

            bool Is(string name) => string.Equals(heading, NormalizedText.Name(name), StringComparison.OrdinalIgnoreCase);
        }
        return null;
    }
}
