using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using Columns = IncentiveGrant.Documents.Jurisdictions.JurisdictionColumns;

namespace IncentiveGrant.Documents.Jurisdictions;

/// <summary>The jurisdictions file (団体マスタ): codes, names, readings and figures of prefectures, unions and municipalities, as xlsx or CSV.</summary>
public static class JurisdictionsFile
{
    /// <summary>The name of the sheet that is written; a file with a single sheet may call it anything.</summary>
    public const string SheetName = "団体マスタ";

    private static readonly string[] Guide =
    [
        "団体マスタの書き方",
        "",
        "1. 1団体につき1行を書きます。種別は「都道府県」「市町村」「広域連合」です。都道府県の行は、なくてもかまいません。",
        "2. 団体コードは、検査数字を含む6桁です。広域連合は空けておきます。先頭の0が消えないよう、セルの書式は文字列にしてください。",
        "3. 保険者番号は6桁です。広域連合に属していて番号がない市町村は、空けておきます。",
        "4. 過疎は、該当すれば○、該当しなければ×を書きます。空欄は「わからない」として扱います。",
        "5. 広域連合には、属する広域連合の名称を書きます。その広域連合の行も必要です。",
        "6. 第1号被保険者数と人口は、この表を使う年度の数を書きます。わからない場合は空けておきます。",
    ];

    private static readonly string[] KindNames = [.. Enum.GetValues<JurisdictionKind>().Select(JurisdictionKinds.Name)];

    private static readonly SheetLayout Layout = new(SheetName,
    [
        new SheetColumn(Columns.Code.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Kind.Heading, ColumnFormat.Text, 11) { Choices = KindNames },
        new SheetColumn(Columns.Prefecture.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Name.Heading, ColumnFormat.Text, 26),
        new SheetColumn(Columns.Kana.Heading, ColumnFormat.Text, 26),
        new SheetColumn(Columns.InsurerNumber.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Insured.Heading, ColumnFormat.Integer, 17),
        new SheetColumn(Columns.Population.Heading, ColumnFormat.Integer, 12),
        new SheetColumn(Columns.Depopulated.Heading, ColumnFormat.Text, 8) { Choices = ["○", "×"] },
        new SheetColumn(Columns.Union.Heading, ColumnFormat.Text, 26),
    ])
    {
        FrozenColumns = 4,
        HasFilter = true,
    };

    /// <summary>Reads a file. Every fault names its row and column; there are records only when the whole file is sound.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    public static ImportReading<IReadOnlyList<JurisdictionRecord>> Read(Stream content, string fileName) =>
        Spreadsheet.Read(content, fileName, Read);

    /// <summary>Writes a file that reads back as the same records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="made">When, for the document's properties.</param>
    public static void Write(IEnumerable<JurisdictionRecord> records, Stream output, DateTimeOffset made)
    {
        using var workbook = new WorkbookWriter(output, SheetName, made);
        workbook.AddSheet(Layout, records.Select(RowOf));
        workbook.AddText("説明", Guide);
    }

    /// <summary>Writes a file to be filled in: the 47 prefectures, and how to add the rest.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="made">When, for the document's properties.</param>
    public static void WriteTemplate(Stream output, DateTimeOffset made) => Write(
        PrefectureName.All.Select(p => new JurisdictionRecord(
            0, JurisdictionKind.Prefecture, JurisdictionCode.Parse(p.Code), p.Number, p.Name, p.Kana, null, null, null, null, null)),
        output, made);

    private static ImportReading<IReadOnlyList<JurisdictionRecord>> Read(Spreadsheet file)
    {
        var sheet = file.IsCsv || file.SheetNames.Count == 1 ? file.OpenSheet(0) : file.OpenSheet(SheetName);
        if (sheet is not null) return new JurisdictionsReader(sheet).Read();
        var found = string.Join("」「", file.SheetNames);
        return ImportReading.Refused<IReadOnlyList<JurisdictionRecord>>(
            null, $"シート「{SheetName}」がありません（あるシートは「{found}」です）。シートの名前を直してください。");
    }

    private static IReadOnlyList<SheetValue> RowOf(JurisdictionRecord record) =>
    [
        record.Code?.Value, record.Kind.Name(), PrefectureName.Of(record.PrefectureNumber).Name, record.Name, record.Kana,
        record.InsurerNumber, SheetValue.OrBlank(record.InsuredCount), SheetValue.OrBlank(record.Population),
        record.IsDepopulated switch { true => "○", false => "×", null => "" }, record.UnionName,
    ];
}
