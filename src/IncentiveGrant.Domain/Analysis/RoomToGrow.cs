using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>伸びしろ: a cell in which a municipality has no points yet, and how many others have them.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Points">What it can still bring: its 配点, or less where the indicator's maximum leaves less.</param>
/// <param name="IsRelative">相対評価: it is earned by place among all units, so that a fixed share of them always has it.</param>
/// <param name="NationalRate">全国該当率 in percent.</param>
/// <param name="PrefectureRate">該当率 in its prefecture, in percent.</param>
public sealed record RoomToGrow(TableCell Cell, decimal Points, bool IsRelative, decimal NationalRate, decimal? PrefectureRate)
{
    /// <summary>点 × 全国該当率: what others have gained here on average. Cells that many have and that bring much come first.</summary>
    public decimal Weight => Points * NationalRate / 100m;

    /// <summary>
    /// The cells with known 0 points that can still bring some: first those that a unit can earn by itself, then those of relative
    /// evaluation, each heaviest first. Goal Ⅳ is left out: its points follow from outcomes, not from something to take up.
    /// A cell without points that is 対象外, 未回答 or 算定待ち is no room to grow.
    /// </summary>
    public static IReadOnlyList<RoomToGrow> Of(ScoreBoard board, int row) =>
    [
        .. board.Table.Levels
            .Where(level => level is { Kind: LevelKind.Indicator, CopyOf: null } && level.Key.Group != IndicatorGroupKind.Outcome)
            .SelectMany(indicator => OfIndicator(board, row, indicator))
            .OrderBy(room => room.IsRelative).ThenByDescending(room => room.Weight).ThenBy(room => room.Cell.Index),
    ];

    /// <summary>
    /// Where the rule is known, the cells together bring no more than the indicator has left. Of competing branches the leading one is
    /// drawn on first: the points of another only count once it is better.
    /// </summary>
    private static IEnumerable<RoomToGrow> OfIndicator(ScoreBoard board, int row, TableLevel indicator)
    {
        var open = board.Table.CellsOf(indicator)
            .Where(cell => cell.MaxPoints.Hundredths > 0 && board.Cell(row, cell.Index) is { Reason: CellReason.Scored, PointsIfKnown.Hundredths: 0 })
            .Select(cell => OfCell(board, row, cell))
            .ToList();
        if (indicator is not { MaxPoints: { } max, Indicator.Rule.IsAsPublished: false }) return open;

        var leading = Leading(board, row, indicator);
        return UpTo(
            max - board.Score(row, indicator).Known,
            open.OrderBy(room => board.Table.BranchOf(room.Cell) is { Competes: true } branch && branch != leading)
                .ThenBy(room => room.IsRelative).ThenByDescending(room => room.Weight).ThenBy(room => room.Cell.Index));
    }

    private static RoomToGrow OfCell(ScoreBoard board, int row, TableCell cell) => new(
        cell, cell.MaxPoints.Value, board.Table.BranchOf(cell)?.Rule.Test is TierTest,
        board.Statistics(cell, RankingPool.Nation).ImplementationRate ?? 0,
        board.Statistics(cell, RankingPool.OfPrefecture(board.Jurisdictions[row].PrefectureNumber)).ImplementationRate);

    /// <summary>The competing branch that scores; before one does, the one that can bring most. Null where none compete.</summary>
    private static TableBranch? Leading(ScoreBoard board, int row, TableLevel indicator) =>
        board.Table.Branches.Where(branch => branch.Competes && branch.Level == indicator.Index)
            .OrderByDescending(branch => branch.Cells.Sum(cell => board.Cell(row, cell).PointsIfKnown?.Hundredths ?? 0))
            .ThenByDescending(branch => branch.Cells.Sum(cell => board.Table.Cells[cell].MaxPoints.Hundredths))
            .ThenBy(branch => branch.Rule.Test is TierTest)
            .FirstOrDefault();

    private static IEnumerable<RoomToGrow> UpTo(decimal left, IEnumerable<RoomToGrow> rooms)
    {
        foreach (var room in rooms)
        {
            var points = Math.Min(room.Points, left);
            if (points <= 0) yield break;
            left -= points;
            yield return room with { Points = points };
        }
    }
}
