using System.Globalization;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// Whether a table agrees with its declared allotment, level by level. A table with a blocking fault is not published. Rules:
/// 1. No goal, group, indicator or cell stands twice.
/// 2. Points are multiples of 1/100; only a cell may have negative points (a deduction); an indicator has cells, unless its points are taken
///    as published.
/// 3. The cells of an indicator add up to its maximum, deductions apart; only where the rule lets cells exceed it may they add up to more.
/// 4. Maxima of indicators add up to their group, groups to their goal, goals to their grant, the two grants to the total; the frame outside
///    the total adds up by itself. A year may be loaded from results of grants alone; a table that somebody wrote has goals.
/// 5. A copied goal repeats a goal of 推進 with the same maximum and has nothing of its own.
/// 6. Where any goal has indicator groups, every goal has them that is not a copy (a year may be loaded by goals alone).
/// 7. A maximum is unknown only where points are taken as published.
/// 8. The rule of an indicator says for each of its cells, once, how it is earned (<see cref="RuleCheck"/>).
/// 9. Since 令和6年度 the total is 800, a grant 400 and a goal 100: another frame is asked about, not refused.
/// </summary>
public static class PointTableCheck
{
    /// <summary>The faults of a table, in the order of the table; none when it may be published.</summary>
    public static IReadOnlyList<PointTableFault> Of(PointTable table)
    {
        var faults = new List<PointTableFault>();
        Twice(faults, table.Goals, goal => goal.Key, _ => "目標");
        foreach (var goal in table.Goals) CheckGoal(faults, table, goal);
        foreach (var grant in table.Goals.Count == 0 && table.Origin == PointTableOrigin.ResultsFile ? [] : Enum.GetValues<Grant>())
        {
            if (grant == Grant.ExtraFrame && table.ExtraFrameMaxPoints is null && table.Goals.All(g => g.Grant != grant)) continue;
            var sum = table.Goals.Where(g => g.Grant == grant).Sum(g => g.MaxPoints);
            Compare(faults, LevelKey.Of(grant), table.MaxPointsOf(grant), sum, "目標の配点の合計", grant == Grant.ExtraFrame ? "枠外の配点" : $"{grant.Sign()}交付金の配点");
        }
        var grants = table.PromotionMaxPoints + table.EffortSupportMaxPoints;
        Compare(faults, LevelKey.Total, table.MaxPoints, grants, "2つの交付金の配点の合計", "合計の配点");
        CheckFrame(faults, table);
        return faults;
    }

    private static void CheckGoal(List<PointTableFault> faults, PointTable table, Goal goal)
    {
        CheckPoints(faults, goal.Key, goal.MaxPoints);
        if (goal.IsCopy) CheckCopy(faults, table, goal);
        if (goal.Groups.Count == 0)
        {
            if (!goal.IsCopy && table.Goals.Any(g => g.Groups.Count > 0))
                Add(faults, goal.Key, "指標群がありません。指標群ごとの配点と枝番を加えるか、推進の写しであれば写しとしてください。");
            return;
        }
        Twice(faults, goal.Groups, group => LevelKey.Of(goal.Grant, goal.Number, group.Kind), _ => "指標群");
        foreach (var group in goal.Groups) CheckGroup(faults, table, LevelKey.Of(goal.Grant, goal.Number, group.Kind), group);
        Compare(faults, goal.Key, goal.MaxPoints, goal.Groups.Sum(g => g.MaxPoints), "指標群の配点の合計", "目標の配点");
    }

    private static void CheckCopy(List<PointTableFault> faults, PointTable table, Goal goal)
    {
        var source = table.Goals.FirstOrDefault(g => g.Grant == Grant.Promotion && g.Number == goal.Number);
        if (goal.Grant == Grant.Promotion || source is null)
            Add(faults, goal.Key, "写しにできるのは、推進に同じ目標がある支援の目標だけです。「写し」の○を消してください。");
        else if (source.MaxPoints != goal.MaxPoints)
            Add(faults, goal.Key, $"推進の写しですが、推進の配点は{Points(source.MaxPoints)}点、支援の配点は{Points(goal.MaxPoints)}点です。同じにしてください。");
        if (goal.Groups.Count > 0) Add(faults, goal.Key, "写しの目標には、指標群と枝番を書きません。この目標の行を削除してください。");
    }

