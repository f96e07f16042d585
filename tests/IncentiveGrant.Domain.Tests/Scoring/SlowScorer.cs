using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>
/// The scoring rules of the scheme written down a second time, slowly and from their description alone: plain loops over the point table,
/// nothing shared with the engine. <see cref="ScoringDifferentialTests"/> holds the engine against it.
/// </summary>
internal sealed class SlowScorer
{
    private readonly PointTable table;
    private readonly GivenValues values;
    private readonly SlowScorer? municipalities;
    private readonly int count;

    public SlowScorer(PointTable table, GivenValues values, SlowScorer? municipalities = null)
    {
        (this.table, this.values, this.municipalities, count) = (table, values, municipalities, values.Jurisdictions.Count);
        // Self-rank is computed last, from the totals without it.
        ScoreAll(branch => branch.Measure is not OwnTotal, ownTotals: null);
        var withoutSelfRank = Levels[LevelKey.Total];
        var ownTotals = withoutSelfRank.All(s => s.IsComplete) ? withoutSelfRank.Select(s => s.Known).ToArray() : null;
        Cells.Clear();
        Levels.Clear();
        ScoreAll(_ => true, ownTotals);
        Ranks = [.. Levels[LevelKey.Total].Select(RankOf)];
    }

    /// <summary>The results of every cell by unit.</summary>
    public Dictionary<LevelKey, SlowCell[]> Cells { get; } = [];

    /// <summary>The scores at every level by unit.</summary>
    public Dictionary<LevelKey, SlowScore[]> Levels { get; } = [];

    /// <summary>The national rank of the total by unit.</summary>
    public int?[] Ranks { get; }

    /// <summary>The points at a level or cell of the units of a prefecture, or of all; null where they are not complete.</summary>
    public List<decimal?> PointsAt(LevelKey key, int? prefecture)
    {
        var points = new List<decimal?>();
        for (var row = 0; row < count; row++)
            if (prefecture is null || values.Jurisdictions[row].PrefectureNumber == prefecture)
                points.Add(
                    key.IsCell ? Cells.GetValueOrDefault(key)?[row].Points
                    : Levels.GetValueOrDefault(key)?[row] is { IsComplete: true } s ? s.Known
                    : null);
        return points;
    }

    private int? RankOf(SlowScore own)
    {
        if (!own.IsComplete) return null;
        var rank = 1;
        foreach (var other in Levels[LevelKey.Total])
            if (other.IsComplete && other.Known > own.Known) rank++;
        return rank;
    }

    private void ScoreAll(Func<RuleBranch, bool> counts, decimal[]? ownTotals)
    {
        foreach (var goal in table.Goals.Where(g => !g.IsCopy))
            foreach (var group in goal.Groups)
                foreach (var indicator in group.Indicators)
                    ScoreIndicator(LevelKey.Of(goal.Grant, goal.Number, group.Kind, indicator.Number), indicator, counts, ownTotals);
        foreach (var goal in table.Goals) ScoreGoal(goal);
        foreach (var grant in table.Goals.Select(g => g.Grant).Distinct())
            Levels[LevelKey.Of(grant)] = Sum(table.Goals.Where(g => g.Grant == grant).Select(g => Levels[g.Key]));
        Levels[LevelKey.Total] = Sum(Levels.Where(l => l.Key is { Goal: null, Grant: Grant.Promotion or Grant.EffortSupport }).Select(l => l.Value).ToList());
        foreach (var kind in Enum.GetValues<IndicatorGroupKind>())
        {
            var groups = Levels.Where(l => l.Key is { Indicator: null, Grant: Grant.Promotion or Grant.EffortSupport } && l.Key.Group == kind)
                .Select(l => l.Value).ToList();
            if (groups.Count > 0) Levels[LevelKey.Of(kind)] = Sum(groups);
        }
    }

