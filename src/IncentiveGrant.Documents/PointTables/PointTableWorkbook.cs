using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>
/// The workbook in which administrators keep a point table: sheets 「概要」, 「配点の内訳」 (the declared allotment), 「配点表」 (one row a
/// cell) and 「説明」. What is written is read back as the same table.
/// </summary>
public static class PointTableWorkbook
{
    private static readonly string[] Guide =
    [
        "配点表の書き方",
        "",
        "1. シート「概要」に、評価年度（例：令和8年度）、対象（市町村分・都道府県分）、表題を書きます。",
        "2. シート「配点の内訳」に、公表されている配点を目標ごとに書きます。目標の「計」、交付金ごとの「計」、「合計」も必ず書きます。",
        "3. 支援の目標Ⅳのように推進と同じ得点を計上する目標は、「写し」に○を付けます。写しの目標は「計」だけを書き、配点表には行を書きません。",
        "4. 成果指向型配分枠のように合計に含めない枠は、交付金を「枠外」として目標と「計」を書きます。シート「配点表」には、枝番1つにつき1行を書きます。枝番は「ア」「イ①」のように書きます。行の順が画面の順になります。",
        "5. 指標満点・組み合わせ・算定の補足は、同じ指標のすべての行に同じ内容を書きます。",
        "6. 判定は枝番ごとに選びます。「○×」は枝番ごとの回答、「すべて該当」「いずれか該当」は要件のまとまりへの1つの○×、「個数」「基準値」「上位…」は1つの値で判定します。",
        "7. 1つの値で判定する枝番が指標の一部のときは、「値の枝」に同じ記号（例：ア）を書きます。記号が同じ行は、1つの値を分け合います。指標のすべての枝番が1つの値を分け合うときは空けます。",
        "8. 区切りは、「個数」なら数（2）、「基準値」なら値（50）、「上位…」なら割合（70%）か順位（10位）を書きます。「すべて該当」「いずれか該当」は要件の数を書いても空けてもかまいません。「○×」は空けます。",
        "9. 「上位（実績のある団体）」は、値が0より大きい団体だけを数えます。値が0より大きいだけで得られる枝番の区切りは、100%と書きます。",
        "10. 測るものを空けると「回答・算定値」です。「増減」では測る対象に「1年前」のように書きます。「管内市町村の…」では測る対象に「合計」「推進/Ⅰ/体制/4/エ」のように書きます（都道府県分だけ）。",
        "11. 組み合わせが「高い方」の指標は、値の枝のうち点の高いものだけを数え、枝番の配点の合計が指標満点を超えてかまいません。高い方に足す枝番には「加算」に○を付けます。指標満点が上限です。ほかの指標では、枝番の合計が指標満点と一致しなければなりません（減点の枝番を除く）。",
        "12. 設問文は公表されたものだけを書き、出典（公表・要約・見本）を選びます。設問文がない枝番は、両方とも空けておきます。",
        "13. 読み込むときに、枝番→指標→指標群→目標→交付金→合計の順に配点が一致するか確かめます。一致しない場合は読み込まず、場所を示します。",
        "14. 数字は全角・半角のどちらでもかまいません。見出しの名前とシートの名前は変えないでください。列の順は変えてもかまいません。",
    ];

    /// <summary>Reads a table and checks it against its own allotment; every fault names its sheet, row and column.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    public static ImportReading<PointTable> Read(Stream content, string fileName) =>
        Spreadsheet.Read(content, fileName, file => new PointTableReader(file).Read());

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="made">When, for the document's properties.</param>
    public static void Write(PointTable table, Stream output, DateTimeOffset made)
    {
        using var workbook = new WorkbookWriter(output, table.Title, made);
        workbook.AddSheet(
            OverviewLayout,
            [[Columns.YearLabel, table.FiscalYear.Japanese], [Columns.AudienceLabel, table.Audience.Name()], [Columns.TitleLabel, table.Title]]);
        workbook.AddSheet(AllotmentLayout, AllotmentRows(table));
        workbook.AddSheet(CellLayout, CellRows(table));
        workbook.AddText(Columns.GuideSheet, Guide);
    }

    private static SheetLayout OverviewLayout { get; } =
        new(Columns.OverviewSheet, [Columns.For(Columns.Label, ColumnFormat.Text, 16), Columns.For(Columns.Value, ColumnFormat.Text, 60)]);

    private static SheetLayout AllotmentLayout { get; } = new(Columns.AllotmentSheet,
    [
        Columns.For(Columns.Grant, ColumnFormat.Text, 9, [.. Columns.Choices<Grant>(SchemeText.Sign), Columns.TotalWord]),
        Columns.For(Columns.Goal, ColumnFormat.Text, 7, [.. Enumerable.Range(1, 4).Select(SchemeText.GoalSign), Columns.SumWord]),
        Columns.For(Columns.GoalTitle, ColumnFormat.Text, 52),
        Columns.For(Columns.Structure, ColumnFormat.Points, 11),
        Columns.For(Columns.Activity, ColumnFormat.Points, 9),
        Columns.For(Columns.Outcome, ColumnFormat.Points, 9),
        Columns.For(Columns.Sum, ColumnFormat.Points, 9),
        Columns.For(Columns.Copy, ColumnFormat.Text, 7, [Columns.CopyMark]),
    ]);

