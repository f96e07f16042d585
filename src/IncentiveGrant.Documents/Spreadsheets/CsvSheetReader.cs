using System.Globalization;
using System.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// The records of a CSV file: fields in quotes may hold separators, line breaks and doubled quotes; lines end in CRLF, LF or CR. Fields
/// are parted by commas, or by tabs when the first line has tabs and no comma.
/// </summary>
/// <param name="reader">The file as text.</param>
internal sealed class CsvSheetReader(TextReader reader) : SheetReader
{
    private const int MaxFieldLength = 100_000;

    private readonly List<string> fields = [];
    private readonly StringBuilder field = new();
    private char separator;

    public override string? Name => null;

    public override int ColumnCount => fields.Count;

    public override IReadOnlyList<MergedCells> Merges => [];

    public override SheetCell this[int column] => (uint)column < (uint)fields.Count ? SheetCell.Of(fields[column]) : SheetCell.Blank;

    protected override bool ReadNext()
    {
        fields.Clear();
        if (reader.Peek() < 0) return false;
        var isFirst = separator == default;
        if (isFirst) separator = ',';
        ReadRecord();
        if (isFirst && fields.Count == 1 && fields[0].Contains('\t', StringComparison.Ordinal))
        {
            separator = '\t';
            var whole = fields[0];
            fields.Clear();
            fields.AddRange(whole.Split('\t'));
        }
        return true;
    }

    private void ReadRecord()
    {
        while (true)
        {
            var c = reader.Read();
            if (c == '"' && field.Length == 0)
            {
                ReadQuoted();
            }
            else if (c == separator)
            {
                EndField();
            }
            else if (c is < 0 or '\n' or '\r')
            {
                if (c == '\r' && reader.Peek() == '\n') reader.Read();
                EndField();
                return;
            }
            else
            {
                Append((char)c);
            }
        }
    }

    private void ReadQuoted()
    {
        for (int c; (c = reader.Read()) != '"' || reader.Peek() == '"'; Append((char)c))
        {
            if (c < 0) throw Damaged("から始まる引用符（\"）が閉じていません。引用符を直してから読み込んでください。");
            if (c == '"') reader.Read();
        }
    }

    private void Append(char c)
    {
        if (field.Length == MaxFieldLength) throw Damaged("の値が長すぎます。引用符（\"）の対応を確かめてください。");
        field.Append(c);
    }

    private void EndField()
    {
        if (fields.Count == MaxColumns) throw Damaged("の列が多すぎます。区切りの記号を確かめてください。");
        fields.Add(field.ToString());
        field.Clear();
    }

    private DamagedFileException Damaged(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{RowNumber + 1}行目{what}"));
}
