using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;
using Columns = IncentiveGrant.Documents.Jurisdictions.JurisdictionColumns;

namespace IncentiveGrant.Documents.Jurisdictions;

/// <summary>
/// Reads a jurisdictions file. Rules: 1. a code's check digit and prefecture must be right; 2. a code or number that lost its leading
/// zeros is restored where that leaves no doubt, and is pointed out; 3. nothing stands twice; 4. prefectures agree with those built in;
/// 5. a union that a municipality names has a row of its own in the same prefecture.
/// </summary>
/// <param name="sheet">The sheet, before its first row.</param>
internal sealed class JurisdictionsReader(SheetReader sheet)
{
    private const int LargestCount = 99_999_999;

    private readonly ImportMessages messages = new();
    private readonly List<JurisdictionRecord> records = [];
    private readonly Dictionary<string, int> rowOfCode = [];
    private readonly Dictionary<(JurisdictionKind, int, string), int> rowOfName = [];
    private readonly Dictionary<string, int> rowOfInsurer = [];

    public ImportReading<IReadOnlyList<JurisdictionRecord>> Read()
    {
        var table = new TableReader(sheet, messages);
        if (!table.FindHeadings(Columns.All)) return messages.With<IReadOnlyList<JurisdictionRecord>>(null);
        while (table.ReadRow())
            if (ReadRecord(table) is { } record)
                records.Add(record);
        foreach (var record in records.Where(r => r.UnionName is not null)) CheckUnion(table, record);
        if (records.Count == 0 && !messages.HasErrors) messages.Error(table.Place(), "団体の行がありません。1団体につき1行を書いてください。");
        return messages.With<IReadOnlyList<JurisdictionRecord>>(records);
    }

    private void CheckUnion(TableReader table, JurisdictionRecord record)
    {
        if (rowOfName.ContainsKey((JurisdictionKind.WideAreaUnion, record.PrefectureNumber, NormalizedText.Name(record.UnionName)))) return;
        var prefecture = PrefectureName.Of(record.PrefectureNumber).Name;
        messages.Error(
            table.Place(record.Row, Columns.Union),
            $"{prefecture}に広域連合「{record.UnionName}」の行がありません。種別「広域連合」の行を加えるか、名称を直してください。");
    }

    private JurisdictionRecord? ReadRecord(TableReader table)
    {
        var kind = table.Word(Columns.Kind, Columns.Kinds);
        var prefecture = PrefectureName.FromName(table.Raw(Columns.Prefecture));
        if (prefecture is null) table.Error(Columns.Prefecture, $"「{table.Text(Columns.Prefecture)}」という都道府県はありません。「宮城県」のように書いてください。");
        var name = table.Raw(Columns.Name, Jurisdiction.NameMaxLength);
        if (Jurisdiction.ForbiddenIn(name) is { } forbidden) table.Error(Columns.Name, $"名称に使えない文字「{forbidden}」があります。取り除いてください。");
        if (name.Length == 0) table.Error(Columns.Name, "空です。団体の名称を書いてください。");
        if (kind is null || prefecture is null || name.Length == 0) return null;
        var code = ReadCode(table, kind.Value, prefecture);
        if (kind == JurisdictionKind.Prefecture) CompareWithBuiltIn(table, prefecture, code, name);
        Once(table, Columns.Name, rowOfName, (kind.Value, prefecture.Number, NormalizedText.Name(name)), $"{prefecture.Name}の「{name}」");
        var union = table.Raw(Columns.Union, Jurisdiction.NameMaxLength);
        if (union.Length > 0 && kind != JurisdictionKind.Municipality) table.Error(Columns.Union, "広域連合に属するのは市町村だけです。空けてください。");
        return new JurisdictionRecord(
            table.RowNumber, kind.Value, code, prefecture.Number, name, table.Raw(Columns.Kana, Jurisdiction.KanaMaxLength),
            ReadInsurerNumber(table), table.Integer(Columns.Insured, LargestCount), table.Integer(Columns.Population, LargestCount),
            table.Word(Columns.Depopulated, Columns.YesOrNo, mayBeEmpty: true), union.Length == 0 ? null : union);
    }

