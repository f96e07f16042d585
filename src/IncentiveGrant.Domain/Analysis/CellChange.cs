using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>A cell whose points differ from the year before, be it by the unit's doing or by a change of its 配点.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Before">Its points in the year before.</param>
/// <param name="Now">Its points.</param>
public sealed record CellChange(TableCell Cell, decimal Before, decimal Now)
{
    /// <summary>The points gained.</summary>
    public decimal Change => Now - Before;

    /// <summary>The cells that both years have and that differ, the largest difference first.</summary>
    public static IReadOnlyList<CellChange> Of(UnitResult result) =>
    [
        .. result.Board.Table.Cells
            .Select(cell => (Cell: cell, Before: result.PreviousCell(cell)?.Result.PointsIfKnown, Now: result.Cell(cell).PointsIfKnown))
            .Where(c => c is { Before: not null, Now: not null } && c.Before != c.Now)
            .Select(c => new CellChange(c.Cell, c.Before!.Value.Value, c.Now!.Value.Value))
            .OrderByDescending(change => Math.Abs(change.Change)).ThenBy(change => change.Cell.Index),
    ];
}
