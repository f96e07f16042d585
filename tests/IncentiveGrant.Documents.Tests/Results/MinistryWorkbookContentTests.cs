using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.Results;

/// <summary>What stands in the cells of a results sheet: figures, signs, mistakes, and rows that are no units.</summary>
public class MinistryWorkbookContentTests
{
    // Columns of the R8 sample: D 保険者番号, G 都道府県, H 市町村, I 人口, J 第1号被保険者数, K 区分, L 過疎, O the first cell, LX the total, LY the rank.
    private const int InsurerNumber = 3, Prefecture = 6, Name = 7, Population = 8, Insured = 9, Band = 10, Depopulated = 11;
    private const int FirstCell = 14, Total = 335, Rank = 336;
    private const int FirstUnit = 19, LastUnit = 49;

    private readonly TestSheet sheet = SampleWorkbooks.Piece();

    [Theory]
    [InlineData("４", 4.0)]
    [InlineData(" 2.5 ", 2.5)]
    [InlineData("1,234", 1234.0)]
    [InlineData("▲16", -16.0)]
    public void Read_OfANumberTypedAsText_ReadsIt(string typed, double expected)
    {
        sheet[FirstUnit, FirstCell] = typed;

        Assert.Equal(new Figure((decimal)expected), FirstFigure());
    }

    [Theory]
    [InlineData("—")]
    [InlineData("－")]
    [InlineData("-")]
    [InlineData("※")]
    [InlineData("※1")]
    [InlineData("対象外")]
    public void Read_OfASignInsteadOfANumber_KeepsItAndIsNoZero(string printed)
    {
        sheet[FirstUnit, FirstCell] = printed;

        Assert.Equal(new Figure(null, printed == "－" ? "-" : printed), FirstFigure());
    }

    [Fact]
    public void Read_OfABlankCell_IsNoZero()
    {
        sheet[FirstUnit, FirstCell] = null;

        Assert.True(FirstFigure().IsBlank);
    }