    private JurisdictionCode? ReadCode(TableReader table, JurisdictionKind kind, PrefectureName prefecture)
    {
        var text = NormalizedText.Name(table.Raw(Columns.Code));
        if (kind == JurisdictionKind.WideAreaUnion) return null; // a union is found by its name
        if (text.Length == 0)
        {
            table.Error(Columns.Code, "空です。検査数字を含む6桁の団体コードを書いてください。");
            return null;
        }
        if (LostItsZero(text, JurisdictionCode.Length)
            && JurisdictionCode.TryParse("0" + text, out var restored, out _) && restored.PrefectureNumber == prefecture.Number)
        {
            messages.Warning(table.Place(Columns.Code), $"先頭の0が消えています（「{text}」）。「{restored}」として読み込みます。");
            text = restored.Value;
        }
        if (!JurisdictionCode.TryParse(text, out var code, out var fault)) table.Error(Columns.Code, Explain(text, fault));
        else if (code.PrefectureNumber != prefecture.Number)
            table.Error(Columns.Code, $"「{text}」は{PrefectureName.Of(code.PrefectureNumber).Name}の団体コードです。{prefecture.Name}のコードに直してください。");
        else if (Once(table, Columns.Code, rowOfCode, code.Value, $"団体コード「{code}」")) return code;
        return null;
    }

    private static string Explain(string text, CodeFault fault) => fault switch
    {
        CodeFault.WrongCheckDigit => $"「{text}」は検査数字（6桁目）が合いません。正しくは「{text[..5]}{JurisdictionCode.CheckDigit(text.AsSpan(0, 5))}」か、ほかの桁が違います。",
        CodeFault.UnknownPrefecture => $"「{text}」の先頭2桁にあたる都道府県はありません。団体コードを確かめてください。",
        _ when LostItsZero(text, JurisdictionCode.Length) => $"「{text}」は5桁です。先頭の0が消えているか、検査数字がありません。6桁の団体コードを書いてください（セルの書式を文字列にすると0が残ります）。",
        _ => $"「{text}」は団体コードではありません。検査数字を含む6桁の数字を書いてください。",
    };

    private string? ReadInsurerNumber(TableReader table)
    {
        var text = NormalizedText.Name(table.Raw(Columns.InsurerNumber));
        if (text.Length == 0) return null;
        if (LostItsZero(text, Jurisdiction.InsurerNumberLength))
        {
            messages.Warning(table.Place(Columns.InsurerNumber), $"先頭の0が消えています（「{text}」）。「0{text}」として読み込みます。");
            text = "0" + text;
        }
        if (text.Length != Jurisdiction.InsurerNumberLength || !text.All(char.IsAsciiDigit))
            table.Error(Columns.InsurerNumber, $"「{text}」は保険者番号ではありません。6桁の数字を書くか、空けてください。");
        else if (!rowOfInsurer.TryAdd(text, table.RowNumber))
            messages.Warning(table.Place(Columns.InsurerNumber), $"保険者番号「{text}」は{rowOfInsurer[text]}行目にもあります。どちらかが違っていないか確かめてください。");
        return text;
    }

    private static void CompareWithBuiltIn(TableReader table, PrefectureName prefecture, JurisdictionCode? code, string name)
    {
        if (NormalizedText.Name(name) != prefecture.Name) table.Error(Columns.Name, $"都道府県の列は「{prefecture.Name}」です。名称を同じにしてください。");
        if (code is not null && code.Value.Value != prefecture.Code) table.Error(Columns.Code, $"{prefecture.Name}の団体コードは「{prefecture.Code}」です。");
    }

    private static bool Once<TKey>(TableReader table, TableColumn column, Dictionary<TKey, int> rows, TKey key, string what)
        where TKey : notnull
    {
        if (rows.TryAdd(key, table.RowNumber)) return true;
        table.Error(column, $"{what}は{rows[key]}行目にもあります。1つだけ残してください。");
        return false;
    }

    private static bool LostItsZero(string text, int length) => text.Length == length - 1 && text.All(char.IsAsciiDigit);
}
