using System.Globalization;
using System.Text;
using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;

namespace IncentiveGrant.Documents.Tests.Results;

/// <summary>The same results in the layouts that real files have: every one must read as the first does.</summary>
public class MinistryWorkbookLayoutTests
{
    // Columns of the R8 sample: identity A–L, the year before M–N, scores O–LW, total LX, rank LY.
    private const int PreviousTotal = 12, PreviousRank = 13, FirstScore = 14, Total = 335, Rank = 336;
    private const int PointsRow = 9, FirstUnit = 19, LastUnit = 49;

    private static readonly Lazy<IReadOnlyList<string>> Expected = new(() => Told(Read(SampleWorkbooks.Piece())));

    [Fact]
    public void Read_OfThePiece_FindsEveryColumnAndUnit()
    {
        var file = Read(SampleWorkbooks.Piece());

        Assert.Equal((325, 31), (file.Columns.Count, file.Rows.Count));
    }

    [Fact]
    public void Read_WithTotalAndRankLeftOfTheScores_ReadsTheSame() =>
        AssertSame(SampleWorkbooks.Piece().Moved(row => row, c => c is Total or Rank ? c - Total + FirstScore : c >= FirstScore ? c + 2 : c));

    [Fact]
    public void Read_WithTheYearBeforeRightOfTheRank_ReadsTheSame() =>
        AssertSame(SampleWorkbooks.Piece().Moved(row => row, c => c is PreviousTotal or PreviousRank ? c + 400 : c));

    [Fact]
    public void Read_WithIdentityColumnsInAnotherOrder_ReadsTheSame() =>
        AssertSame(SampleWorkbooks.Piece().Moved(row => row, c => c < PreviousTotal ? PreviousTotal - 1 - c : c));

    [Fact]
    public void Read_WithScoresLeftOfTheNames_ReadsTheSame() =>
        AssertSame(SampleWorkbooks.Piece().Moved(row => row, c => c < FirstScore ? c + 400 : c));

    [Fact]
    public void Read_WithHeaderLabelsOnOtherRows_ReadsTheSame() =>
        AssertSame(SampleWorkbooks.Piece().Moved(row => row is >= 2 and < PointsRow ? (row * 2) + 1 : row >= PointsRow ? row + 15 : row, c => c));

    [Fact]
    public void Read_WithNamesOfTheIdentityColumnsAtTheBottomOfTheHeader_ReadsTheSame()
    {
        var sheet = SampleWorkbooks.Piece();
        foreach (var column in Enumerable.Range(0, FirstScore).Append(Total).Append(Rank)) (sheet[2, column], sheet[8, column]) = (null, sheet[2, column]);

        AssertSame(sheet);
    }

    [Fact]
    public void Read_WithoutMergedCells_ReadsTheSame() => AssertSame(SampleWorkbooks.Piece().WithoutMerges());

    [Fact]
    public void Read_WithTheSpellingOfR6_ReadsTheSame()
    {
        var sheet = SampleWorkbooks.Piece().WithoutMerges();
        var goal = "";
        for (var column = FirstScore; column < Total; column++)
        {
            if (sheet[3, column] is string title && title.StartsWith("目標", StringComparison.Ordinal)) (goal, sheet[3, column]) = (title, null);
            if (sheet[4, column] is not string label || label.StartsWith("目標", StringComparison.Ordinal)) continue;
            // 目標Ⅰ over （ⅰ）体制・取組指標群 is one label in R6: 目標Ⅰｰ（ⅰ）体制・取組指標群.
            sheet[4, column] = label.StartsWith("成果", StringComparison.Ordinal) ? $"{goal}　{label}" : $"{goal}{(column % 2 == 0 ? "ｰ" : "－")}{label}";
        }

        AssertSame(sheet);
    }

    [Fact]
    public void Read_WithShortGrantNamesAndTitledGoals_ReadsTheSame()
    {
        var sheet = SampleWorkbooks.Piece();
        for (var column = FirstScore; column < Total; column++)
        {
            if (sheet[2, column] is string grant) sheet[2, column] = grant.StartsWith("保険者", StringComparison.Ordinal) ? "推進交付金（400点）" : "(2) 支援交付金分";
            if (sheet[3, column] is "目標Ⅰ") sheet[3, column] = "目標１　持続可能な地域のあるべき姿をかたちにする計画";
            if (sheet[4, column] is "（ⅱ）活動指標群") sheet[4, column] = "活動指標";
            if (sheet[4, column] is "（ⅱ）小計") sheet[4, column] = "小計";
        }

        AssertSame(sheet);
    }

    [Fact]
    public void Read_WithAnEmptyColumnAtTheEnd_ReadsTheSame()
    {
        var sheet = SampleWorkbooks.Piece();
        sheet.Merge(2, 2, Rank, Rank + 1);
        for (var row = FirstUnit; row <= LastUnit; row++) sheet[row, Rank + 1] = new RawCell("<c r=\"@\" s=\"0\"/>");

        AssertSame(sheet);
    }

    [Fact]
    public void Read_WithRawAnswersAfterTheRank_ReadsTheSame()
    {
        var sheet = SampleWorkbooks.Piece();
        for (var column = FirstScore; column < Total; column++)
        {
            for (var row = 2; row < PointsRow; row++) sheet[row, column + 400] = sheet[row, column];
            for (var row = FirstUnit; row <= LastUnit; row++) sheet[row, column + 400] = column % 3 == 0 ? "該当する" : 12345;
        }
        sheet[2, 400 + Total] = "合計";

        AssertSame(sheet);
    }

