using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.PointTables;

public class RuleSentenceTests
{
    private static readonly EnteredValue Value = new(ValueSource.Municipality);
    private static readonly TierTest Usual = new(TierPopulation.All, TierTest.UsualCuts, Direction.Higher);

    [Fact]
    public void Of_ALadderOverPositiveValues_SaysFirstWhatAnyValueBrings()
    {
        var rule = new ScoringRule(
            [new RuleBranch(null, ["ア", "イ", "ウ", "エ"], Value, new TierTest(TierPopulation.Positive, TierTest.PositiveCuts, Direction.Higher))]);

        Assert.Equal(
            ["値が0より大きいと3点。さらに、値が0より大きい団体のうち上位50％で3点、上位30％で3点、上位10％で3点を積み上げます（同じ値は同じ順位です）。"],
            Of(rule, "ア", "イ", "ウ", "エ"));
    }

    [Fact]
    public void Of_LaddersThatReadAlike_AreOneSentence()
    {
        var rule = new ScoringRule(
        [
            new RuleBranch("ア", ["ア①", "ア②", "ア③", "ア④"], Value, Usual), new RuleBranch("イ", ["イ①", "イ②", "イ③", "イ④"], Value, Usual),
            new RuleBranch("ウ", ["ウ"], Value, new TickTest()),
        ]);

        Assert.Equal(
            ["ア①〜④・イ①〜④：値が大きい順に、全団体の上位70％で3点、上位50％で3点、上位30％で3点、上位10％で3点を積み上げます（同じ値は同じ順位です）。", "ウ：該当すると3点です。"],
            Of(rule, "ア①", "ア②", "ア③", "ア④", "イ①", "イ②", "イ③", "イ④", "ウ"));
    }

    private static IReadOnlyList<string> Of(ScoringRule rule, params string[] labels)
    {
        var table = CompiledTable.Of(new TableBuilder().Indicator("推進/Ⅰ/活動/1", [.. labels.Select(label => (label, 3m))], rule).Build());
        return RuleSentence.Of(table.Levels.Single(l => l.Kind == LevelKind.Indicator).Indicator!);
    }
}
