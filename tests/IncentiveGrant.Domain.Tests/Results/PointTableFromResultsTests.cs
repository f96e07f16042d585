using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Results;

public class PointTableFromResultsTests
{
    private static readonly FiscalYear Year = new(2026);

    [Fact]
    public void Build_TakesCellsAndMaximaFromHeaderAndPointsRow()
    {
        var file = ResultsBuilder.FourTowns().Compute();

        var table = Build(file);

        Assert.Equal((PointTableOrigin.ResultsFile, Audience.Municipality, "令和8年度 公表結果による配点表（市町村分）"), (table.Origin, table.Audience, table.Title));
        var (compiled, expected) = (CompiledTable.Of(table), CompiledTable.Of(file.Table));
        Assert.Equal(expected.Cells.Select(c => (c.Key, c.MaxPoints)), compiled.Cells.Select(c => (c.Key, c.MaxPoints)));
        Assert.Equal(AboveIndicators(expected), AboveIndicators(compiled));
        Assert.All(compiled.Levels.Where(l => l.Indicator is not null), l => Assert.True(l.Indicator!.Rule.IsAsPublished));
        Assert.Equal(expected.Levels.Where(l => l.CopyOf is not null).Select(l => l.Key), compiled.Levels.Where(l => l.CopyOf is not null).Select(l => l.Key));
    }

    [Fact]
    public void Build_WhereCellsAddUpToTheGroup_GivesEachIndicatorTheSumOfItsCells() =>
        Assert.Equal([16m, 16m, 16m, 16m], MaximaOf(Build(ResultsBuilder.FourTowns().Compute()), "推進/Ⅰ/体制"));

    [Fact]
    public void Build_WhereCellsAddUpToMore_KnowsOnlyWhatSomeUnitProves()
    {
        // 見本市 scored all of indicator 2 and nothing of the rest of Ⅳ: 1, 3 and 5 might still be worth anything up to 40.
        var file = ResultsBuilder.FourTowns().Compute();

        Assert.Equal([null, 20m, null, null, null], MaximaOf(Build(file), "推進/Ⅳ/成果"));
    }

    [Fact]
    public void Build_WhereTheBestScoresAddUpToTheGroup_KnowsThemAll()
    {
        var file = ResultsBuilder.FourTowns().Unit(4, "蔵王町", key => key is { Goal: 4, Indicator: 2 or 4 } or { Goal: 4, Cell: ['ア', _] }).Compute();

        Assert.Equal([20m, 20m, 20m, 20m, 20m], MaximaOf(Build(file), "推進/Ⅳ/成果"));
    }

    [Fact]
    public void Build_WhereOneIndicatorIsLeftOpen_GivesItTheRestOfTheGroup()
    {
        // Group 支援Ⅰ活動 (48): 1 to 8 are proved (44), 9 (多様なサービス, cells of 13) is left.
        var file = ResultsBuilder.FourTowns()
            .Unit(4, "蔵王町", key => key is { Grant: Grant.EffortSupport, Goal: 1, Group: IndicatorGroupKind.Activity, Indicator: < 9 }).Compute();

        Assert.Equal([4m, 12m, 4m, 8m, 4m, 4m, 4m, 4m, 4m], MaximaOf(Build(file), "支援/Ⅰ/活動"));
    }

    [Fact]
    public void Build_WithARowWhoseSumWasCapped_DoesNotTakeItForProof()
    {
        var file = ResultsBuilder.FourTowns().Unit(4, "蔵王町", key => key is { Goal: 4, Indicator: 1 }).Compute(); // both ladders ticked: 40 points of cells
        foreach (var key in (string[])["推進/Ⅳ", "支援/Ⅳ"]) file.Print(5, key, 20); // of which the ministry counted 20

        Assert.Equal([null, 20m, null, null, null], MaximaOf(Build(file), "推進/Ⅳ/成果"));
    }