    public static TheoryData<string, Action<TestSheet>> YearsBefore() => new()
    {
        { "over two columns, merged", sheet => sheet.Row2("前年度", null).Row3("合計", "順位").Merge(2, 2, PreviousTotal, PreviousRank) },
        { "over two columns, not merged", sheet => sheet.Row2("前年度", null).Row3("総得点", "順位") },
        { "by the name of the year", sheet => sheet.Row2("令和７年度　合計", "R7 順位") },
        { "in brackets", sheet => sheet.Row2("合計（前年度）", "順位（前年度）") },
        { "last year in other words", sheet => sheet.Row2("昨年度の総合得点", "昨年度順位") },
    };

    [Theory]
    [MemberData(nameof(YearsBefore))]
    public void Read_WithTheYearBeforeInOtherWords_NeverTakesItForThisYear(string how, Action<TestSheet> relabel)
    {
        var sheet = SampleWorkbooks.Piece();
        relabel(sheet);

        var columns = Read(sheet).Columns;

        FigureKind[] kinds = [FigureKind.PreviousPoints, FigureKind.PreviousRank, FigureKind.Points, FigureKind.Rank];
        var found = kinds.Select(kind => string.Join(',', columns.Where(c => c.Kind == kind && c.Key == LevelKey.Total).Select(c => c.Letter)));
        Assert.True(found.SequenceEqual(["M", "N", "LX", "LY"]), $"{how}: {string.Join(' ', found)}");
    }

    [Fact]
    public void Read_OfASheetUnderAnotherName_TakesTheOnlyOneThatFits()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("表紙").Row(1, "令和８年度", "結果について");
        workbook.Add(SampleWorkbooks.Piece().Moved(r => r, c => c, "Sheet2"));

        Assert.Equal(Expected.Value, Told(Assert.Single(Read(workbook).Content!)));
    }

    [Theory]
    [InlineData("全国集計(市町村)")]
    [InlineData("R8全国集計（市町村） (2)")]
    public void Read_OfASheetNameInAnotherWidth_FindsIt(string name) =>
        AssertSame(SampleWorkbooks.Piece().Moved(r => r, c => c, name));

    [Fact]
    public void Read_OfTheSameAsCsv_ReadsTheSame()
    {
        var csv = new StringBuilder();
        var sheet = SampleWorkbooks.Piece();
        for (var row = 1; row <= LastUnit; row++)
        {
            var cells = Enumerable.Range(0, Rank + 1).Select(column => Convert.ToString(sheet[row, column], CultureInfo.InvariantCulture));
            csv.AppendJoin(',', cells.Select(cell => $"\"{cell}\"")).Append("\r\n");
        }

        var reading = MinistryWorkbook.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "結果.csv");

        Assert.Empty(reading.Messages);
        Assert.Equal(Expected.Value, Told(Assert.Single(reading.Content!)));
    }

    [Fact]
    public void Read_OfAFileSavedByLibreOffice_ReadsTheSame()
    {
        // The piece, opened and saved again by LibreOffice Calc 7.4.
        using var resaved = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ministry-piece-saved-by-libreoffice.xlsx"));

        var reading = MinistryWorkbook.Read(resaved, "結果.xlsx");

        Assert.Empty(reading.Messages);
        Assert.Equal(Expected.Value, Told(Assert.Single(reading.Content!)));
    }

    private static void AssertSame(TestSheet sheet)
    {
        var file = Read(sheet);

        Assert.Equal(Expected.Value, Told(file));
    }

    private static ResultsFile Read(TestSheet sheet)
    {
        var workbook = new TestWorkbook();
        workbook.Add(sheet);
        var reading = Read(workbook);
        Assert.Empty(reading.Messages);
        return Assert.Single(reading.Content!);
    }

    private static ImportReading<IReadOnlyList<ResultsFile>> Read(TestWorkbook workbook) => MinistryWorkbook.Read(workbook.ToStream(), "結果.xlsx");

    /// <summary>Everything that a file says, whatever the order of its columns.</summary>
    private static IReadOnlyList<string> Told(ResultsFile file)
    {
        var order = Enumerable.Range(0, file.Columns.Count)
            .OrderBy(i => file.Columns[i].Kind).ThenBy(i => file.Columns[i].Key.ToString(), StringComparer.Ordinal).ToList();
        return
        [
            $"{file.FiscalYear} {file.Audience}",
            .. order.Select(i => $"{file.Columns[i].Kind} {file.Columns[i].Key} {file.Columns[i].MaxPoints}"),
            .. file.Rows.Select(r => $"{r with { Number = 0, Figures = [] }} {string.Join('|', order.Select(i => r.Figures[i].Value))}"),
        ];
    }
}

/// <summary>Words for relabelling the columns of the year before.</summary>
internal static class PreviousLabels
{
    public static TestSheet Row2(this TestSheet sheet, string? total, string? rank) => Label(sheet, 2, total, rank);

    public static TestSheet Row3(this TestSheet sheet, string? total, string? rank) => Label(sheet, 3, total, rank);

    private static TestSheet Label(TestSheet sheet, int row, string? total, string? rank)
    {
        (sheet[row, 12], sheet[row, 13]) = (total, rank);
        return sheet;
    }
}
