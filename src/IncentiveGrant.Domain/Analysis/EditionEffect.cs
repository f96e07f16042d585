using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>
/// What another edition does to results that are loaded: the same cells, worth what the edition says. Published results hold points and no
/// values, so 1. a cell that scored scores under the edition too, whatever its rule says now; one that scored in part keeps what it has; 2. a
/// new cell brings nothing; 3. a dropped one is gone.
/// </summary>
/// <param name="Before">The results as they are.</param>
/// <param name="After">The results under the edition.</param>
/// <param name="Comparison">In what the edition differs from the table of the results.</param>
public sealed record EditionEffect(ScoreBoard Before, ScoreBoard After, TableComparison Comparison)
{
    /// <summary>Applies an edition to results.</summary>
    /// <param name="board">The results.</param>
    /// <param name="table">The table that they stand on.</param>
    /// <param name="edition">The edition; <see cref="PointTableCheck"/> has nothing against it.</param>
    public static EditionEffect Of(ScoreBoard board, PointTable table, PointTable edition)
    {
        var comparison = TableComparison.Of(table, edition);
        var compiled = CompiledTable.Of(edition);
        var input = new ScoringInput(compiled, board.Kind, board.Jurisdictions, CellReason.Pending);
        var sources = comparison.Cells.Where(c => c is { Before: not null, After: not null })
            .ToDictionary(c => compiled.FindCell(c.After!.Key)!.Index, c => board.Table.FindCell(c.Before!.Key)!.Index);
        foreach (var cell in compiled.Cells)
        {
            int? source = sources.TryGetValue(cell.Index, out var index) ? index : null;
            for (var row = 0; row < board.Jurisdictions.Count; row++)
                input.SetCell(row, cell.Index, source is { } from ? Carried(board.Cell(row, from), board.Table.Cells[from].MaxPoints, cell) : CellResult.Scored(Points.Of(0)));
        }
        return new EditionEffect(board, Scorer.Score(input), comparison);
    }

    /// <summary>Cells that bring nothing here, though units may meet them.</summary>
    public IEnumerable<CellPair> NewCells => Comparison.Cells.Where(c => c.Before is null);

    /// <summary>Cells that keep their points here, though the edition says otherwise how they are earned.</summary>
    public IEnumerable<CellPair> UnappliedRules => Comparison.Cells.Where(c => c.Differences.HasFlag(TableDifference.RuleChanged));

    /// <summary>Units whose total is known on both sides.</summary>
    public IEnumerable<UnitEffect> Units =>
        from row in Enumerable.Range(0, Before.Jurisdictions.Count)
        let before = Before.Score(row, Before.Table.Total).Complete
        let after = After.Score(row, After.Table.Total).Complete
        where before is not null && after is not null
        select new UnitEffect(
            Before.Jurisdictions[row], before.Value, after.Value, Before.Standing(row, Before.Table.Total, PoolKind.Nation)!.Value.Rank,
            After.Standing(row, After.Table.Total, PoolKind.Nation)!.Value.Rank);

    private static CellResult Carried(CellResult result, Points worth, TableCell cell) => result switch
    {
        { IsKnown: false } => CellResult.Unknown(result.Reason, cell.MaxPoints),
        { Reason: CellReason.Scored, PointsIfKnown: { Hundredths: not 0 } points } => CellResult.Scored(points == worth ? cell.MaxPoints : points),
        _ => result,
    };
}

/// <summary>What an edition does to one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Before">Its total.</param>
/// <param name="After">Its total under the edition.</param>
/// <param name="RankBefore">Its rank in the nation.</param>
/// <param name="RankAfter">Its rank in the nation under the edition.</param>
public sealed record UnitEffect(ScoredJurisdiction Unit, decimal Before, decimal After, int RankBefore, int RankAfter)
{
    /// <summary>The points that it gains.</summary>
    public decimal Change => After - Before;

    /// <summary>The places that it gains.</summary>
    public int RankChange => RankBefore - RankAfter;
}
