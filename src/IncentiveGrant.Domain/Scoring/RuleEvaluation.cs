using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// The rules of a table applied to given values: the result of every cell of every unit. Rules (docs/domain.md, Scoring rules;
/// Unknown, missing, zero):
/// 1. What the municipality or prefecture has not answered is 未回答; what the ministry gives or what is computed is 算定待ち.
/// 2. A rule that compares is 算定待ち for everybody until the value of its whole population is known.
/// 3. 対象外 is 0 points, known. So is 未回答 on a frozen sheet, which then counts in a population as 対象外 does.
/// 4. Of competing branches only the best scores (of equals the first); while one of them is open, none is known.
/// 5. What depends on the unit's own total is computed last, from the totals without it.
/// </summary>
internal sealed class RuleEvaluation
{
    private readonly GivenValues values;
    private readonly ScoreBoard? municipalities;
    private readonly Ladder?[] ladders;
    private readonly GivenValue[]?[] computed;
    private readonly TableBranch[][] branchesOf; // by level
    private readonly Points[] maxima; // by cell

    /// <summary>Lays out all ladders but those over the units' own totals, which are still open.</summary>
    public RuleEvaluation(GivenValues values, ScoreBoard? municipalities)
    {
        (this.values, this.municipalities) = (values, municipalities);
        var byLevel = values.Table.Branches.ToLookup(b => b.Level);
        branchesOf = [.. values.Table.Levels.Select(level => byLevel[level.Index].ToArray())];
        maxima = [.. values.Table.Cells.Select(c => c.MaxPoints)];
        computed = new GivenValue[]?[values.Table.Branches.Count];
        ladders = new Ladder?[computed.Length];
        foreach (var branch in values.Table.Branches)
        {
            if (branch.Rule.Measure is not EnteredValue) computed[branch.Index] = Computed(branch.Rule.Measure);
            ladders[branch.Index] = LadderOf(branch);
        }
    }

    private RuleEvaluation(RuleEvaluation of, GivenValues values, Ladder?[] ladders, GivenValue[]?[] computed) =>
        (this.values, this.ladders, this.computed, municipalities, branchesOf, maxima) =
            (values, ladders, computed, of.municipalities, of.branchesOf, of.maxima);

    /// <summary>What is evaluated.</summary>
    public GivenValues Values => values;

    /// <summary>The indicators of which a branch looks at the unit's own total.</summary>
    public static IReadOnlyList<int> OwnTotalLevels(CompiledTable table) => [.. OwnTotals(table).Select(b => b.Level).Distinct()];

    /// <summary>The ladder of a branch; null where its test compares nothing.</summary>
    public Ladder? LadderAt(int branch) => ladders[branch];

    /// <summary>The same rules after one input changed.</summary>
    public RuleEvaluation With(GivenValues changed, TableBranch branch)
    {
        var next = new RuleEvaluation(this, changed, [.. ladders], computed);
        next.ladders[branch.Index] = next.LadderOf(branch);
        return next;
    }

    /// <summary>The same rules once the totals without the branches over own totals are known; null for a unit whose total is not complete.</summary>
    public RuleEvaluation WithTotals(IReadOnlyList<int?> hundredths)
    {
        var next = new RuleEvaluation(this, values, [.. ladders], [.. computed]);
        foreach (var branch in OwnTotals(values.Table))
        {
            next.computed[branch.Index] = [.. hundredths.Select(h => h is { } total ? GivenValue.Of(total / 100m) : GivenValue.Missing)];
            next.ladders[branch.Index] = next.LadderOf(branch);
        }
        return next;
    }

    /// <summary>What a branch looks at for a unit.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="row">The unit.</param>
    /// <param name="place">For ticks the cell's place in the branch.</param>
    public GivenValue Measured(TableBranch branch, int row, int place = 0) =>
        computed[branch.Index] is { } of ? of[row] : Entered(branch, row, branch.Rule.Test is TickTest ? place : 0);

    /// <summary>The results of all cells of a unit, written into an array by cell.</summary>
    public void Evaluate(int row, CellResult[] results)
    {
        foreach (var indicator in branchesOf)
            if (indicator.Length > 0)
                Evaluate(indicator, row, results);
    }

    /// <summary>The results of the cells of one indicator of a unit, written into an array by cell.</summary>
    public void EvaluateIndicator(int level, int row, CellResult[] results) => Evaluate(branchesOf[level], row, results);

    /// <summary>
    /// The results of one indicator as if its branches over own totals were not there: their cells give nothing, and of the others the best
    /// scores.
    /// </summary>
    public void EvaluateWithoutOwnTotals(int level, int row, CellResult[] results)
    {
        foreach (var cell in branchesOf[level].Where(b => b.Rule.Measure is OwnTotal).SelectMany(b => b.Cells)) results[cell] = CellResult.Scored(Points.Zero);
        Evaluate(Array.FindAll(branchesOf[level], b => b.Rule.Measure is not OwnTotal), row, results);
    }

