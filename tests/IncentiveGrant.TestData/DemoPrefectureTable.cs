using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.TestData;

/// <summary>
/// The prefectures' point table of 令和8年度 as the demonstration has it. True are the allotment (allotment-r8.csv), 推進Ⅰ with its points and
/// restated wordings (point-table-r8-prefecture-known.csv) and the wordings of the two indicators of 支援Ⅰ that a prefecture has printed
/// (miyagi-prefecture-marks.csv). Everything else is 見本 and says so.
/// </summary>
public static class DemoPrefectureTable
{
    private const string SampleText = "見本の項目です。公表された設問ではありません。";
    private const string SampleNote = "見本の指標です。指標・配点・算定方法は公表されたものではありません。";
    private const string SamplePointsNote = "設問文は公表されたもの、配点は見本です。";

    private static readonly string[] Letters = ["ア", "イ", "ウ", "エ", "オ"];

    // Of the two printed indicators, which together are worth the 48 points of 支援Ⅰ 体制.
    private static readonly decimal[][] PrintedPoints = [[4, 4, 4, 2, 2, 2, 2, 2, 4], [4, 4, 4, 5, 5]];

    /// <summary>Builds the table.</summary>
    public static PointTable Build() => new()
    {
        FiscalYear = new FiscalYear(2026),
        Audience = Audience.Prefecture,
        Origin = PointTableOrigin.Written,
        Title = "令和8年度 評価指標 配点表（都道府県分・見本）",
        MaxPoints = 800,
        PromotionMaxPoints = 400,
        EffortSupportMaxPoints = 400,
        Goals = [.. ReferencePointTable.GoalRows("prefecture").Select(goal => new Goal
        {
            Grant = goal.Grant, Number = goal.Number, Title = goal.Title, MaxPoints = goal.MaxPoints, IsCopy = goal.IsCopy,
            Groups = [.. goal.Groups.Select(group => new IndicatorGroup
            {
                Kind = group.Key, MaxPoints = group.Value, Indicators = [.. IndicatorsOf(goal.Grant, goal.Number, group.Key)],
            })],
        })],
    };

    private static IEnumerable<Indicator> IndicatorsOf(Grant grant, int goal, IndicatorGroupKind group) => (grant, goal, group) switch
    {
        (Grant.Promotion, 1, _) => Known(group),
        (Grant.EffortSupport, 1, IndicatorGroupKind.Structure) => Printed(),
        (Grant.Promotion, 2, IndicatorGroupKind.Structure) => [Ticks(1, 7, 7, 6, 6, 6), Ticks(2, 7, 7, 6, 6, 6)],
        (Grant.Promotion, 3, IndicatorGroupKind.Structure) => [Ticks(1, 5, 5, 5, 5, 4), Ticks(2, 5, 5, 5, 5, 4), Ticks(3, 5, 5, 5, 5, 4)],
        (_, _, IndicatorGroupKind.Structure) => [Ticks(1, 7, 7, 7, 7, 6), Ticks(2, 7, 7, 7, 7, 6)],
        (Grant.Promotion, 2, _) => [Ladder(1, 3, 3, 3, 3), Ladder(2, 3, 3, 3, 3), Ladder(3, Mean("推進/Ⅱ"), 3, 3, 3, 3)],
        (Grant.Promotion, 3, _) => [Ladder(1, 4, 4, 3, 3), Ladder(2, Share("推進/Ⅲ/体制/1/ア"), 4, 4, 3, 3)],
        (Grant.EffortSupport, 1, _) => [Ladder(1, 4, 3, 3, 3), Ladder(2, 4, 3, 3, 3), Ladder(3, 4, 3, 3, 3), Ladder(4, Mean("支援/Ⅰ"), 4, 3, 3, 3)],
        (_, _, IndicatorGroupKind.Activity) => [Ladder(1, 4, 4, 4, 4), Ladder(2, Mean($"支援/{SchemeText.GoalSign(goal)}"), 4, 4, 4, 4)],
        _ => [Ladder(1, 5, 5, 5, 5), Ladder(2, 5, 5, 5, 5), Ladder(3, 5, 5, 5, 5), Ladder(4, 5, 5, 5, 5), Ladder(5, Mean("推進/Ⅳ"), 5, 5, 5, 5)],
    };

    /// <summary>推進Ⅰ.</summary>
    private static IEnumerable<Indicator> Known(IndicatorGroupKind group) => ReferenceData.Rows("point-table-r8-prefecture-known.csv")
        // What the notes say of the tiers, the rule says too.
        .Select(row => ReferencePointTable.CellOf(new Dictionary<string, string>(row) { ["rule_note"] = "" }))
        .Where(cell => cell.Group == group).GroupBy(cell => cell.Number).Select(ReferencePointTable.IndicatorOf);

    /// <summary>体制 of 支援Ⅰ: the wordings are true, the points are not known.</summary>
    private static IEnumerable<Indicator> Printed() => ReferenceData.Rows("miyagi-prefecture-marks.csv").GroupBy(row => row["indicator"])
        .Select((rows, i) => Indicator(
            i + 1, rows.Key, SamplePointsNote,
            [.. rows.Select((row, j) => (row["parent"] + row["label"], PrintedPoints[i][j], row["text"], TextSource.Published))],
            cells => new RuleBranch(null, cells, new EnteredValue(ValueSource.Prefecture), new TickTest())));

    private static Indicator Ticks(int number, params decimal[] points) =>
        Sample(number, points, cells => new RuleBranch(null, cells, new EnteredValue(ValueSource.Prefecture), new TickTest()));

    private static Indicator Ladder(int number, params decimal[] points) => Ladder(number, new EnteredValue(ValueSource.Ministry), points);

    private static Indicator Ladder(int number, Measure measure, params decimal[] points) =>
        Sample(number, points, cells => new RuleBranch(null, cells, measure, new TierTest(TierPopulation.All, TierTest.UsualCuts, Direction.Higher)));

    private static MunicipalAggregate Mean(string of) => new(AggregateKind.Mean, of);

    private static MunicipalAggregate Share(string of) => new(AggregateKind.Share, of);

    private static Indicator Sample(int number, decimal[] points, Func<IReadOnlyList<string>, RuleBranch> branch) => Indicator(
        number, $"見本の指標{number}", SampleNote, [.. points.Select((p, i) => (Letters[i], p, SampleText, TextSource.Sample))], branch);

    private static Indicator Indicator(
        int number, string name, string note, IReadOnlyList<(string Label, decimal Points, string Text, TextSource Source)> cells,
        Func<IReadOnlyList<string>, RuleBranch> branch) => new()
        {
            Number = number, Name = name, MaxPoints = cells.Sum(c => c.Points),
            Rule = new ScoringRule([branch([.. cells.Select(c => c.Label)])]) { Note = note },
            SubItems = [.. cells.Select((c, i) => new SubItem { Position = i, Label = c.Label, Points = c.Points, Text = c.Text, TextSource = c.Source })],
        };
}
