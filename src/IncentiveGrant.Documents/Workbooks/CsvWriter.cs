using System.Buffers;
using System.Globalization;
using System.Text;

namespace IncentiveGrant.Documents.Workbooks;

/// <summary>
/// Writes rows as CSV that Excel opens correctly: UTF-8 with its mark, CRLF. A text that a spreadsheet would run as a formula gets an
/// apostrophe in front. Headings come first, so that programs can read the file; title and notes close it after an empty line.
/// </summary>
public static class CsvWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r");

    /// <summary>Writes a file. The stream is left open.</summary>
    public static void Write(Stream output, SheetLayout layout, IEnumerable<IReadOnlyList<SheetValue>> rows)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', layout.Columns.Select(c => Field(HeadingOf(c)))));
        foreach (var row in rows) writer.WriteLine(string.Join(',', row.Select((value, i) => Field(value, layout.Columns[i].Format))));
        IReadOnlyList<string> closing = [.. layout.Notice is { } notice ? [notice] : Array.Empty<string>(), .. layout.TitleLines, .. layout.Notes];
        if (closing.Count == 0) return;
        writer.WriteLine();
        foreach (var line in closing) writer.WriteLine(Field(line));
    }

    private static string HeadingOf(SheetColumn column) => column.Group is null ? column.Heading : $"{column.Group} {column.Heading}";

    private static string Field(SheetValue value, ColumnFormat format) => value.Number is { } number
        ? format.Kept(number).ToString(format.HasOneDecimal() ? "0.0" : "0.############", CultureInfo.InvariantCulture)
        : Field(value.Text ?? "");

    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return !text.AsSpan().ContainsAny(NeedQuotes) ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