    public static TheoryData<string, Action<TestSheet>, string> Faults() => new()
    {
        { "a formula error in a cell", s => s[FirstUnit, FirstCell] = new FormulaError("#REF!"),
            "シート「全国集計（市町村）」19行目 O列「地域の介護保険事業の特徴」：数式のエラー（#REF!）です。元の表で直してから読み込んでください。" },
        { "a formula error in a total", s => s[20, Total] = new FormulaError("#N/A"), "シート「全国集計（市町村）」20行目 LX列「合計」：数式のエラー（#N/A）です。" },
        { "text in a cell", s => s[FirstUnit, FirstCell] = "四点", "シート「全国集計（市町村）」19行目 O列「地域の介護保険事業の特徴」：数値ではありません（「四点」）。" },
        { "a tick in a cell", s => s[FirstUnit, FirstCell] = "4点", "数値ではありません（「4点」）。" },
        { "text in a subtotal", s => s[FirstUnit, 42] = "集計", "シート「全国集計（市町村）」19行目 AQ列「（ⅰ）小計」：数値ではありません（「集計」）。" },
        { "text in the points row", s => s[9, FirstCell] = "四", "シート「全国集計（市町村）」9行目 O列「地域の介護保険事業の特徴」：数値ではありません（「四」）。" },
        { "no prefecture", s => s[20, Prefecture] = null, "シート「全国集計（市町村）」20行目 G列「都道府県」：空です。「北海道見本002町」の都道府県を書いてください。" },
        { "a prefecture that does not exist", s => s[20, Prefecture] = "北海県", "シート「全国集計（市町村）」20行目 G列「都道府県」：「北海県」という都道府県はありません。" },
        { "a name that no file can have", s => s[20, Name] = "北海道見本／町", "20行目 H列「市町村」：名称に使えない文字「/」があります。取り除いてください。" },
        { "people that are no number", s => s[20, Population] = "約3千", "シート「全国集計（市町村）」20行目 I列「人口」：人数として読めません（「約3千」）。" },
        { "half a person", s => s[20, Insured] = 1.5m, "シート「全国集計（市町村）」20行目 J列「第1号被保険者数」：人数として読めません（「1.5」）。" },
        { "two columns with the same labels", s => s[7, FirstCell + 1] = "ア", "O列・P列は、どれも「推進/Ⅰ/体制/1/ア」の得点と読み取れます。見出しを直すか、要らない列を削除してください。" },
        { "no column for the names", s => s[2, Name] = "備考", "シート「全国集計（市町村）」：「市町村」の列がありません。市町村分の集計表を読み込んでください。" },
        { "no column for the prefectures", s => s[2, Prefecture] = "備考", "シート「全国集計（市町村）」：見出しが読み取れません。" },
        { "no units", s => { for (var row = FirstUnit; row <= LastUnit; row++) (s[row, Name], s[row, Prefecture]) = (null, null); },
            "シート「全国集計（市町村）」：市町村の行がありません。" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_WithAFault_NamesPlaceAndWhatToDo(string what, Action<TestSheet> breaking, string expected)
    {
        breaking(sheet);

        var reading = Read();

        Assert.True(reading.IsRefused, what);
        Assert.True(reading.Messages.Any(m => m.ToString().Contains(expected, StringComparison.Ordinal)), $"{what}: {string.Join('\n', reading.Messages)}");
    }

    [Theory]
    [InlineData("区分２", InsuredBand.Under10000)]
    [InlineData("３", InsuredBand.Under50000)]
    public void Read_OfABand_ReadsItsNumber(string printed, InsuredBand expected)
    {
        sheet[FirstUnit, Band] = printed;

        Assert.Equal(expected, ReadSound().Rows[0].Band);
    }

    [Fact]
    public void Read_OfABandThatIsNone_WarnsAndLeavesItOut()
    {
        sheet[FirstUnit, Band] = "6";

        var reading = Read();

        Assert.Equal("シート「全国集計（市町村）」19行目 K列「区分」：「6」は区分（1から5）として読めません。第1号被保険者数から求めます。", Assert.Single(reading.Messages).ToString());
        Assert.Null(reading.Content![0].Rows[0].Band);
    }

    [Fact]
    public void Read_WithoutIdentityColumnsThatOnlyDescribe_LeavesThemUnknown()
    {
        foreach (var column in (int[])[InsurerNumber, Population, Insured, Band, Depopulated]) sheet[2, column] = null;

        var row = ReadSound().Rows[0];

        Assert.Equal((null, null, null, null, null), (row.InsurerNumber, row.Population, row.InsuredCount, row.Band, row.IsDepopulated));
        Assert.Equal(31, ReadSound().Rows.Count);
    }

    [Fact]
    public void Read_OfAnInsurerNumberKeptAsANumber_RestoresItsZero()
    {
        sheet[FirstUnit, InsurerNumber] = 14015;

        Assert.Equal("014015", ReadSound().Rows[0].InsurerNumber);
    }

    [Fact]
    public void Read_WithStatisticRowsBelowTheUnits_NeverCountsThemAsUnits()
    {
        for (var column = FirstCell; column <= Total; column++) (sheet[LastUnit + 2, column], sheet[9, column]) = (sheet[9, column], null);
        (sheet[9, Name], sheet[LastUnit + 2, Prefecture], sheet[LastUnit + 3, 0], sheet[LastUnit + 3, Total]) = (null, "配点", "平均点", 400.5m);

        var file = ReadSound();

        Assert.Equal([(LastUnit + 2, FigureKind.MaxPoints), (LastUnit + 3, FigureKind.Mean)], file.Statistics.Select(s => (s.Number, s.Kind)));
        Assert.Equal(800m, file.Columns.Single(c => c.Letter == "LX").MaxPoints);
        Assert.Equal(31, file.Rows.Count);
    }

    [Theory]
    [InlineData("北海道", "平均")]
    [InlineData("北海道", "北海道計")]
    [InlineData("北海道", "合計")]
    [InlineData("全国", "")]
    [InlineData("北海道合計", "")]
    [InlineData("", "道内平均")]
    public void Read_WithARowOfMeansAmongTheUnits_LeavesItOutAndSaysSo(string prefecture, string name)
    {
        for (var column = FirstCell; column <= Rank; column++) sheet[LastUnit + 1, column] = 1.5m;
        (sheet[LastUnit + 1, Prefecture], sheet[LastUnit + 1, Name]) = (prefecture, name);

        var reading = Read();

        Assert.Equal(31, reading.Content![0].Rows.Count);
        Assert.Contains("市町村ではない1行を読み飛ばしました", Assert.Single(reading.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithNotesBelowTheTable_PassesThemOver()
    {
        sheet[LastUnit + 2, 0] = "※ 広域連合の構成市町村は、目標Ⅳの得点が同じになります。";

        Assert.Equal(31, ReadSound().Rows.Count);
    }

    [Fact]
    public void Read_WithAStatisticTwice_TakesTheFirst()
    {
        (sheet[10, Name], sheet[10, Total], sheet[11, Name], sheet[11, Total]) = ("平均点", 455.1m, "全国平均", 999m);

        var reading = Read();

        Assert.Equal(455.1m, reading.Content![0].Statistics.Single(s => s.Kind == FigureKind.Mean).Figures[^2].Value);
        Assert.Contains("「全国平均」の行が2回あります。10行目だけを使います。", Assert.Single(reading.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithAColumnThatCannotBeUnderstood_WarnsAndLeavesItOut()
    {
        sheet[5, FirstCell] = null; // the number of the first indicator

        var reading = Read();

        Assert.Equal(4, reading.Messages.Count); // its four cells
        Assert.Equal(
            "シート「全国集計（市町村）」 O列「保険者機能強化推進交付金 目標Ⅰ （ⅰ）体制・取組指標群 地域の介護保険事業の特徴 ア」："
            + "何の得点の列か読み取れないため、読み込みません。見出しを確かめてください。",
            reading.Messages[0].ToString());
        Assert.Equal(321, reading.Content![0].Columns.Count);
    }

    [Theory]
    [InlineData("令和８年度　評価結果（市町村分）", 2026)]
    [InlineData("令和8年度評価結果（令和7年度調査）", 2026)]
    [InlineData("令和７年度該当状況調査　令和８年度交付分", 2026)]
    [InlineData("2026年度 全国集計", 2026)]
    [InlineData("全国集計", null)]
    public void Read_OfTheTitle_FindsTheYearOfTheResult(string title, int? expected)
    {
        sheet[1, 0] = title;

        Assert.Equal(expected, ReadSound().FiscalYear?.Value);
    }

    [Fact]
    public void Read_OfATitleWithYearsThatLeaveADoubt_AsksForTheYear()
    {
        sheet[1, 0] = "令和７年度・令和８年度の比較";

        var reading = Read();

        Assert.Null(reading.Content![0].FiscalYear);
        Assert.Contains("評価年度がわかりません", Assert.Single(reading.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAWorkbookWithoutSuchASheet_NamesThoseFound()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表紙").Row(1, "令和８年度");
        workbook.Sheet("集計").Row(1, "都道府県", "件数").Row(2, "宮城県", 1);

        var reading = MinistryWorkbook.Read(workbook.ToStream(), "集計.xlsx");

        Assert.Equal("全国集計のシートがありません（あるシートは「表紙」「集計」です）。「全国集計（市町村）」または「全国集計（都道府県）」があるファイルを読み込んでください。", Assert.Single(reading.Messages).Text);
    }

    [Theory]
    [InlineData("Sheet1", "Sheet2", "どのシートが全国集計かわかりません（「Sheet1」「Sheet2」）。")]
    [InlineData("全国集計（市町村）", "全国集計（市町村） (2)", "市町村分の全国集計に当たるシートがいくつもあります（「全国集計（市町村）」「全国集計（市町村） (2)」）。1つだけ残してください。")]
    public void Read_OfAWorkbookWithTwoSuchSheets_AsksWhich(string first, string second, string expected)
    {
        var workbook = new TestWorkbook();
        foreach (var name in (string[])[first, second]) workbook.Add(sheet.Moved(r => r, c => c, name));

        Assert.StartsWith(expected, Assert.Single(MinistryWorkbook.Read(workbook.ToStream(), "結果.xlsx").Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNoWorkbookAtAll_IsRefused() =>
        Assert.True(MinistryWorkbook.Read(new MemoryStream("%PDF-1.7"u8.ToArray()), "結果.pdf").IsRefused);

    [Fact]
    public void Plan_OfABrokenPiece_ListsWhatDiffers()
    {
        sheet[FirstUnit, 42] = 29m; // AQ, （ⅰ）小計: 28 in the sample
        sheet[FirstUnit + 1, Rank] = 99m;

        var plan = ResultsPlan.Of(ReadSound(), new ReferencePointTable().Build(), []);

        Assert.False(plan.IsRefused);
        var rank = plan.Board!.Standing(1, plan.Board.Table.Total, Domain.Scoring.PoolKind.Nation)!.Value.Rank;
        Assert.Equal(
        [
            "シート「全国集計（市町村）」19行目 AQ列「（ⅰ）小計」：「推進/Ⅰ/体制」の得点は29と公表されていますが、再計算では28です。",
            $"シート「全国集計（市町村）」20行目 LY列「今年度順位」：「合計」の順位は99と公表されていますが、再計算では{rank}です。",
        ], plan.Messages.Where(m => m.Text.Contains("再計算では", StringComparison.Ordinal)).Select(m => m.ToString()));
    }

    private Figure FirstFigure()
    {
        var file = ReadSound();
        return file.Rows[0].Figures[file.Columns.ToList().FindIndex(c => c.Key == LevelKey.Parse("推進/Ⅰ/体制/1/ア"))];
    }

    private ResultsFile ReadSound()
    {
        var reading = Read();
        Assert.Empty(reading.Messages);
        return Assert.Single(reading.Content!);
    }

    private ImportReading<IReadOnlyList<ResultsFile>> Read()
    {
        var workbook = new TestWorkbook();
        workbook.Add(sheet);
        return MinistryWorkbook.Read(workbook.ToStream(), "結果.xlsx");
    }
}
