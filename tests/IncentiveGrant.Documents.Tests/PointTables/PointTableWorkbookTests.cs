using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.PointTables;

public class PointTableWorkbookTests
{
    private static readonly DateTimeOffset Made = new(2026, 10, 16, 9, 0, 0, TimeSpan.FromHours(9));

    private static readonly Lazy<byte[]> WrittenReference = new(() => Written(new ReferencePointTable().Build()).ToArray());

    // Columns of the sheets, as they are written.
    private const int Grant = 0, Number = 3, Indicator = 4, Item = 5, Points = 6, Max = 7, Test = 11, Direction = 13, Source = 16, Text = 22;
    private const int Structure = 3, Sum = 6, Copy = 7;

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameTable()
    {
        var reference = new ReferencePointTable();
        reference.Change("推進/Ⅰ/体制/1/ア", c => c with { Points = 4.25m, Text = "二行の\n設問文", TextSource = TextSource.Sample });
        reference.Change("推進/Ⅰ/体制/1/イ", c => c with { Points = 3.75m, Text = "要約した設問文", TextSource = TextSource.Restated });
        var table = reference.Build();

        var reading = Read(Written(table));

        Assert.Empty(reading.Messages);
        Assert.Equal(PointTableText.Lines(table), PointTableText.Lines(reading.Content!));
    }

    [Fact]
    public void Read_OfATableAsPublished_KeepsUnknownMaximaUnknown()
    {
        var reference = new ReferencePointTable();
        foreach (var cell in reference.Cells.Where(c => c.Goal == SchemeText.OutcomeGoal).ToList())
            reference.Change(cell.Key.ToString(), c => c with { IndicatorMax = null, Rule = ReferenceRule.AsPublished });
        var table = reference.Build();

        var reading = Read(Written(table));

        Assert.Empty(reading.Messages);
        Assert.Equal(PointTableText.Lines(table), PointTableText.Lines(reading.Content!));
    }

    [Fact]
    public void Read_OfATableWithoutCells_AsksForThem()
    {
        var reference = new ReferencePointTable();
        reference.Cells.Clear();

        Assert.Equal("シート「配点表」1行目：枝番の行がありません。枝番1つにつき1行を書いてください。", Assert.Single(Read(Written(reference.Build())).Messages).ToString());
    }