    [Fact]
    public void Build_WithoutTheRowOfPoints_SaysSo()
    {
        var file = ResultsBuilder.FourTowns().Compute();
        for (var i = 0; i < file.Columns.Count; i++) file.Columns[i] = file.Columns[i] with { MaxPoints = null };

        var reading = PointTableFromResults.Build(file.Build(), Year);

        Assert.True(reading.IsRefused);
        Assert.Contains(reading.Messages, m => m.Text == "「推進/Ⅰ/体制」の配点がわかりません。配点の行がある集計表を読み込むか、先に配点表を登録してください。");
    }

    [Fact]
    public void Build_WithPointsThatDisagree_SaysWhere()
    {
        var file = ResultsBuilder.FourTowns().Compute();
        var goal = file.Columns.FindIndex(c => c.Key == LevelKey.Parse("推進/Ⅰ"));
        file.Columns[goal] = file.Columns[goal] with { MaxPoints = 120 };

        var reading = PointTableFromResults.Build(file.Build(), Year);

        Assert.True(reading.IsRefused);
        Assert.Contains(reading.Messages, m => m.ToString().EndsWith("「目標Ⅰ　計」：「推進/Ⅰ」指標群の配点の合計は100点ですが、目標の配点は120点です。どちらかを直してください。", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_OfPrefecturesByGoal_TakesTheFrame()
    {
        string[] keys = ["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "推進/Ⅳ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ", "支援/Ⅳ", "合計"];
        var columns = keys.Select((key, i) => new ResultsColumn($"{i + 3}", FigureKind.Points, LevelKey.Parse(key), key, null)).ToList();
        var row = new ResultsRow(2, 4, "宮城県", null, null, null, null, null, [.. columns.Select((c, i) => new Figure(i == 8 ? 548 : 80 - (i % 4 * 5)))]);
        var file = new ResultsFile(Year, Audience.Prefecture, "", columns, [row], []);

        var table = PointTableFromResults.Build(file, Year);

        Assert.Empty(table.Messages);
        Assert.Equal((800m, 400m, 400m), (table.Content!.MaxPoints, table.Content.PromotionMaxPoints, table.Content.EffortSupportMaxPoints));
        Assert.All(table.Content.Goals, goal => Assert.Equal((100m, 0), (goal.MaxPoints, goal.Groups.Count)));
        Assert.Equal([false, false, false, false, false, false, false, true], table.Content.Goals.Select(g => g.IsCopy));
        var plan = ResultsPlan.Of(file, table.Content, []);
        Assert.Equal("「合計」の得点は548と公表されていますが、再計算では580です。", Assert.Single(plan.Differences).Text); // 2 × (80 + 75 + 70 + 65)
    }

    [Fact]
    public void Build_BeforeTheFrame_NeedsThePrintedMaxima()
    {
        var file = ResultsBuilder.FourTowns().Compute();
        var total = file.Columns.FindIndex(c => c.Key == LevelKey.Total && c.Kind == FigureKind.Points);
        file.Columns[total] = file.Columns[total] with { MaxPoints = null };

        Assert.False(PointTableFromResults.Build(file.Build(), Year).IsRefused);
        Assert.True(PointTableFromResults.Build(file.Build(), new FiscalYear(2023)).IsRefused);
    }

    private static PointTable Build(ResultsBuilder file)
    {
        var reading = PointTableFromResults.Build(file.Build(), Year);
        Assert.DoesNotContain(reading.Messages, m => m.Severity == ImportSeverity.Error);
        return reading.Content!;
    }

    private static IEnumerable<(LevelKey, decimal?)> AboveIndicators(CompiledTable table) =>
        table.Levels.Where(l => l.Kind != LevelKind.Indicator).Select(l => (l.Key, l.MaxPoints));

    private static IEnumerable<decimal?> MaximaOf(PointTable table, string group)
    {
        var compiled = CompiledTable.Of(table);
        return compiled.ChildrenOf(compiled.FindLevel(LevelKey.Parse(group))!).Select(l => l.MaxPoints);
    }
}
