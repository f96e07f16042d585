using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// Scores: a pure function from <see cref="ScoringInput"/> to <see cref="ScoreBoard"/>. Rules:
/// 1. An indicator's points are the sum of its cells; where its rule lets cells exceed it (best of, cap), never more than its maximum.
/// 2. A level's points are the sum of the levels below it; goal Ⅳ of 支援 repeats that of 推進.
/// 3. A level is complete when everything below it is known. If it is not, its published points stand for it, if there are any.
/// 4. What is not known adds nothing and is never taken for 0: known points stand beside the known part of the maximum.
/// </summary>
public static class Scorer
{
    /// <summary>Scores an input.</summary>
    public static ScoreBoard Score(ScoringInput input)
    {
        var table = input.Table;
        var (levels, cells) = (table.Levels.Count, table.Cells.Count);
        var plan = new Plan(table);
        var scores = new LevelScores(input.Jurisdictions.Count, levels);
        for (var row = 0; row < input.Jurisdictions.Count; row++)
        {
            plan.ScoreRow(
                input.CellPoints.Slice(row * cells, cells),
                input.CellReasons.Slice(row * cells, cells),
                input.PublishedPoints.Slice(row * levels, levels),
                scores.Row(row));
        }
        return new ScoreBoard(input, scores);
    }

    /// <summary>The table as arrays, and the order in which every level comes after the levels that it is made of.</summary>
    private sealed class Plan
    {
        private readonly Step[] steps;
        private readonly int[] cellMax;

        public Plan(CompiledTable table)
        {
            cellMax = [.. table.Cells.Select(c => c.MaxPoints.Hundredths)];
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

        public void ScoreRow(ReadOnlySpan<int> cellPoints, ReadOnlySpan<CellReason> reasons, ReadOnlySpan<int> published, Span<LevelScore> scores)
        {
            foreach (var step in steps)
            {
                var score = step.Cells.Length > 0 ? OfCells(step, cellPoints, reasons) : OfParts(step, scores);
                if (!score.IsComplete && published[step.Level] != ScoringInput.Unknown)
                    score = new LevelScore(published[step.Level], step.Max ?? published[step.Level], true);
                scores[step.Level] = score;
            }
        }

        private LevelScore OfCells(Step step, ReadOnlySpan<int> points, ReadOnlySpan<CellReason> reasons)
        {
            var (sum, known, complete) = (0, 0, true);
            foreach (var cell in step.Cells)
            {
                if (reasons[cell] is CellReason.Scored or CellReason.NotApplicable) (sum, known) = (sum + points[cell], known + cellMax[cell]);
                else complete = false;
            }
            if (step.IsCapped && step.Max is { } cap) sum = Math.Min(sum, cap);
            return new LevelScore(sum, complete ? step.Max ?? known : Math.Min(known, step.Max ?? known), complete);
        }

        private static LevelScore OfParts(Step step, ReadOnlySpan<LevelScore> scores)
        {
            var (sum, known, complete) = (0, 0, step.Parts.Length > 0);
            foreach (var part in step.Parts)
            {
                sum += scores[part].Hundredths;
                known += scores[part].KnownMaxHundredths;
                complete &= scores[part].IsComplete;
            }
            return new LevelScore(sum, complete ? step.Max ?? known : Math.Min(known, step.Max ?? known), complete);
        }

        private static int[] PartsOf(CompiledTable table, TableLevel level) => level switch
        {
            { CopyOf: { } source } => [source],
            { Kind: LevelKind.GroupOverGoals } => [.. table.Levels.Where(l => l.Kind == LevelKind.Group && l.Key.Group == level.Key.Group).Select(l => l.Index)],
            _ => [.. table.ChildrenOf(level).Select(l => l.Index)],
        };
    }

    private sealed record Step(int Level, int[] Cells, int[] Parts, int? Max, bool IsCapped)
    {
        public static Step Of(CompiledTable table, TableLevel level, int[] parts) => new(
            level.Index,
            level.CopyOf is null ? [.. table.CellsOf(level).Select(c => c.Index)] : [],
            parts,
            level.MaxPoints is { } max ? Points.Of(max).Hundredths : null,
            level.Indicator?.Rule.CellsMayExceedMaximum == true);
    }
}