    [Fact]
    public void Read_OfAFileSavedByLibreOffice_GivesTheSameTable()
    {
        // The shipped table, opened and saved again by LibreOffice Calc 7.4: shared strings, styled blanks, other part names.
        using var resaved = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "point-table-saved-by-libreoffice.xlsx"));

        var reading = PointTableWorkbook.Read(resaved, "配点表.xlsx");

        Assert.Empty(reading.Messages);
        Assert.Equal(PointTableText.Lines(new ReferencePointTable().Build()), PointTableText.Lines(reading.Content!));
    }

    [Fact]
    public void Read_WithFullWidthDigitsAndColumnsMoved_GivesTheSameTable()
    {
        var table = new ReferencePointTable().Build();
        var workbook = CopyOfReference();
        var cells = workbook["配点表"];
        foreach (var row in cells.Rows)
        {
            (cells[row, Points], cells[row, Text]) = (cells[row, Text], cells[row, Points]);
            if (cells[row, Text] is decimal points) cells[row, Text] = ((char)('０' + (int)points)).ToString();
        }

        var reading = Read(workbook.ToStream());

        Assert.Empty(reading.Messages);
        Assert.Equal(PointTableText.Lines(table), PointTableText.Lines(reading.Content!));
    }

    public static TheoryData<string, Action<TestWorkbook>, string> Faults() => new()
    {
        { "text for points", w => w["配点表"][2, Points] = "十点", "シート「配点表」2行目 G列「配点」：数値ではありません（「十点」）。半角または全角の数字だけを入力してください。" },
        { "a formula error", w => w["配点表"][3, Max] = new FormulaError("#REF!"), "シート「配点表」3行目 H列「指標満点」：数式のエラー（#REF!）です。元の表で直すか、値を入力し直してください。" },
        { "no points", w => w["配点表"][2, Points] = null, "シート「配点表」2行目 G列「配点」：空です。配点を入力してください。" },
        { "an unknown test", w => w["配点表"][2, Test] = "足し算", "シート「配点表」2行目 L列「判定」：「足し算」は使えません。「公表値のまま」「○×」" },
        { "an unknown grant", w => w["配点表"][2, Grant] = "交付金", "シート「配点表」2行目 A列「交付金」：「交付金」は使えません。「推進」「支援」「枠外」のどれかを入力してください。" },
        { "an unknown source", w => w["配点表"][2, Source] = null, "シート「配点表」2行目 Q列「値の提供元」：空です。「市町村」「都道府県」「厚生労働省」「得点から計算」のどれかを入力してください。" },
        { "no cell label", w => w["配点表"][2, Item] = null, "シート「配点表」2行目 F列「枝番」：空です。枝番（ア、イ①など）を書いてください。" },
        { "a label too long", w => w["配点表"][2, Item] = "アイウエオカキクケコサ", "シート「配点表」2行目 F列「枝番」：11文字あります。10文字以内にしてください。" },
        { "an indicator number that is none", w => w["配点表"][2, Number] = 1.5m, "シート「配点表」2行目 D列「番号」：「1.5」は使えません。0から99までの整数を入力してください。" },
        { "a text without its source", w => w["配点表"][2, Text] = "設問", "シート「配点表」2行目 X列「設問文の出典」：設問文と出典は、両方を書くか、両方とも空けてください。" },
        { "another maximum in the same indicator", w => w["配点表"][3, Max] = 20m, "シート「配点表」3行目 H列「指標満点」：枝番「ア」の行と違います。" },
        { "another name in the same indicator", w => w["配点表"][4, Indicator] = "別の指標", "シート「配点表」4行目 E列「指標」：枝番「ア」の行と違います。" },
        { "another direction in the same indicator", w => w["配点表"][3, Direction] = "大きいほど良い", "シート「配点表」3行目 N列「向き」：枝番「ア」の行と違います。" },
        { "a cell twice", w => w["配点表"][3, Item] = "ｱ", "シート「配点表」2行目 G列「配点」：同じ枝番「ア」が2回あります。" },
        { "cells that do not add up", w => w["配点表"][2, Points] = 5m, "シート「配点表」2行目 H列「指標満点」：枝番の配点の合計は17点ですが、指標満点は16点です。" },
        { "groups that do not add up", w => w["配点の内訳"][2, Structure] = 65m, "シート「配点の内訳」2行目 D列「体制・取組」：指標満点の合計は64点ですが、指標群の配点は65点です。" },
        { "goals that do not add up", w => w["配点の内訳"][6, Sum] = 401m, "シート「配点の内訳」6行目 G列「計」：目標の配点の合計は400点ですが、推進交付金の配点は401点です。" },
        { "grants that do not add up", w => w["配点の内訳"][12, Sum] = 929m, "シート「配点の内訳」12行目 G列「計」：2つの交付金の配点の合計は800点ですが、合計の配点は929点です。" },
        { "goal Ⅳ counted again", w => w["配点の内訳"][10, Copy] = null, "シート「配点の内訳」10行目 G列「計」：指標群がありません。" },
        { "no total", w => w["配点の内訳"].Row(12, null, null, null, null, null, null, null), "シート「配点の内訳」12行目：「合計」の行がありません。" },
        { "a goal that is not declared", w => w["配点の内訳"].Row(2, null, null, null, null, null, null, null), "シート「配点表」2行目 B列「目標」：シート「配点の内訳」に「推進/Ⅰ」の行がありません。" },
        { "a column missing", w => w["配点表"][1, Max] = null, "シート「配点表」1行目：列「指標満点」がありません。見出しの行に「指標満点」の列を加えてください。" },
        { "no headings", w => w["配点表"].Row(1, Enumerable.Repeat<object?>(null, 24).ToArray()), "シート「配点表」：見出しの行が見つかりません。" },
        { "a sheet missing", w => w.Without("配点の内訳"), "シート「配点の内訳」がありません（あるシートは「概要」「配点表」「説明」です）。" },
        { "no year", w => w["概要"][2, 1] = "いつか", "シート「概要」2行目 B列「値」：「いつか」は年度として読めません。" },
        { "no title", w => w["概要"][4, 1] = null, "シート「概要」4行目：「表題」がありません。" },
        { "an unknown audience", w => w["概要"][3, 1] = "町村分", "シート「概要」3行目 B列「値」：「町村分」は使えません。「市町村分」「都道府県分」のどれかを入力してください。" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_WithAFault_NamesSheetRowColumnAndWhatToDo(string what, Action<TestWorkbook> breaking, string expected)
    {
        var workbook = CopyOfReference();
        breaking(workbook);

        var reading = Read(workbook.ToStream());

        Assert.True(reading.IsRefused, what);
        Assert.Null(reading.Content);
        Assert.True(reading.Messages.Any(m => m.ToString().StartsWith(expected, StringComparison.Ordinal)), $"{what}: {string.Join('\n', reading.Messages)}");
    }

    [Fact]
    public void Read_OfATableByGoalsOnly_GivesTheSameTable()
    {
        var reference = new ReferencePointTable();
        reference.Cells.Clear();
        for (var i = 0; i < reference.Goals.Count; i++) reference.Goals[i] = reference.Goals[i] with { Groups = [] };
        var table = reference.Build();

        var reading = Read(Written(table));

        Assert.Empty(reading.Messages);
        Assert.Equal(PointTableText.Lines(table), PointTableText.Lines(reading.Content!));
    }

    [Fact]
    public void Read_WithManyFaults_ListsThemAllAtOnce()
    {
        var workbook = CopyOfReference();
        for (var row = 2; row < 7; row++) workbook["配点表"][row, Points] = "？";
        workbook["概要"][3, 1] = "町村分";

        Assert.Equal(6, Read(workbook.ToStream()).Messages.Count);
    }

    [Fact]
    public void Read_OfACsvFile_AsksForTheWorkbook()
    {
        var reading = Read(new MemoryStream("交付金,目標\n推進,Ⅰ\n"u8.ToArray()));

        Assert.All(reading.Messages, m => Assert.Contains("CSV ファイルです", m.Text, StringComparison.Ordinal));
        Assert.True(reading.IsRefused);
    }

    private static ImportReading<PointTable> Read(Stream content) => PointTableWorkbook.Read(content, "配点表.xlsx");

    private static MemoryStream Written(PointTable table)
    {
        var stream = new MemoryStream();
        PointTableWorkbook.Write(table, stream, Made);
        return stream;
    }

    private static TestWorkbook CopyOfReference() => TestWorkbook.CopyOf(new MemoryStream(WrittenReference.Value));
}