    private void ScoreGoal(Goal goal)
    {
        var source = goal.IsCopy ? table.Goals.Single(g => g.Grant == Grant.Promotion && g.Number == goal.Number) : goal;
        foreach (var group in source.Groups)
        {
            var key = LevelKey.Of(goal.Grant, goal.Number, group.Kind);
            foreach (var indicator in group.Indicators)
            {
                var from = LevelKey.Of(source.Grant, goal.Number, group.Kind, indicator.Number);
                Levels[from.In(goal.Grant)] = Levels[from];
                foreach (var item in indicator.SubItems) Cells[from.WithCell(item.Label).In(goal.Grant)] = CellsOf(from.WithCell(item.Label));
            }
            Levels[key] = Sum(group.Indicators.Select(i => Levels[LevelKey.Of(source.Grant, goal.Number, group.Kind, i.Number)]));
        }
        Levels[goal.Key] = Sum(source.Groups.Select(g => Levels[LevelKey.Of(source.Grant, goal.Number, g.Kind)]));
    }

    private SlowScore[] Sum(IEnumerable<SlowScore[]> parts)
    {
        var sum = Enumerable.Repeat(SlowScore.Nothing, count).ToArray();
        foreach (var part in parts)
            for (var row = 0; row < count; row++)
                sum[row] += part[row];
        return sum;
    }

    private void ScoreIndicator(LevelKey key, Indicator indicator, Func<RuleBranch, bool> counts, decimal[]? ownTotals)
    {
        var branches = indicator.Rule.Branches.Where(counts).ToList();
        var ofBranches = branches.Select(b => ScoreBranch(key, indicator, b, ownTotals)).ToList();
        var scores = new SlowScore[count];
        for (var row = 0; row < count; row++)
        {
            var own = ofBranches.Select(of => of[row]).ToList();
            var shown = indicator.Rule.Combination == BranchCombination.Best ? Compete(branches, own) : own;
            for (var b = 0; b < branches.Count; b++)
                for (var c = 0; c < branches[b].Cells.Count; c++)
                    CellsOf(key.WithCell(branches[b].Cells[c]))[row] = shown[b][c];
            scores[row] = IndicatorScore(indicator, branches, own, shown);
        }
        Levels[key] = scores;
    }

    private SlowCell[] CellsOf(LevelKey key)
    {
        if (!Cells.TryGetValue(key, out var cells)) Cells[key] = cells = new SlowCell[count];
        return cells;
    }

    /// <summary>Only the best of the competing branches scores; while one of them is open, none is settled.</summary>
    private static List<SlowCell[]> Compete(List<RuleBranch> branches, List<SlowCell[]> own)
    {
        var competing = Enumerable.Range(0, branches.Count).Where(b => !branches[b].IsPlus).ToList();
        var isOpen = competing.Any(b => own[b].Any(c => c.Points is null));
        int? best = null;
        foreach (var b in competing)
            if (best is null || own[b].Sum(c => c.Points) > own[best.Value].Sum(c => c.Points)) best = b;
        var shown = new List<SlowCell[]>();
        for (var b = 0; b < branches.Count; b++)
            shown.Add([.. own[b].Select(cell =>
                branches[b].IsPlus || cell.BringsNothing ? cell
                : isOpen ? cell with { Points = null, Reason = cell.Points is null ? cell.Reason : CellReason.Pending }
                : b == best ? cell
                : cell with { Points = 0 })]);
        return shown;
    }

    private static SlowScore IndicatorScore(Indicator indicator, List<RuleBranch> branches, List<SlowCell[]> own, List<SlowCell[]> shown)
    {
        var known = shown.Sum(cells => cells.Sum(c => c.Points ?? 0));
        var isComplete = shown.All(cells => cells.All(c => c.Points is not null));
        if (indicator.Rule.Combination == BranchCombination.Added)
            return new SlowScore(known, own.Sum(cells => cells.Sum(c => c.Lowest)), own.Sum(cells => cells.Sum(c => c.Highest)), isComplete);
        decimal? lowest = null, highest = null;
        decimal plusLowest = 0, plusHighest = 0;
        for (var b = 0; b < branches.Count; b++)
        {
            var (low, high) = (own[b].Sum(c => c.Lowest), own[b].Sum(c => c.Highest));
            if (branches[b].IsPlus) (plusLowest, plusHighest) = (plusLowest + low, plusHighest + high);
            else (lowest, highest) = (Math.Max(lowest ?? low, low), Math.Max(highest ?? high, high));
        }
        return new SlowScore(Capped(known), Capped((lowest ?? 0) + plusLowest), Capped((highest ?? 0) + plusHighest), isComplete);

        decimal Capped(decimal points) => Math.Min(points, indicator.MaxPoints ?? points);
    }

