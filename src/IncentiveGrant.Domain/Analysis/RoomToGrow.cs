using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>伸びしろ: a cell in which a municipality has no points yet, and how many others have them.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="NationalRate">全国該当率 in percent.</param>
/// <param name="PrefectureRate">該当率 in its prefecture, in percent.</param>
public sealed record RoomToGrow(TableCell Cell, decimal NationalRate, decimal? PrefectureRate)
{
    /// <summary>配点 × 全国該当率: what others have gained here on average. Cells that many have and that bring much come first.</summary>
    public decimal Weight => Cell.MaxPoints.Value * NationalRate / 100m;

    /// <summary>
    /// The cells with known 0 points, heaviest first. Goal Ⅳ is left out: its points follow from outcomes, not from something to take up.
    /// A cell without points that is 対象外, 未回答 or 算定待ち is no room to grow.
    /// </summary>
    public static IReadOnlyList<RoomToGrow> Of(ScoreBoard board, int row) =>
    [
        .. board.Table.Cells
            .Where(cell => cell.Key.Group != IndicatorGroupKind.Outcome && board.Cell(row, cell.Index) is { Reason: CellReason.Scored, PointsIfKnown.Hundredths: 0 })
            .Select(cell => new RoomToGrow(
                cell, board.Statistics(cell, RankingPool.Nation).ImplementationRate ?? 0,
                board.Statistics(cell, RankingPool.OfPrefecture(board.Jurisdictions[row].PrefectureNumber)).ImplementationRate))
            .OrderByDescending(room => room.Weight).ThenBy(room => room.Cell.Index),
    ];
}