    private static SheetLayout CellLayout { get; } = new(Columns.CellSheet,
    [
        Columns.For(Columns.Grant, ColumnFormat.Text, 8, Columns.Choices<Grant>(SchemeText.Sign)),
        Columns.For(Columns.Goal, ColumnFormat.Text, 6, [.. Enumerable.Range(1, 4).Select(SchemeText.GoalSign)]),
        Columns.For(Columns.Group, ColumnFormat.Text, 8, Columns.Choices<IndicatorGroupKind>(SchemeText.Sign)),
        Columns.For(Columns.Number, ColumnFormat.Integer, 6),
        Columns.For(Columns.Indicator, ColumnFormat.Text, 40),
        Columns.For(Columns.Item, ColumnFormat.Text, 7),
        Columns.For(Columns.Points, ColumnFormat.Points, 7),
        Columns.For(Columns.IndicatorMax, ColumnFormat.Points, 10),
        Columns.For(Columns.Combination, ColumnFormat.Text, 11, Columns.Choices<BranchCombination>(RuleWords.Name)),
        Columns.For(Columns.Sign, ColumnFormat.Text, 8),
        Columns.For(Columns.Plus, ColumnFormat.Text, 6, [Columns.CopyMark]),
        Columns.For(Columns.Test, ColumnFormat.Text, 21, Columns.Choices<TestKind>(RuleWords.Name)),
        Columns.For(Columns.Step, ColumnFormat.Text, 8),
        Columns.For(Columns.Direction, ColumnFormat.Text, 15, Columns.Choices<Direction>(RuleWords.Name)),
        Columns.For(Columns.Measure, ColumnFormat.Text, 23, Columns.Choices<MeasureKind>(RuleWords.Name)),
        Columns.For(Columns.MeasureOf, ColumnFormat.Text, 16),
        Columns.For(Columns.Source, ColumnFormat.Text, 14, Columns.Choices<ValueSource>(RuleWords.Name)),
        Columns.For(Columns.ValueName, ColumnFormat.Text, 28),
        Columns.For(Columns.Unit, ColumnFormat.Text, 7),
        Columns.For(Columns.Numerator, ColumnFormat.Text, 28),
        Columns.For(Columns.Denominator, ColumnFormat.Text, 28),
        Columns.For(Columns.RuleNote, ColumnFormat.WrappedText, 50),
        Columns.For(Columns.Text, ColumnFormat.WrappedText, 70),
        Columns.For(Columns.TextSource, ColumnFormat.Text, 13, Columns.Choices<TextSource>(RuleWords.Name)),
    ])
    {
        FrozenColumns = 6,
        HasFilter = true,
    };

    private static IEnumerable<IReadOnlyList<SheetValue>> AllotmentRows(PointTable table)
    {
        foreach (var grant in Enum.GetValues<Grant>().Where(grant => grant != Grant.ExtraFrame || table.ExtraFrameMaxPoints is not null))
        {
            foreach (var goal in table.Goals.Where(g => g.Grant == grant))
            {
                yield return
                [
                    grant.Sign(), SchemeText.GoalSign(goal.Number), goal.Title, MaxOf(goal, IndicatorGroupKind.Structure),
                    MaxOf(goal, IndicatorGroupKind.Activity), MaxOf(goal, IndicatorGroupKind.Outcome), goal.MaxPoints,
                    goal.IsCopy ? Columns.CopyMark : "",
                ];
            }
            yield return SumRow(grant.Sign(), Columns.SumWord, table.MaxPointsOf(grant));
        }
        yield return SumRow(Columns.TotalWord, "", table.MaxPoints);

        static SheetValue MaxOf(Goal goal, IndicatorGroupKind kind) =>
            SheetValue.OrBlank(goal.Groups.FirstOrDefault(g => g.Kind == kind)?.MaxPoints);
        static SheetValue[] SumRow(string grant, string goal, decimal points) => [grant, goal, "", "", "", "", points, ""];
    }

    private static IEnumerable<IReadOnlyList<SheetValue>> CellRows(PointTable table) =>
        from goal in table.Goals
        from @group in goal.Groups
        from indicator in @group.Indicators
        from item in indicator.SubItems
        select (IReadOnlyList<SheetValue>)
        [
            goal.Grant.Sign(), SchemeText.GoalSign(goal.Number), @group.Kind.Sign(), indicator.Number, indicator.Name, item.Label,
            item.Points, SheetValue.OrBlank(indicator.MaxPoints), .. RuleRow.Written(indicator.Rule, item.Label), item.Text, item.TextSource?.Name(),
        ];
}
