using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>What differs between two tables of an audience: two editions of a year, or two years.</summary>
/// <param name="Before">The earlier table.</param>
/// <param name="After">The later table.</param>
/// <param name="Levels">満点 that differ, from the total down to the groups.</param>
/// <param name="Indicators">All indicators of both, in the order of the later table; dropped ones last in their group.</param>
public sealed record TableComparison(
    PointTable Before, PointTable After, IReadOnlyList<LevelDifference> Levels, IReadOnlyList<IndicatorPair> Indicators)
{
    /// <summary>The cells of both.</summary>
    public IEnumerable<CellPair> Cells => Indicators.SelectMany(i => i.Cells);

    /// <summary>Indicators that differ, or have a cell that does.</summary>
    public IEnumerable<IndicatorPair> Changed => Indicators.Where(i => i.IsChanged);

    /// <summary>Whether both say the same.</summary>
    public bool IsSame => Levels.Count == 0 && Before.Title == After.Title && !Changed.Any() && SameTitles;

    private bool SameTitles =>
        Before.Goals.Select(g => (g.Key, g.Title, g.IsCopy)).SequenceEqual(After.Goals.Select(g => (g.Key, g.Title, g.IsCopy)));

    /// <summary>How many cells differ in a way.</summary>
    public int CellsWith(TableDifference difference) => Cells.Count(c => c.Differences.HasFlag(difference));

    /// <summary>Compares two tables.</summary>
    public static TableComparison Of(PointTable before, PointTable after)
    {
        var pairs = TablePairing.Of([.. before.Indicators], [.. after.Indicators]);
        var place = after.Indicators.Select((i, index) => (i.Key, index)).ToDictionary(i => i.Key, i => i.index);
        return new TableComparison(
            before, after, LevelsOf(before, after),
            [
                .. pairs.Select(pair => new IndicatorPair(pair.Before, pair.After, CellsOf(pair.Before, pair.After)))
                    .OrderBy(p => p.Key.Grant).ThenBy(p => p.Key.Goal).ThenBy(p => p.Key.Group).ThenBy(p => p.After is null)
                    .ThenBy(p => p.After is { } now ? place[now.Key] : p.Key.Indicator),
            ]);
    }

    private static List<CellPair> CellsOf(TableIndicator? before, TableIndicator? after)
    {
        var pairs = TablePairing.Of(before?.Indicator.SubItems ?? [], after?.Indicator.SubItems ?? []);
        return
        [
            .. pairs.Select(pair => new CellPair(
                    pair.Before is { } b ? new TableSubItem(before!.Key.WithCell(b.Label), b, before.Indicator) : null,
                    pair.After is { } a ? new TableSubItem(after!.Key.WithCell(a.Label), a, after.Indicator) : null))
                .OrderBy(c => c.After is null).ThenBy(c => (c.After ?? c.Before)!.Item.Position),
        ];
    }

    private static List<LevelDifference> LevelsOf(PointTable before, PointTable after)
    {
        var (old, now) = (MaximaOf(before), MaximaOf(after));
        return
        [
            .. now.Keys.Union(old.Keys)
                .Select(key => new LevelDifference(key, old.TryGetValue(key, out var b) ? b : null, now.TryGetValue(key, out var a) ? a : null))
                .Where(level => level.Before != level.After),
        ];
    }

    private static Dictionary<LevelKey, decimal> MaximaOf(PointTable table)
    {
        var maxima = new Dictionary<LevelKey, decimal> { [LevelKey.Total] = table.MaxPoints };
        foreach (var grant in SchemeText.Grants) maxima[LevelKey.Of(grant)] = table.MaxPointsOf(grant);
        if (table.ExtraFrameMaxPoints is { } extra) maxima[LevelKey.Of(Grant.ExtraFrame)] = extra;
        foreach (var goal in table.Goals)
        {
            maxima[goal.Key] = goal.MaxPoints;
            foreach (var group in goal.Groups) maxima[LevelKey.Of(goal.Grant, goal.Number, group.Kind)] = group.MaxPoints;
        }
        return maxima;
    }
}

/// <summary>A level whose 満点 differs.</summary>
/// <param name="Key">The level.</param>
/// <param name="Before">満点 of the earlier table; null where it has no such level.</param>
/// <param name="After">満点 of the later table; null where it has no such level.</param>
public sealed record LevelDifference(LevelKey Key, decimal? Before, decimal? After);