    /// <summary>The cells of a branch by unit, before branches compete.</summary>
    private SlowCell[][] ScoreBranch(LevelKey key, Indicator indicator, RuleBranch branch, decimal[]? ownTotals)
    {
        var cells = new SlowCell[count][];
        for (var row = 0; row < count; row++) cells[row] = new SlowCell[branch.Cells.Count];
        for (var c = 0; c < branch.Cells.Count; c++)
        {
            var points = indicator.SubItems.Single(i => i.Label == branch.Cells[c]).Points;
            var inputKey = branch.Test is TickTest ? key.WithCell(branch.Cells[c]) : branch.Sign is null ? key : key.WithCell(branch.Sign);
            var measured = SlowMeasure.Of(branch.Measure, inputKey, values, municipalities, ownTotals);
            for (var row = 0; row < count; row++) cells[row][c] = ScoreCell(branch.Test, c, points, measured, row);
        }
        return cells;
    }

    private static SlowCell ScoreCell(PointsTest test, int cell, decimal points, SlowValue[] measured, int row)
    {
        var own = measured[row];
        if (own.State == SlowState.NotApplicable) return new SlowCell(points, 0, CellReason.NotApplicable);
        if (own.State == SlowState.Forfeited) return new SlowCell(points, 0, CellReason.Unanswered);
        if (own.State == SlowState.Unanswered) return new SlowCell(points, null, CellReason.Unanswered);
        if (own.State == SlowState.Pending) return new SlowCell(points, null, CellReason.Pending);
        if (test is TierTest && measured.Any(m => m.IsOpen)) return new SlowCell(points, null, CellReason.Pending);
        var isEarned = test switch
        {
            CountTest counted => own.Number >= counted.Counts[cell],
            ThresholdTest when own.State == SlowState.Mark => own.Number == 1,
            ThresholdTest { Direction: Direction.Higher } threshold => own.Number >= threshold.Limits[cell],
            ThresholdTest threshold => own.Number <= threshold.Limits[cell],
            TierTest tiers => IsInTier(tiers, tiers.Cuts[cell], measured, own),
            _ => own.Number == 1,
        };
        return new SlowCell(points, isEarned ? points : 0, CellReason.Scored);
    }

    private static bool IsInTier(TierTest tiers, TierCut cut, SlowValue[] measured, SlowValue own)
    {
        if (tiers.Population == TierPopulation.Positive && own.Number <= 0) return false;
        var population = 0;
        var better = 0;
        foreach (var other in measured)
        {
            var hasNumber = other.State == SlowState.Number && (tiers.Population != TierPopulation.Positive || other.Number > 0);
            if (hasNumber || tiers.Population == TierPopulation.All) population++;
            if (hasNumber && (tiers.Direction == Direction.Higher ? other.Number > own.Number : other.Number < own.Number)) better++;
        }
        var last = cut.Places is { } places ? Math.Min(places, population) : decimal.Floor(population * cut.Percent!.Value / 100);
        return 1 + better <= last;
    }
}

/// <summary>A cell's result.</summary>
/// <param name="Max">配点.</param>
/// <param name="Points">The points; null while they are unknown.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct SlowCell(decimal Max, decimal? Points, CellReason Reason)
{
    /// <summary>対象外, or not answered and frozen: 0 whatever else becomes known.</summary>
    public bool BringsNothing => Reason == CellReason.NotApplicable || (Reason == CellReason.Unanswered && Points == 0);

    public decimal Lowest => Points ?? Math.Min(0, Max);

    public decimal Highest => Points ?? Math.Max(0, Max);
}

/// <summary>A level's score.</summary>
internal readonly record struct SlowScore(decimal Known, decimal Lowest, decimal Highest, bool IsComplete)
{
    public static SlowScore Nothing => new(0, 0, 0, true);

    public static SlowScore operator +(SlowScore left, SlowScore right) =>
        new(left.Known + right.Known, left.Lowest + right.Lowest, left.Highest + right.Highest, left.IsComplete && right.IsComplete);
}
