using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Scoring;

/// <summary>
/// Values by jurisdiction and key: a table with the columns <c>code</c>, <c>key</c>, <c>value</c>. The population is the distinct codes of
/// the file; what has no row is 未回答.
/// </summary>
public static class GivenValuesFile
{
    private const int CodeMaxLength = 40;
    private const int FirstRowOfData = 2;

    private static readonly TableColumn Code = new("code", true, "団体コード");
    private static readonly TableColumn Key = new("key", true, "キー");
    private static readonly TableColumn Value = new("value", true, "値");

    /// <summary>Reads the values of a table's inputs; a key that the table does not ask for is an error that names its line.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="table">The table that is answered.</param>
    public static ImportReading<GivenValues> Read(Stream content, string fileName, CompiledTable table) =>
        Spreadsheet.Read(content, fileName, file => Read(file, table));

    private static ImportReading<GivenValues> Read(Spreadsheet file, CompiledTable table)
    {
        var messages = new ImportMessages();
        var reader = new TableReader(file.OpenSheet(0), messages);
        if (!reader.FindHeadings([Code, Key, Value])) return messages.With<GivenValues>(null);
        var given = new SortedDictionary<string, Dictionary<int, GivenValue>>(StringComparer.Ordinal);
        while (reader.ReadRow()) ReadValue(reader, table, given);
        if (given.Count == 0 && !messages.HasErrors) messages.Error(reader.Place(FirstRowOfData, null), "値の行がありません。1つの値につき1行を書いてください。");
        if (messages.HasErrors) return messages.With<GivenValues>(null);
        var values = new GivenValues(table, [.. given.Keys.Select(UnitOf)]);
        var row = 0;
        foreach (var of in given.Values)
        {
            foreach (var (input, value) in of) values[row, input] = value;
            row++;
        }
        return messages.With(values);
    }

    private static void ReadValue(TableReader reader, CompiledTable table, SortedDictionary<string, Dictionary<int, GivenValue>> given)
    {
        var code = reader.Text(Code);
        if (code.Length is 0 or > CodeMaxLength) reader.Error(Code, "団体コードがありません。団体ごとに同じコードを書いてください。");
        var written = reader.Raw(Key); // messages show it as it stands: normalised, Ⅰ would be I
        if (!LevelKey.TryParse(NormalizedText.Of(written), out var key)) reader.Error(Key, $"「{written}」はキーとして読めません。「推進/Ⅰ/体制/1/ア」のように書いてください。");
        else if (table.FindInput(key) is not { } input) reader.Error(Key, $"「{written}」は、この配点表が値を求めるキーではありません。キーを直すか、行を削除してください。");
        else if (!GivenText.TryParse(reader.Text(Value), input, out var value, out var fault)) reader.Error(Value, fault);
        else if (code.Length > 0 && !ValuesOf(code).TryAdd(input.Index, value)) reader.Error(Key, $"「{code}」の「{written}」が2回あります。1行だけ残してください。");

        Dictionary<int, GivenValue> ValuesOf(string of) => given.TryGetValue(of, out var values) ? values : given[of] = [];
    }

    private static ScoredJurisdiction UnitOf(string code, int index) => new(index + 1, code, code, "", PrefectureOf(code), null, null);

    /// <summary>The prefecture in the code's first two digits; 0 where it says none, since codes are only told apart here.</summary>
    private static int PrefectureOf(string code) =>
        code.Length >= 2 && int.TryParse(code.AsSpan(0, 2), System.Globalization.NumberStyles.None, null, out var number) && number is >= 1 and <= 47
            ? number
            : 0;
}
