using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>The engine scores random answers to random tables exactly as the slow reading of the scheme's text does.</summary>
public class ScoringDifferentialTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 200));

    public static TheoryData<int> FewSeeds => new(Enumerable.Range(1, 12));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_OfRandomAnswers_IsTheSlowScore(int seed)
    {
        var random = new RandomScheme(seed);
        var table = random.Table();
        var values = random.Answers(CompiledTable.Of(table), isComplete: random.OneIn(2));

        var board = Scorer.Score(values);

        AssertSame(new SlowScorer(table, values), board);
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Score_OfTheReferenceTable_IsTheSlowScore(int seed)
    {
        var random = new RandomScheme(seed);
        var table = new ReferencePointTable().Build();
        var values = random.Answers(CompiledTable.Of(table), isComplete: random.OneIn(2), units: 60);

        var board = Scorer.Score(values);

        AssertSame(new SlowScorer(table, values), board);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_OfPrefectures_IsTheSlowScore(int seed)
    {
        var municipal = new RandomScheme(seed);
        var municipalTable = municipal.Table();
        var compiled = CompiledTable.Of(municipalTable);
        var municipalValues = municipal.Answers(compiled, isComplete: !municipal.OneIn(4), units: municipal.Random.Next(5, 40), prefectures: 4);
        var random = new RandomScheme(-seed, Audience.Prefecture) { Municipal = [.. compiled.Levels.Select(l => l.Key), .. compiled.Cells.Select(c => c.Key)] };
        var table = random.Table();
        var values = random.Answers(CompiledTable.Of(table), isComplete: !random.OneIn(4), units: 4);

        var board = Scorer.Score(values, Scorer.Score(municipalValues));

        AssertSame(new SlowScorer(table, values, new SlowScorer(municipalTable, municipalValues)), board);
    }

    // One of five at 0: exactly 2 SD below the mean; one of two: exactly 1 SD. On the limit is not below it.
    [Theory]
    [InlineData(5, 2)]
    [InlineData(2, 1)]
    [InlineData(10, 3)]
    [InlineData(17, 4)]
    [InlineData(26, 5)]
    public void Score_OfAMunicipalityOnTheOutlierLimit_IsTheSlowScore(int municipalities, int deviations)
    {
        for (var points = 1; points <= 200; points++)
        {
            var municipalTable = new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", points / 4m)]).Build();
            var builder = new ValuesBuilder(municipalTable);
            for (var i = 0; i < municipalities; i++) builder.Unit($"第{i}町", 4, ("推進/Ⅰ/体制/1/ア", i == 0 ? "×" : "○"));
            var rule = new RuleBranch(null, ["ア"], new MunicipalOutliers(deviations), new ThresholdTest([0], Direction.Lower));
            var table = new TableBuilder(audience: Audience.Prefecture).Indicator("推進/Ⅰ/活動/2", [("ア", 6)], new ScoringRule([rule])).Build();
            var values = new ValuesBuilder(table).Unit("宮城県", 4).Values();

            var board = Scorer.Score(values, builder.Score());

            AssertSame(new SlowScorer(table, values, new SlowScorer(municipalTable, builder.Values())), board);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomTables_MayBePublished(int seed) =>
        Assert.Empty(PointTableCheck.Of(new RandomScheme(seed).Table()).Where(fault => fault.IsBlocking).Select(fault => $"{fault.Key} {fault.Text}"));

    private static void AssertSame(SlowScorer expected, ScoreBoard actual)
    {
        var difference = ScoringDifferences.Of(expected, actual);

        Assert.True(difference is null, difference);
    }
}
