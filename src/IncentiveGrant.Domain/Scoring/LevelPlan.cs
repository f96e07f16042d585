using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// The sums of a table: every level in an order in which it comes after the levels that it is made of. Rules:
/// 1. An indicator's points are the sum of its cells; where its rule lets cells exceed it (best of, cap), never more than its maximum.
/// 2. A level's points are the sum of the levels below it; goal Ⅳ of 支援 repeats that of 推進.
/// 3. A level is complete when everything below it is known. If it is not, its published points stand for it, if there are any.
/// 4. What is not known adds nothing and is never taken for 0: known points stand beside the known part of the maximum, and between them
///    and the most that is possible lies the range. Of competing branches only the best counts, so it alone widens the range.
/// </summary>
internal sealed class LevelPlan
{
    private readonly Step[] steps;
    private readonly int[] cellMax;

    public LevelPlan(CompiledTable table)
    {
        cellMax = [.. table.Cells.Select(c => Math.Max(0, c.MaxPoints.Hundredths))];
        var ordered = new List<Step>(table.Levels.Count);
        var done = new bool[table.Levels.Count];
        foreach (var level in table.Levels) Visit(level);
        steps = [.. ordered];

        void Visit(TableLevel level)
        {
            if (done[level.Index]) return;
            done[level.Index] = true;
            var parts = PartsOf(table, level);
            foreach (var part in parts) Visit(table.Levels[part]);
            ordered.Add(Step.Of(table, level, parts));
        }
    }

    /// <summary>Scores all levels of one unit.</summary>
    public LevelScore[] Score(CellResult[] cells, int?[]? published)
    {
        var scores = new LevelScore[steps.Length];
        foreach (var step in steps)
        {
            var score = step.HasCells ? OfCells(step, cells) : OfParts(step, scores);
            if (!score.IsComplete && published?[step.Level] is { } points) score = LevelScore.Of(points, step.Max ?? points);
            scores[step.Level] = score;
        }
        return scores;
    }

    /// <summary>The steps of the levels that some indicators count towards, these included, in order.</summary>
    public IReadOnlyList<int> StepsAbove(IReadOnlyCollection<int> indicators)
    {
        var touched = new HashSet<int>(indicators);
        var above = new List<int>();
        for (var i = 0; i < steps.Length; i++)
        {
            if (!touched.Contains(steps[i].Level) && !Array.Exists(steps[i].Parts, touched.Contains)) continue;
            touched.Add(steps[i].Level);
            above.Add(i);
        }
        return above;
    }

    /// <summary>Scores some levels of one unit anew.</summary>
    /// <param name="of">Their steps (<see cref="StepsAbove"/>).</param>
    /// <param name="cells">The unit's cells.</param>
    /// <param name="scores">Its scores, which are changed.</param>
    public void Rescore(IReadOnlyList<int> of, CellResult[] cells, LevelScore[] scores)
    {
        foreach (var step in of) scores[steps[step].Level] = steps[step].HasCells ? OfCells(steps[step], cells) : OfParts(steps[step], scores);
    }

    private LevelScore OfCells(Step step, CellResult[] cells)
    {
        var sum = Sum(step.Cells, cells);
        var (bestLowest, bestHighest) = (step.Competing.Length == 0 ? 0 : int.MinValue, step.Competing.Length == 0 ? 0 : int.MinValue);
        foreach (var branch in step.Competing)
        {
            var of = Sum(branch, cells);
            (bestLowest, bestHighest) = (Math.Max(bestLowest, of.Lowest), Math.Max(bestHighest, of.Highest));
            sum = sum with { Known = sum.Known + of.Known, KnownMax = sum.KnownMax + of.KnownMax, IsComplete = sum.IsComplete && of.IsComplete };
        }
        var cap = step.IsCapped && step.Max is { } max ? max : int.MaxValue;
        var known = Math.Min(sum.Known, cap);
        if (sum.IsComplete) return LevelScore.Of(known, step.Max ?? sum.KnownMax);
        var knownMax = Math.Min(sum.KnownMax, step.Max ?? sum.KnownMax);
        return new LevelScore(known, knownMax, Math.Min(sum.Lowest + bestLowest, cap), Math.Min(sum.Highest + bestHighest, cap), false);
    }

    private CellSum Sum(int[] of, CellResult[] cells)
    {
        var (known, knownMax, lowest, highest, isComplete) = (0, 0, 0, 0, true);
        foreach (var cell in of)
        {
            ref readonly var result = ref cells[cell];
            lowest += result.LowestHundredths;
            highest += result.HighestHundredths;
            if (result.IsKnown) (known, knownMax) = (known + result.LowestHundredths, knownMax + cellMax[cell]);
            else isComplete = false;
        }
        return new CellSum(known, knownMax, lowest, highest, isComplete);
    }

    private static LevelScore OfParts(Step step, LevelScore[] scores)
    {
        if (step.Parts.Length == 0) return new LevelScore(0, 0, 0, step.Max ?? 0, false); // nothing of it is loaded
        var (known, knownMax, lowest, highest, isComplete) = (0, 0, 0, 0, true);
        foreach (var part in step.Parts)
        {
            ref readonly var score = ref scores[part];
            known += score.Hundredths;
            knownMax += score.KnownMaxHundredths;
            lowest += score.LowestHundredths;
            highest += score.HighestHundredths;
            isComplete &= score.IsComplete;
        }
        return new LevelScore(known, isComplete ? step.Max ?? knownMax : Math.Min(knownMax, step.Max ?? knownMax), lowest, highest, isComplete);
    }

    private static int[] PartsOf(CompiledTable table, TableLevel level) => level switch
    {
        { CopyOf: { } source } => [source],
        { Kind: LevelKind.GroupOverGoals } => [.. table.Levels.Where(l => l.Kind == LevelKind.Group && level.Key.Contains(l.Key)).Select(l => l.Index)],
        _ => [.. table.ChildrenOf(level).Select(l => l.Index)],
    };

    private readonly record struct CellSum(int Known, int KnownMax, int Lowest, int Highest, bool IsComplete);

    /// <summary>How one level is summed: from cells that are added and branches of cells that compete, or from other levels.</summary>
    private sealed record Step(int Level, int[] Cells, int[][] Competing, int[] Parts, int? Max, bool IsCapped)
    {
        public bool HasCells { get; } = Cells.Length > 0 || Competing.Length > 0;

        public static Step Of(CompiledTable table, TableLevel level, int[] parts)
        {
            var cells = level.CopyOf is null ? table.CellsOf(level).ToList() : [];
            return new Step(
                level.Index,
                [.. cells.Where(c => table.BranchOf(c) is not { Competes: true }).Select(c => c.Index)],
                [.. cells.Where(c => table.BranchOf(c) is { Competes: true }).GroupBy(c => c.Branch).Select(g => g.Select(c => c.Index).ToArray())],
                parts,
                level.MaxPoints is { } max ? Points.Of(max).Hundredths : null,
                level.Indicator?.Rule.CellsMayExceedMaximum == true);
        }
    }
}
