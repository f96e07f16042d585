using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// Scores: a pure function from published points (<see cref="ScoringInput"/>) or from answers (<see cref="GivenValues"/>) to a
/// <see cref="ScoreBoard"/>. How cells follow from values is in <see cref="RuleEvaluation"/>, how levels follow from cells in
/// <see cref="LevelPlan"/>.
/// </summary>
public static class Scorer
{
    /// <summary>Scores published points.</summary>
    public static ScoreBoard Score(ScoringInput input)
    {
        var plan = new LevelPlan(input.Table);
        return new ScoreBoard(
            input, [.. Enumerable.Range(0, input.Jurisdictions.Count).Select(row => plan.Score(input.CellsOf(row), input.PublishedPointsOf(row)))], null);
    }

    /// <summary>Scores answers.</summary>
    /// <param name="values">What is answered and given.</param>
    /// <param name="municipalities">For a prefecture table the municipal board of the year; without it what looks at municipalities is 算定待ち.</param>
    public static ScoreBoard Score(GivenValues values, ScoreBoard? municipalities = null)
    {
        var plan = new LevelPlan(values.Table);
        var evaluation = new RuleEvaluation(values, municipalities);
        var input = new ScoringInput(values.Table, ScoreKind.Provisional, values.Jurisdictions, CellReason.Unanswered);
        var ownTotals = RuleEvaluation.OwnTotalLevels(values.Table);
        var totals = new int?[values.Jurisdictions.Count];
        var scores = new LevelScore[totals.Length][];
        for (var row = 0; row < totals.Length; row++)
        {
            var cells = input.CellsOf(row);
            evaluation.Evaluate(row, cells);
            foreach (var level in ownTotals) evaluation.EvaluateWithoutOwnTotals(level, row, cells);
            scores[row] = plan.Score(cells, null);
            totals[row] = scores[row][0] is { IsComplete: true } total ? total.Hundredths : null;
        }
        if (ownTotals.Count > 0)
        {
            evaluation = evaluation.WithTotals(totals);
            var above = plan.StepsAbove(ownTotals);
            for (var row = 0; row < totals.Length; row++)
            {
                foreach (var level in ownTotals) evaluation.EvaluateIndicator(level, row, input.CellsOf(row));
                plan.Rescore(above, input.CellsOf(row), scores[row]);
            }
        }
        return new ScoreBoard(input, scores, new ScoringState(plan, evaluation, totals));
    }

    /// <summary>
    /// Scores again after one input of one unit changed: its ladder is laid out anew over the whole population, then the cells, totals and
    /// own-total ladders of the units that this touches. Equals scoring everything anew.
    /// </summary>
    /// <exception cref="InvalidOperationException">The board does not come from answers.</exception>
    public static ScoreBoard Rescore(ScoreBoard board, int row, int input, GivenValue value)
    {
        var state = board.State ?? throw new InvalidOperationException("Published points have no inputs to change.");
        var values = state.Evaluation.Values.With(row, input, value);
        var branch = values.Table.Branches[values.Table.Inputs[input].Branch];
        var evaluation = state.Evaluation.With(values, branch);
        var changes = new CellChanges(board.Input);
        IReadOnlyCollection<int> evaluated = IsSame(branch) ? [row] : [.. Enumerable.Range(0, values.Jurisdictions.Count)];
        changes.Evaluate(evaluation, branch.Level, evaluated);
        var totals = state.Totals;
        var ownTotals = RuleEvaluation.OwnTotalLevels(values.Table);
        // Beside a competing branch over own totals a total can change though no cell that is shown does.
        IReadOnlyCollection<int> touchedRows = ownTotals.Contains(branch.Level) ? evaluated : [.. changes.Rows.Keys];
        if (ownTotals.Count > 0 && touchedRows.Count > 0)
        {
            totals = [.. totals];
            foreach (var touched in touchedRows) totals[touched] = TotalWithout(state.Plan, evaluation, ownTotals, touched, [.. changes.CellsOf(touched)]);
            evaluation = evaluation.WithTotals(totals);
            foreach (var level in ownTotals) changes.Evaluate(evaluation, level, Enumerable.Range(0, totals.Length));
        }
        var next = board.Input.With(changes.Rows);
        return board.With(next, changes.Rows.Keys.ToDictionary(touched => touched, touched => state.Plan.Score(next.CellsOf(touched), null)),
            new ScoringState(state.Plan, evaluation, totals));

        bool IsSame(TableBranch of) => evaluation.LadderAt(of.Index) is not { } ladder || ladder.IsSameAs(state.Evaluation.LadderAt(of.Index)!);
    }

    /// <summary>A unit's total as if the branches over own totals were not there; null while it is not complete.</summary>
    private static int? TotalWithout(LevelPlan plan, RuleEvaluation evaluation, IReadOnlyList<int> ownTotals, int row, CellResult[] cells)
    {
        foreach (var level in ownTotals) evaluation.EvaluateWithoutOwnTotals(level, row, cells);
        return plan.Score(cells, null)[0] is { IsComplete: true } total ? total.Hundredths : null;
    }

    /// <summary>The cells that a change makes different, unit by unit.</summary>
    private sealed class CellChanges(ScoringInput before)
    {
        public Dictionary<int, CellResult[]> Rows { get; } = [];

        public CellResult[] CellsOf(int row) => Rows.TryGetValue(row, out var changed) ? changed : before.CellsOf(row);

        public void Evaluate(RuleEvaluation evaluation, int level, IEnumerable<int> rows)
        {
            var scratch = new CellResult[evaluation.Values.Table.Cells.Count];
            var cells = evaluation.Values.Table.CellsOf(evaluation.Values.Table.Levels[level]).Select(c => c.Index).ToArray();
            foreach (var row in rows)
            {
                var known = CellsOf(row);
                evaluation.EvaluateIndicator(level, row, scratch);
                if (Array.TrueForAll(cells, cell => known[cell] == scratch[cell])) continue;
                if (!Rows.TryGetValue(row, out var changed)) Rows.Add(row, changed = [.. known]);
                foreach (var cell in cells) changed[cell] = scratch[cell];
            }
        }
    }
}

/// <summary>What scoring again needs of the scoring before.</summary>
/// <param name="Plan">The sums.</param>
/// <param name="Evaluation">The rules and ladders.</param>
/// <param name="Totals">The totals without what depends on them, in 1/100; null while not complete.</param>
internal sealed record ScoringState(LevelPlan Plan, RuleEvaluation Evaluation, int?[] Totals);