    private static void CheckGroup(List<PointTableFault> faults, PointTable table, LevelKey key, IndicatorGroup group)
    {
        CheckPoints(faults, key, group.MaxPoints);
        if (group.Indicators.Count == 0 && !table.Goals.Any(g => g.Groups.Any(k => k.Indicators.Count > 0))) return; // a year kept by groups alone
        Twice(faults, group.Indicators, indicator => KeyOf(key, indicator), _ => "指標");
        foreach (var indicator in group.Indicators) CheckIndicator(faults, KeyOf(key, indicator), indicator, table.Audience);
        var sum = group.Indicators.Sum(i => i.MaxPoints ?? 0);
        if (group.Indicators.All(i => i.MaxPoints is not null)) Compare(faults, key, group.MaxPoints, sum, "指標満点の合計", "指標群の配点");
        else if (sum > group.MaxPoints) Add(faults, key, $"わかっている指標満点だけで{Points(sum)}点あり、指標群の配点{Points(group.MaxPoints)}点を超えています。");
    }

    private static void CheckIndicator(List<PointTableFault> faults, LevelKey key, Indicator indicator, Audience audience)
    {
        var isAsPublished = indicator.Rule.IsAsPublished;
        if (indicator.SubItems.Count == 0 && !isAsPublished) Add(faults, key, "枝番がありません。配点表に枝番の行を加えてください。");
        Twice(faults, indicator.SubItems, item => key.WithCell(item.Label), item => $"枝番「{NormalizedText.Of(item.Label)}」");
        foreach (var item in indicator.SubItems) CheckPoints(faults, key.WithCell(item.Label), item.Points, mayBeNegative: true);
        foreach (var fault in RuleCheck.Of(indicator, audience)) Add(faults, fault.Label is null ? key : key.WithCell(fault.Label), fault.Text);
        if (indicator.MaxPoints is not { } max)
        {
            if (!isAsPublished)
                Add(faults, key, $"指標満点がありません。空けられるのは、判定が「{TestKind.AsPublished.Name()}」の指標だけです。");
            return;
        }
        CheckPoints(faults, key, max);
        if (indicator.SubItems.Count == 0) return;
        var sum = indicator.SubItems.Sum(i => Math.Max(0, i.Points));
        if (!indicator.Rule.CellsMayExceedMaximum) Compare(faults, key, max, sum, "枝番の配点の合計", "指標満点");
        else if (sum < max) Add(faults, key, $"枝番の配点の合計は{Points(sum)}点で、指標満点{Points(max)}点に届きません。配点か指標満点を直してください。");
    }

    private static void CheckFrame(List<PointTableFault> faults, PointTable table)
    {
        if (SchemeFrame.Of(table.FiscalYear) is not { } frame) return;
        Ask(LevelKey.Total, table.MaxPoints, frame.Total);
        foreach (var grant in SchemeText.Grants) Ask(LevelKey.Of(grant), table.MaxPointsOf(grant), frame.Grant);
        foreach (var goal in table.Goals.Where(g => g.Grant != Grant.ExtraFrame)) Ask(goal.Key, goal.MaxPoints, frame.Goal);

        void Ask(LevelKey key, decimal actual, decimal expected)
        {
            if (actual == expected) return;
            var text = $"配点が{Points(actual)}点です。令和6年度からの制度では{Points(expected)}点です。正しいか確かめてください。";
            faults.Add(new PointTableFault(key, false, text));
        }
    }

    private static void Twice<T>(List<PointTableFault> faults, IEnumerable<T> parts, Func<T, LevelKey> keyOf, Func<T, string> nameOf)
    {
        foreach (var twice in parts.GroupBy(keyOf).Where(g => g.Count() > 1))
            Add(faults, twice.Key, $"同じ{nameOf(twice.First())}が{twice.Count()}回あります。1つだけ残してください。");
    }

    private static void CheckPoints(List<PointTableFault> faults, LevelKey key, decimal points, bool mayBeNegative = false)
    {
        if ((points < 0 && !mayBeNegative) || !Scoring.Points.TryOf(points, out _))
            Add(faults, key, $"配点が{Points(points)}点です。{(mayBeNegative ? "" : "0以上で、")}小数は第2位までにしてください。");
    }

    private static void Compare(List<PointTableFault> faults, LevelKey key, decimal declared, decimal sum, string sumName, string declaredName)
    {
        if (declared != sum) Add(faults, key, $"{sumName}は{Points(sum)}点ですが、{declaredName}は{Points(declared)}点です。どちらかを直してください。");
    }

    private static void Add(List<PointTableFault> faults, LevelKey key, string text) => faults.Add(new PointTableFault(key, true, text));

    private static LevelKey KeyOf(LevelKey group, Indicator indicator) =>
        LevelKey.Of(group.Grant!.Value, group.Goal!.Value, group.Group!.Value, indicator.Number);

    private static string Points(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>One thing in which a table disagrees with itself or with its frame.</summary>
/// <param name="Key">The level or cell.</param>
/// <param name="IsBlocking">Whether the table may not be published with it.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record PointTableFault(LevelKey Key, bool IsBlocking, string Text);
