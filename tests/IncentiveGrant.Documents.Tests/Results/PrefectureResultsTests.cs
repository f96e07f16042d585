using System.Text;
using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Documents.Tests.Results;

/// <summary>The prefectures' own results: the second file of the ministry, and the plain table of several years.</summary>
public class PrefectureResultsTests
{
    [Fact]
    public void Read_OfThePlainTable_GivesAResultForEachYear()
    {
        var reading = ReadSample();

        Assert.Empty(reading.Messages);
        Assert.Equal([2025, 2026], reading.Content!.Select(f => f.FiscalYear!.Value.Value));
        Assert.All(reading.Content!, f => Assert.Equal((Audience.Prefecture, 47, 13), (f.Audience, f.Rows.Count, f.Columns.Count)));
    }

    [Fact]
    public void Plan_OfThePlainTable_ConfirmsSumsAndRanks()
    {
        // reference/README.md: national means of R7 528.8 = 265.1 + 263.7; one prefecture placed 22nd, before 13th.
        var file = ReadSample().Content![0];

        var plan = ResultsPlan.Of(file, PointTableFromResults.Build(file, file.FiscalYear!.Value).Content!, []);

        Assert.Empty(plan.Messages);
        var board = plan.Board!;
        Assert.Equal((528.8m, 265.1m, 263.7m), (MeanOf("合計"), MeanOf("推進"), MeanOf("支援")));
        var ranks = Enumerable.Range(0, 47).Select(row => (board.Standing(row, board.Table.Total, PoolKind.Nation)!.Value.Rank, board.Previous(row).Rank));
        Assert.Contains((22, 13), ranks);
        Assert.Equal(Enumerable.Range(1, 47), plan.Units.Select(u => u.JurisdictionId!.Value)); // a prefecture's number is its own

        decimal MeanOf(string key) => ScoreRate.OneDecimal(board.Statistics(board.Table.FindLevel(LevelKey.Parse(key))!).Mean!.Value);
    }

    [Fact]
    public void Read_OfAnXlsxTableWithOneYear_LeavesTheYearToTheTitle()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("結果")
            .Row(1, "令和８年度 都道府県分")
            .Row(3, "都道府県名", "推進交付金", "支援交付金", "合計", "順位")
            .Row(4, "宮城県", "２７０", 260, 530, 1)
            .Row(5, "秋田県", 200, 200, 400, 2)
            .Row(6, "全国平均", 235, 230, 465, null);

        var file = Assert.Single(MinistryWorkbook.Read(workbook.ToStream(), "結果.xlsx").Content!);

