using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using Columns = IncentiveGrant.Documents.Publications.PublishedFigureColumns;

namespace IncentiveGrant.Documents.Publications;

/// <summary>The file of published figures (公表値): one row a figure, as xlsx or CSV.</summary>
public static class PublishedFiguresFile
{
    /// <summary>The name of the sheet that is written; a file with a single sheet may call it anything.</summary>
    public const string SheetName = "公表値";

    private static readonly string[] Guide =
    [
        "公表値の書き方",
        "",
        "1. 公表資料に印字されている数字1つにつき、1行を書きます。1つの資料は、1つのファイルに全部書きます（取り込み直すと、その資料の公表値が入れ替わります）。",
        "2. 出典には、資料の名前を書きます。例：令和3年度 ○○県 評価結果。",
        "3. 年度は、評価年度（交付年度）です。資料が「R7調査」のように調査の年度で書いているときは、「調査」の列にそのまま書けば、年度は空けてかまいません（R7調査は令和8年度です）。",
        "4. 団体・集合には、だれの数字かを書きます。「全国」「宮城県」「宮城県大河原町」のほか、「県内35市町村」のように資料の言葉でもかまいません。満点の行は空けます。",
        "5. 母数には、平均や実施率を求めた団体の数を書きます。実施率が「団体の数÷母数」になるかを確かめるために使います。",
        "6. 階層には、「合計」「推進/Ⅰ」「推進/Ⅰ/体制/3/ア①」のように書きます。令和5年度以前は、「Ⅱ(1)」のように資料の区分をそのまま書きます。いまの制度の得点とは並べません。",
        "7. 資料に設問だけがあり、配点表の番号がわからないときは、「指標」に設問を、「階層」に枝番（ア、ウ①）を書きます。",
        "8. ほかの階層を足した数字であることを確かめたいときは、内訳の行の「合計先」に、合計の行の階層を書きます。合計に2通りの内訳があるときは、「内訳」に区別する言葉（領域別、交付金別）を書きます。",
        "9. 種別は、得点・満点・得点率・平均点・順位・実施率・○ から選びます。率は％の数字で書きます（31.3%なら31.3）。○は1、×は0です。",
        "10. 印字には、資料にあるとおりに書きます（352.0 のような末尾の0も）。空けると、値のとおりに印字されているものとします。印字が「—」のように数値でないときは、値を空けます。",
        "11. 印字は読めても値がわからないとき（2回の調査に○が1つだけなど）は、値を空け、備考に理由を書きます。",
        "12. 取り込むと、合計、得点率、実施率を計算し直し、合わない公表値を一覧にします。公表値は書き換えません。",
    ];

    private static readonly SheetLayout Layout = new(SheetName,
    [
        new SheetColumn(Columns.Document.Heading, ColumnFormat.Text, 30),
        new SheetColumn(Columns.Year.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Survey.Heading, ColumnFormat.Text, 9),
        new SheetColumn(Columns.Audience.Heading, ColumnFormat.Text, 12) { Choices = Columns.AudienceWords },
        new SheetColumn(Columns.Pool.Heading, ColumnFormat.Text, 20),
        new SheetColumn(Columns.PoolSize.Heading, ColumnFormat.Integer, 8),
        new SheetColumn(Columns.Indicator.Heading, ColumnFormat.Text, 40),
        new SheetColumn(Columns.Level.Heading, ColumnFormat.Text, 18),
        new SheetColumn(Columns.Text.Heading, ColumnFormat.Text, 50),
        new SheetColumn(Columns.PartOf.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Breakdown.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Kind.Heading, ColumnFormat.Text, 10) { Choices = Columns.KindWords },
        new SheetColumn(Columns.Value.Heading, ColumnFormat.Points, 10),
        new SheetColumn(Columns.Printed.Heading, ColumnFormat.Text, 12),
        new SheetColumn(Columns.Note.Heading, ColumnFormat.Text, 40),
    ])
    {
        FrozenColumns = 2,
        HasFilter = true,
    };

    /// <summary>Reads a file. Every fault names its row and column; there are figures only when the whole file is sound.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    public static ImportReading<IReadOnlyList<PublishedDocument>> Read(Stream content, string fileName) =>
        Spreadsheet.Read(content, fileName, Read);

    /// <summary>Writes a file that reads back as the same documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="made">When, for the document's properties.</param>
    public static void Write(IEnumerable<PublishedDocument> documents, Stream output, DateTimeOffset made)
    {
        using var workbook = new WorkbookWriter(output, SheetName, made);
        workbook.AddSheet(Layout, documents.SelectMany(document => document.Figures.Select(figure => RowOf(document.Name, figure))));
        workbook.AddText("説明", Guide);
    }

    /// <summary>Writes a file to be filled in: the headings, and how to write.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="made">When, for the document's properties.</param>
    public static void WriteTemplate(Stream output, DateTimeOffset made) => Write([], output, made);

    private static ImportReading<IReadOnlyList<PublishedDocument>> Read(Spreadsheet file)
    {
        var sheet = file.IsCsv || file.SheetNames.Count == 1 ? file.OpenSheet(0) : file.OpenSheet(SheetName);
        if (sheet is not null) return new PublishedFiguresReader(sheet).Read();
        var found = string.Join("」「", file.SheetNames);
        return ImportReading.Refused<IReadOnlyList<PublishedDocument>>(
            null, $"シート「{SheetName}」がありません（あるシートは「{found}」です）。シートの名前を直してください。");
    }

    private static IReadOnlyList<SheetValue> RowOf(string document, PublishedFigure figure) =>
    [
        document, figure.FiscalYear.Japanese, "", figure.Audience.Name(), figure.Pool,
        SheetValue.OrBlank(figure.PoolSize), figure.Indicator, figure.Level, figure.Text, figure.PartOf, figure.Breakdown, figure.Kind.Name(),
        SheetValue.OrBlank(figure.Value), figure.Printed, figure.Note,
    ];
}