/// <summary>A cell and where it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Item">The cell.</param>
/// <param name="Indicator">Its indicator.</param>
public sealed record TableSubItem(LevelKey Key, SubItem Item, Indicator Indicator)
{
    /// <summary>How it is earned; null where points are taken as published.</summary>
    internal CellRule? Rule => CellRule.Of(Indicator.Rule, Item.Label);
}

/// <summary>An indicator of two tables; at least one has it.</summary>
/// <param name="Before">That of the earlier table.</param>
/// <param name="After">That of the later table.</param>
/// <param name="Cells">The cells of both, in the order of the later table; dropped ones last.</param>
public sealed record IndicatorPair(TableIndicator? Before, TableIndicator? After, IReadOnlyList<CellPair> Cells)
{
    /// <summary>Where it stands, in the later table if that has it.</summary>
    public LevelKey Key => (After ?? Before)!.Key;

    /// <summary>Its name.</summary>
    public string Name => (After ?? Before)!.Indicator.Name;

    /// <summary>In what the indicator itself differs.</summary>
    public TableDifference Differences { get; } = (Before, After) switch
    {
        (null, _) => TableDifference.New,
        (_, null) => TableDifference.Dropped,
        var (b, a) => (b.Key == a.Key ? 0 : TableDifference.Moved)
            | (NormalizedText.Name(b.Indicator.Name) == NormalizedText.Name(a.Indicator.Name) ? 0 : TableDifference.Reworded)
            | (b.Indicator.MaxPoints is { } x && a.Indicator.MaxPoints is { } y && x != y ? TableDifference.Reweighted : 0)
            | (IsRuledAlike(b.Indicator.Rule, a.Indicator.Rule) ? 0 : TableDifference.RuleChanged),
    };

    /// <summary>Whether it or one of its cells differs.</summary>
    public bool IsChanged => Differences != TableDifference.None || Cells.Any(c => c.Differences != TableDifference.None);

    private static bool IsRuledAlike(ScoringRule before, ScoringRule after) =>
        before.IsAsPublished || after.IsAsPublished || (before.Combination == after.Combination && before.Note == after.Note);
}

/// <summary>A cell of two tables; at least one has it.</summary>
/// <param name="Before">That of the earlier table.</param>
/// <param name="After">That of the later table.</param>
public sealed record CellPair(TableSubItem? Before, TableSubItem? After)
{
    /// <summary>
    /// In what it differs. Where one table takes points as published nothing is known of how they were earned, and of the wording only where
    /// both have one.
    /// </summary>
    public TableDifference Differences { get; } = (Before, After) switch
    {
        (null, _) => TableDifference.New,
        (_, null) => TableDifference.Dropped,
        var (b, a) => (b.Key == a.Key ? 0 : TableDifference.Moved)
            | (IsWordedAlike(b, a) ? 0 : TableDifference.Reworded)
            | (b.Item.Points == a.Item.Points ? 0 : TableDifference.Reweighted)
            | (b.Rule is { } before && a.Rule is { } after && before != after ? TableDifference.RuleChanged : 0),
    };

    private static bool IsWordedAlike(TableSubItem before, TableSubItem after)
    {
        var isUnknown = (before.Item.Text ?? after.Item.Text) is null || before.Indicator.Rule.IsAsPublished || after.Indicator.Rule.IsAsPublished;
        if (isUnknown && (before.Item.Text is null || after.Item.Text is null)) return true;
        return NormalizedText.Name(before.Item.Text) == NormalizedText.Name(after.Item.Text) && before.Item.TextSource == after.Item.TextSource;
    }
}

/// <summary>How one cell is earned, so that two tables can be compared cell by cell.</summary>
internal sealed record CellRule(Measure Measure, TestKind Test, Direction? Direction, TierCut? Cut, decimal? Step, bool IsPlus)
{
    public static CellRule? Of(ScoringRule rule, string label)
    {
        if (rule.Branches.FirstOrDefault(b => b.Cells.Contains(label)) is not { } branch) return null;
        var place = branch.Cells.ToList().IndexOf(label);
        var (direction, cut, step) = branch.Test switch
        {
            TierTest tiers => ((Direction?)tiers.Direction, tiers.Cuts.ElementAtOrDefault(place), (decimal?)null),
            ThresholdTest threshold => (threshold.Direction, null, threshold.Limits.ElementAtOrDefault(place)),
            CountTest count => (null, null, count.Counts.ElementAtOrDefault(place)),
            AllOfTest all => (null, null, all.Parts),
            AnyOfTest any => (null, null, any.Parts),
            _ => ((Direction?)null, (TierCut?)null, (decimal?)null),
        };
        return new CellRule(branch.Measure, branch.Test.Kind, direction, cut, step, branch.IsPlus);
    }
}