        Assert.Equal((2026, Audience.Prefecture), (file.FiscalYear!.Value.Value, file.Audience));
        Assert.Equal(["推進", "支援", "合計", "合計"], file.Columns.Select(c => c.Key.ToString()));
        Assert.Equal([4, 5], file.Rows.Select(r => r.PrefectureNumber));
        Assert.Equal(465m, Assert.Single(file.Statistics).Figures[2].Value);
        Assert.Equal(270m, file.Rows[0].Figures[0].Value);
    }

    [Fact]
    public void Read_OfTheMinistrysSheet_FindsCellsSumsAndRanksByTheirHeaders()
    {
        var workbook = new TestWorkbook();
        var sheet = Ministry(workbook);

        var reading = MinistryWorkbook.Read(workbook.ToStream(), "都道府県.xlsx");

        Assert.Empty(reading.Messages);
        var file = Assert.Single(reading.Content!);
        Assert.Equal((Audience.Prefecture, sheet.Name, 47), (file.Audience, file.SheetName, file.Rows.Count));
        Assert.Equal(
            [
                "推進/Ⅰ/体制/1/ア", "推進/Ⅰ/体制/1/イ", "推進/Ⅰ/体制", "推進/Ⅰ/活動/1/ア", "推進/Ⅰ/活動", "推進/Ⅰ", "推進/Ⅳ/成果/1/ア①", "推進/Ⅳ/成果/1/ア②", "推進/Ⅳ",
                "推進", "支援/Ⅳ/成果/1/ア①", "支援/Ⅳ/成果/1/ア②", "支援/Ⅳ", "支援", "合計", "合計",
            ],
            file.Columns.Select(c => c.Key.ToString()));
        Assert.Equal([30m, 30m, 60m, 40m, 40m, 100m, 50m, 50m, 100m, 400m, 50m, 50m, 100m, 400m, 800m], file.Columns.Take(15).Select(c => c.MaxPoints!.Value));
        Assert.Equal("宮城県", file.Rows[3].Name);
    }

    [Fact]
    public void Read_OfAWorkbookWithBothSheets_GivesBothResults()
    {
        var workbook = new TestWorkbook();
        Ministry(workbook);
        workbook.Add(SampleWorkbooks.Piece());

        var reading = MinistryWorkbook.Read(workbook.ToStream(), "全国集計.xlsx");

        Assert.Empty(reading.Messages);
        Assert.Equal([Audience.Prefecture, Audience.Municipality], reading.Content!.Select(f => f.Audience));
    }

    [Theory]
    [InlineData("年度,都道府県,合計\nいつか,宮城県,500\n", "2行目 1列「年度」：「いつか」は年度として読めません。")]
    [InlineData("年度,都道府県,合計\n2026,宮木県,500\n2026,秋田県,400\n", "2行目 2列「都道府県」：「宮木県」という都道府県はありません。")]
    [InlineData("年度,都道府県,合計\n2026,宮城県,五百\n", "2行目 3列「合計」：数値ではありません（「五百」）。")]
    [InlineData("年度,県,合計\n2026,宮城県,500\n", "見出しが読み取れません。「都道府県」の列と、交付金・目標ごとの得点の列がある表を読み込んでください。")]
    public void Read_OfAPlainTableWithAFault_NamesIt(string csv, string expected)
    {
        var reading = MinistryWorkbook.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "結果.csv");

        Assert.True(reading.IsRefused);
        Assert.StartsWith(expected, reading.Messages[0].ToString(), StringComparison.Ordinal);
    }

    private static TestSheet Ministry(TestWorkbook workbook)
    {
        var sheet = workbook.Sheet("全国集計（都道府県）");
        sheet.Row(1, "令和８年度　評価結果（都道府県分）");
        sheet.Row(3, "都道府県番号", "都道府県", "保険者機能強化推進交付金", null, null, null, null, null, null, null, null, null, "介護保険保険者努力支援交付金", null, null, null, "合計", "順位");
        sheet.Row(4, null, null, "目標Ⅰ", null, null, null, null, "目標Ⅰ　計", "目標Ⅳ", null, "目標Ⅳ　計", "推進交付金　計", "目標Ⅳ", null, "目標Ⅳ　計", "支援交付金　計");
        sheet.Row(5, null, null, "（ⅰ）体制・取組指標群", null, "（ⅰ）小計", "（ⅱ）活動指標群", "（ⅱ）小計", null, "成果指標群", null, null, null, "成果指標群");
        sheet.Row(6, null, null, 1, null, null, 1, null, null, 1, null, null, null, 1);
        sheet.Row(7, null, null, "管内の分析", null, null, "管内の平均", null, null, "要介護度の変化", null, null, null, "要介護度の変化");
        sheet.Row(8, null, null, "ア", "イ", null, "ア", null, null, "ア", "ア", null, null, "ア", "ア");
        sheet.Row(9, null, null, null, null, null, null, null, null, "①", "②", null, null, "①", "②");
        sheet.Row(12, null, "配点", 30, 30, 60, 40, 40, 100, 50, 50, 100, 400, 50, 50, 100, 400, 800);
        foreach (var prefecture in PrefectureName.All)
            sheet.Row(13 + prefecture.Number, prefecture.Number, prefecture.Name, 30, 0, 30, 40, 40, 70, 50, 0, 50, 120, 50, 0, 50, 50, 170, 1);
        return sheet.Merge(3, 3, 2, 11).Merge(3, 3, 12, 15);
    }

    private static ImportReading<IReadOnlyList<ResultsFile>> ReadSample()
    {
        using var file = File.OpenRead(SampleWorkbooks.PathOf("prefecture-results-sample.csv"));
        return MinistryWorkbook.Read(file, "prefecture-results-sample.csv");
    }
}