    private void Evaluate(TableBranch[] indicator, int row, CellResult[] results)
    {
        var competes = false;
        foreach (var branch in indicator)
        {
            Evaluate(branch, row, results);
            competes |= branch.Competes;
        }
        if (competes) Resolve(indicator, results);
    }

    private void Evaluate(TableBranch branch, int row, CellResult[] results)
    {
        var isTick = branch.Rule.Test is TickTest;
        var value = Measured(branch, row);
        for (var i = 0; i < branch.Cells.Length; i++)
        {
            if (isTick && i > 0) value = Entered(branch, row, i);
            var max = maxima[branch.Cells[i]];
            results[branch.Cells[i]] = value.State switch
            {
                GivenState.Missing => Unknown(branch, row, max),
                GivenState.NotApplicable => CellResult.NotApplicable,
                _ when ladders[branch.Index] is { MissingCount: > 0 } => CellResult.Unknown(CellReason.Pending, max),
                _ => CellResult.Scored(Earns(branch, i, value) ? max : Points.Zero),
            };
        }
    }

    private CellResult Unknown(TableBranch branch, int row, Points max)
    {
        if (branch.Rule.Measure.Source is not (ValueSource.Municipality or ValueSource.Prefecture)) return CellResult.Unknown(CellReason.Pending, max);
        return values.IsFrozen(row) ? CellResult.Forfeited : CellResult.Unknown(CellReason.Unanswered, max);
    }

    /// <summary>Whether a value earns a cell of a branch, by itself.</summary>
    public bool Earns(TableBranch branch, int cell, GivenValue value) => branch.Rule.Test switch
    {
        TierTest => value.State == GivenState.Number && ladders[branch.Index]!.Earns(cell, value.Number),
        _ when value.State == GivenState.Mark => value.Number != 0,
        CountTest count => value.Number >= count.Counts[cell],
        ThresholdTest { Direction: Direction.Higher } threshold => value.Number >= threshold.Limits[cell],
        ThresholdTest threshold => value.Number <= threshold.Limits[cell],
        _ => value.Number != 0,
    };

    private static void Resolve(TableBranch[] indicator, CellResult[] results)
    {
        TableBranch? best = null;
        var (most, isOpen) = (int.MinValue, false);
        foreach (var branch in indicator)
        {
            if (!branch.Competes) continue;
            var sum = 0;
            foreach (var cell in branch.Cells)
            {
                sum += results[cell].LowestHundredths;
                isOpen |= !results[cell].IsKnown;
            }
            if (sum > most) (most, best) = (sum, branch);
        }
        foreach (var branch in indicator)
        {
            if (!branch.Competes || (ReferenceEquals(branch, best) && !isOpen)) continue;
            foreach (var cell in branch.Cells)
                if (results[cell] is { Reason: CellReason.Scored, PointsIfKnown: { } points })
                    results[cell] = isOpen ? CellResult.PendingBranch(points) : CellResult.Scored(Points.Zero);
        }
    }

    private static IEnumerable<TableBranch> OwnTotals(CompiledTable table) => table.Branches.Where(b => b.Rule.Measure is OwnTotal);

    private GivenValue Entered(TableBranch branch, int row, int place)
    {
        var input = branch.Inputs[place];
        var value = values[row, input];
        if (branch.Rule.Measure is not EnteredValue { ChangeYears: > 0 } entered || value.State != GivenState.Number) return value;
        var earlier = values.EarlierValue(entered.ChangeYears, row, values.Table.Inputs[input].Key);
        return earlier.State == GivenState.Number ? GivenValue.Of(value.Number - earlier.Number) : earlier;
    }

    private Ladder? LadderOf(TableBranch branch)
    {
        if (branch.Rule.Test is not TierTest test) return null;
        var of = new GivenValue[values.Jurisdictions.Count];
        for (var row = 0; row < of.Length; row++)
        {
            var value = Measured(branch, row);
            var isForfeited = value.State == GivenState.Missing && Unknown(branch, row, Points.Zero).IsKnown;
            of[row] = isForfeited ? GivenValue.NotApplicable : value;
        }
        return Ladder.Of(test, of);
    }

    private GivenValue[] Computed(Measure measure) => measure switch
    {
        MunicipalAggregate aggregate when municipalities is not null =>
            [.. values.Jurisdictions.Select(unit => MunicipalFigures.Aggregate(municipalities, unit.PrefectureNumber, aggregate))],
        MunicipalOutliers outliers when municipalities is not null =>
            [.. values.Jurisdictions.Select(unit => MunicipalFigures.Outliers(municipalities, unit.PrefectureNumber, outliers.Deviations))],
        _ => new GivenValue[values.Jurisdictions.Count],
    };
}
