using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.TestData;

/// <summary>
/// Makes small valid point tables: name the indicators, the rest follows. Maxima above the indicator are the sums of what is below;
/// goal Ⅳ of 支援 is a copy when 推進 has one.
/// </summary>
public sealed class TableBuilder(int fiscalYear = 2026, Audience audience = Audience.Municipality)
{
    private readonly List<(LevelKey Key, Indicator Indicator)> indicators = [];
    private int lastItem;

    /// <summary>Adds an indicator with its cells; its maximum is their sum and its cells are ticked, unless told otherwise.</summary>
    public TableBuilder Indicator(string key, (string Label, decimal Points)[] cells, ScoringRule? rule = null, decimal? max = null)
    {
        var level = LevelKey.Parse(key);
        indicators.Add((level, new Indicator
        {
            Number = level.Indicator!.Value, Name = $"指標{key}", MaxPoints = max ?? cells.Sum(c => Math.Max(0, c.Points)),
            Rule = rule ?? ScoringRule.Ticks([.. cells.Select(c => c.Label)]),
            SubItems = [.. cells.Select(
                (c, i) => new SubItem { Id = ++lastItem, Position = i, Label = c.Label, Points = c.Points, Text = null, TextSource = null })],
        }));
        return this;
    }

    /// <summary>Adds an indicator with a ladder of four tiers of equal points.</summary>
    public TableBuilder Ladder(
        string key, decimal points = 5, TierPopulation population = TierPopulation.All, Direction direction = Direction.Higher, Measure? measure = null)
    {
        string[] labels = ["ア", "イ", "ウ", "エ"];
        var cuts = population == TierPopulation.Positive ? TierTest.PositiveCuts : TierTest.UsualCuts;
        var branch = new RuleBranch(null, labels, measure ?? new EnteredValue(ValueSource.Municipality), new TierTest(population, cuts, direction));
        return Indicator(key, [.. labels.Select(label => (label, points))], new ScoringRule([branch]));
    }

    /// <summary>The table.</summary>
    public PointTable Build()
    {
        var goals = indicators.GroupBy(i => (i.Key.Grant!.Value, i.Key.Goal!.Value)).Select(g => GoalOf(g.Key.Item1, g.Key.Item2, [.. g])).ToList();
        if (goals.FirstOrDefault(g => g is { Grant: Grant.Promotion, Number: SchemeText.OutcomeGoal }) is { } outcome)
            goals.Add(new Goal
            {
                Grant = Grant.EffortSupport, Number = outcome.Number, Title = outcome.Title, MaxPoints = outcome.MaxPoints, IsCopy = true,
                Groups = []
            });
        return new PointTable
        {
            FiscalYear = new FiscalYear(fiscalYear), Audience = audience, Origin = PointTableOrigin.Workbook, Title = "試験用の配点表",
            MaxPoints = goals.Where(g => g.Grant != Grant.ExtraFrame).Sum(g => g.MaxPoints),
            ExtraFrameMaxPoints = goals.Exists(g => g.Grant == Grant.ExtraFrame) ? MaxOf(Grant.ExtraFrame) : null,
            PromotionMaxPoints = MaxOf(Grant.Promotion), EffortSupportMaxPoints = MaxOf(Grant.EffortSupport), Goals = goals,
        };

        decimal MaxOf(Grant grant) => goals.Where(g => g.Grant == grant).Sum(g => g.MaxPoints);
    }

    private static Goal GoalOf(Grant grant, int number, IReadOnlyList<(LevelKey Key, Indicator Indicator)> of)
    {
        var groups = of.GroupBy(i => i.Key.Group!.Value)
            .Select(g => new IndicatorGroup
            {
                Kind = g.Key, MaxPoints = g.Sum(i => i.Indicator.MaxPoints!.Value),
                Indicators = [.. g.Select(i => i.Indicator)]
            }).ToList();
        return new Goal { Grant = grant, Number = number, Title = "", MaxPoints = groups.Sum(g => g.MaxPoints), IsCopy = false, Groups = groups };
    }
}
