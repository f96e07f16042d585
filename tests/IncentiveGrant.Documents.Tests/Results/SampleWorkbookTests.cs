using System.Globalization;
using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.Results;

/// <summary>The whole way with the whole samples: what docs/domain.md (The ministry's workbook) says of such files must come out.</summary>
public class SampleWorkbookTests
{
    // The self-rank item follows its rule in the fictional sample (reference/README.md).
    private static readonly LevelKey SelfRank = LevelKey.Parse("推進/Ⅰ/活動/1");

    private static readonly Lazy<PointTable> ShippedTable = new(() =>
    {
        using var file = File.OpenRead(Repository.PathOf("src", "IncentiveGrant.Web", "PointTables", "point-table-r8-municipality.xlsx"));
        return PointTableWorkbook.Read(file, "配点表.xlsx").Content!;
    });

    private static readonly Lazy<IReadOnlyList<KnownJurisdiction>> LazyKnown = new(KnownOfTheSample);
    private static readonly Lazy<ResultsPlan> LazyPlan = new(() => ResultsPlan.Of(SampleWorkbooks.R8, ShippedTable.Value, LazyKnown.Value));

    private static ResultsPlan Plan => LazyPlan.Value;

    [Fact]
    public void Read_OfR8_FindsYearColumnsUnitsAndStatistics()
    {
        var file = SampleWorkbooks.R8;

        Assert.Equal((2026, Audience.Municipality, "全国集計（市町村）"), (file.FiscalYear!.Value.Value, file.Audience, file.SheetName));
        Assert.Equal(299, file.Columns.Count(c => c.Key.IsCell)); // 267 and the 32 of goal Ⅳ again
        Assert.Equal(1741 + 38, file.Rows.Count); // scored rows and unions; no statistic row, and none left out
        Assert.Equal(205, file.Rows.Count(r => r.InsurerNumber is null));
        Assert.Equal(
            [
                FigureKind.MaxPoints, FigureKind.Sum, FigureKind.Mean, FigureKind.ItemMean, FigureKind.MeanRate, FigureKind.Median,
                FigureKind.StandardDeviation, FigureKind.ScoringCount, FigureKind.ScoringRate,
            ],
            file.Statistics.Select(s => s.Kind));
        Assert.Equal(["M", "N"], file.Columns.Where(c => c.Kind is FigureKind.PreviousPoints or FigureKind.PreviousRank).Select(c => c.Letter));
        var total = file.Columns.Single(c => c.Key == LevelKey.Total && c.Kind == FigureKind.Points);
        Assert.Equal(("LX", 800m), (total.Letter, total.MaxPoints));
        Assert.Equal("LY", file.Columns.Single(c => c.Kind == FigureKind.Rank).Letter);
        var first = file.Rows[0];
        Assert.Equal(
            new ResultsRow(19, 1, "北海道見本001町", "014015", 12871, 4370, InsuredBand.Under10000, true, first.Figures),
            first);
    }

    [Fact]
    public void Read_OfR7_FindsTheSameUnitsAndOneCellLess()
    {
        Assert.Equal(2025, SampleWorkbooks.R7.FiscalYear!.Value.Value);
        Assert.Equal(298, SampleWorkbooks.R7.Columns.Count(c => c.Key.IsCell));
        Assert.Equal(SampleWorkbooks.R8.Rows.Select(r => r.Name), SampleWorkbooks.R7.Rows.Select(r => r.Name));
    }

    [Fact]
    public void Read_OfAWholeSample_StaysWellBelowItsMemoryLimit()
    {
        using var file = File.OpenRead(SampleWorkbooks.PathOf("ministry-workbook-r8-sample.xlsx"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        MinistryWorkbook.Read(file, "r8.xlsx");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 280L * 1024 * 1024); // all that is ever allocated, not what is held
    }

    [Fact]
    public void Plan_OfR8WithItsTable_ConfirmsEveryPrintedFigure()
    {
        Assert.Empty(Plan.Differences);
        Assert.Empty(Plan.Messages);
        Assert.Equal((1741, 38), (Plan.Units.Count, Plan.Unions.Count));
        Assert.Empty(Plan.NewJurisdictions);
        Assert.Equal(1741, Plan.Board!.Statistics(Plan.Board.Table.Total).Count);
    }

    [Fact]
    public void Plan_OfR7WithATableOfItsOwn_ConfirmsEveryPrintedFigure()
    {
        var table = PointTableFromResults.Build(SampleWorkbooks.R7, SampleWorkbooks.R7.FiscalYear!.Value);
        Assert.Empty(table.Messages);

        var plan = ResultsPlan.Of(SampleWorkbooks.R7, table.Content!, LazyKnown.Value);

        Assert.Empty(plan.Messages);
        Assert.Equal(760_303m, plan.Board!.Statistics(plan.Board.Table.Total).Sum); // row 全国合計
    }

    [Fact]
    public void Plan_OfR8_ReadsR7sTotalsAsTheYearBeforeAndNeverAsThisYears()
    {
        var r7 = SampleWorkbooks.R7.Rows.ToDictionary(r => (r.PrefectureNumber, r.Name));
        var total = SampleWorkbooks.R7.Columns.ToList().FindIndex(c => c.Kind == FigureKind.Points && c.Key == LevelKey.Total);
        var board = Plan.Board!;

        Assert.All(Enumerable.Range(0, Plan.Units.Count), row =>
            Assert.Equal(r7[(Plan.Units[row].Row.PrefectureNumber, Plan.Units[row].Row.Name)].Figures[total].Value, board.Previous(row).Total));
        Assert.Contains(Enumerable.Range(0, Plan.Units.Count), row => board.Previous(row).Total != board.Score(row, board.Table.Total).Complete);
    }

    [Fact]
    public void Build_OfR8WithoutATable_FindsEveryMaximumOfThePublishedOne()
    {
        var built = CompiledTable.Of(PointTableFromResults.Build(SampleWorkbooks.R8, SampleWorkbooks.R8.FiscalYear!.Value).Content!);
        var published = CompiledTable.Of(ShippedTable.Value);

        Assert.Equal(published.Levels.Select(l => (l.Key, l.MaxPoints)), built.Levels.Select(l => (l.Key, l.MaxPoints)));
        Assert.Equal(published.Cells.Select(c => (c.Key, c.MaxPoints)), built.Cells.Select(c => (c.Key, c.MaxPoints)));
    }

    [Fact]
    public void Plan_OfR8_CountsEachCellAsPublished()
    {
        var board = Plan.Board!;

        var counts = ReferenceData.Rows("national-r8-counts.csv")
            .Select(row => (Key: LevelKey.Parse($"{row["grant"]}/{row["goal"]}/{row["group"]}/{row["no"]}/{row["sub_item"]}"),
                Count: row["municipalities_scoring"]))
            .Where(count => !SelfRank.Contains(count.Key)).ToList();
        Assert.Equal(263, counts.Count);
        Assert.All(counts, count => Assert.Equal(
            count.Count, board.Statistics(board.Table.FindCell(count.Key)!, RankingPool.Nation).ScoringCount.ToString(CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<KnownJurisdiction> KnownOfTheSample()
    {
        using var file = File.OpenRead(SampleWorkbooks.PathOf("jurisdictions-sample.csv"));
        return [.. JurisdictionsFile.Read(file, "jurisdictions-sample.csv").Content!.Select((r, i) =>
            new KnownJurisdiction(i + 1, r.Kind, r.PrefectureNumber, NormalizedText.Name(r.Name), r.InsurerNumber))];
    }
}
