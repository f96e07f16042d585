using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>Why a cell has the points that it has: the rule, what was looked at, what it was compared with, and what came of it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Result">Its result.</param>
/// <param name="Verdict">What decided.</param>
/// <param name="Rule">The branch that scores it; null where points are taken as published.</param>
/// <param name="Measured">What was looked at: the answer, the figure, the change, the total.</param>
/// <param name="Comparison">What it was compared with; null where nothing is compared.</param>
public sealed record CellExplanation(TableCell Cell, CellResult Result, CellVerdict Verdict, RuleBranch? Rule, GivenValue Measured, CellComparison? Comparison)
{
    /// <summary>Explains a cell.</summary>
    internal static CellExplanation Of(ScoreBoard board, int row, TableCell cell)
    {
        var result = board.Cell(row, cell.Index);
        if (board.State is not { Evaluation: var evaluation } || board.Table.BranchOf(cell) is not { } branch)
            return new CellExplanation(cell, result, result.IsKnown ? CellVerdict.Published : CellVerdict.Missing, null, GivenValue.Missing, null);
        var place = branch.Cells.IndexOf(cell.Index);
        var measured = evaluation.Measured(branch, row, place);
        return new CellExplanation(
            cell, result, VerdictOf(result, measured, branch, evaluation, place), branch.Rule, measured,
            CellComparison.Of(branch, evaluation.LadderAt(branch.Index), measured, place));
    }

    private static CellVerdict VerdictOf(CellResult result, GivenValue measured, TableBranch branch, RuleEvaluation evaluation, int place)
    {
        if (measured.State == GivenState.NotApplicable) return CellVerdict.NotApplicable;
        if (measured.State == GivenState.Missing) return result.IsKnown ? CellVerdict.Forfeited : CellVerdict.Missing;
        if (evaluation.LadderAt(branch.Index) is { MissingCount: > 0 }) return CellVerdict.PopulationOpen;
        if (!result.IsKnown) return CellVerdict.OtherBranchOpen;
        if (!evaluation.Earns(branch, place, measured)) return CellVerdict.NotEarned;
        return result.PointsIfKnown == evaluation.Values.Table.Cells[branch.Cells[place]].MaxPoints ? CellVerdict.Earned : CellVerdict.OtherBranchBetter;
    }
}

/// <summary>What decided a cell's points.</summary>
public enum CellVerdict
{
    /// <summary>条件を満たす.</summary>
    Earned,

    /// <summary>条件を満たさない.</summary>
    NotEarned,

    /// <summary>Earned, but another branch of the indicator brings more and only the best counts.</summary>
    OtherBranchBetter,

    /// <summary>Settled by itself, but open until the other branches are known.</summary>
    OtherBranchOpen,

    /// <summary>Open until the values of the whole population are known.</summary>
    PopulationOpen,

    /// <summary>対象外.</summary>
    NotApplicable,

    /// <summary>未回答のまま提出が締め切られた.</summary>
    Forfeited,

    /// <summary>Nothing is given yet.</summary>
    Missing,

    /// <summary>公表値のまま.</summary>
    Published,
}

/// <summary>What a value was compared with.</summary>
/// <param name="Limit">The limit, or the value at the cut that still earns the cell; null when nobody earns it or it is open.</param>
/// <param name="Direction">Which values are better.</param>
/// <param name="Place">1 + the number of units strictly better; null where places do not count or the value is not counted.</param>
/// <param name="CutPlace">The last place that earns the cell.</param>
/// <param name="Population">N.</param>
/// <param name="MissingCount">How many units have no value yet.</param>
public sealed record CellComparison(decimal? Limit, Direction Direction, int? Place = null, int? CutPlace = null, int? Population = null, int MissingCount = 0)
{
    internal static CellComparison? Of(TableBranch branch, Ladder? ladder, GivenValue measured, int place) => branch.Rule.Test switch
    {
        CountTest count => new CellComparison(count.Counts[place], Direction.Higher),
        ThresholdTest threshold => new CellComparison(threshold.Limits[place], threshold.Direction),
        TierTest tiers when ladder!.MissingCount > 0 => new CellComparison(null, tiers.Direction, MissingCount: ladder.MissingCount),
        TierTest tiers => new CellComparison(
            ladder!.Cuts[place].Value, tiers.Direction, measured.State == GivenState.Number ? ladder.PlaceOf(measured.Number) : null,
            ladder.Cuts[place].Places, ladder.Population),
        _ => null,
    };
}
