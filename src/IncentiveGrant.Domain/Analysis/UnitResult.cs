using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>One unit's scores on a board, beside the year before: what a profile, its workbook and its PDF are written from.</summary>
/// <param name="Board">The board.</param>
/// <param name="Row">The unit's row.</param>
/// <param name="PreviousBoard">The board of the year before; null when there is none that may be compared.</param>
public sealed record UnitResult(ScoreBoard Board, int Row, ScoreBoard? PreviousBoard)
{
    private readonly int? previousRow = PreviousBoard?.FindRow(Board.Jurisdictions[Row].Id);

    /// <summary>The unit.</summary>
    public ScoredJurisdiction Unit => Board.Jurisdictions[Row];

    /// <summary>評価年度.</summary>
    public FiscalYear FiscalYear => Board.FiscalYear;

    /// <summary>
    /// Whether the year before can be set beside level by level. Without it the results file may still name that year's total
    /// (<see cref="Previous"/>).
    /// </summary>
    public bool HasPrevious => previousRow is not null;

    /// <summary>The goals in the order of display.</summary>
    public IEnumerable<TableLevel> Goals => Board.Table.Goals;

    /// <summary>The score at a level.</summary>
    public LevelScore Score(TableLevel level) => Board.Score(Row, level);

    /// <summary>The score at a level named by its key; null where the table has no such level.</summary>
    public LevelScore? Score(LevelKey key) => Board.Table.FindLevel(key) is { } level ? Score(level) : null;

    /// <summary>得点率 in percent, not rounded.</summary>
    public decimal? Rate(TableLevel level) => Board.Rate(Row, level);

    /// <summary>The points of the year before at the same level; null when not known or not comparable.</summary>
    public decimal? Previous(TableLevel level) =>
        previousRow is { } row && PreviousBoard!.Table.FindLevel(level.Key) is { } same ? PreviousBoard.Score(row, same).Complete : Published(level).Total;

    /// <summary>The rank in the nation of the year before at the same level; null when not known or not comparable.</summary>
    public int? PreviousRank(TableLevel level) => PreviousStanding(level, PoolKind.Nation)?.Rank ?? Published(level).Rank;

    /// <summary>The points gained since the year before.</summary>
    public decimal? Change(TableLevel level) => Score(level).Complete - Previous(level);

    /// <summary>The standing of the year before in the unit's pool of a kind.</summary>
    public Standing? PreviousStanding(TableLevel level, PoolKind kind) =>
        previousRow is { } row && PreviousBoard!.Table.FindLevel(level.Key) is { } same ? PreviousBoard.Standing(row, same, kind) : null;

    /// <summary>The standing at a level in the unit's pool of a kind.</summary>
    public Standing? Standing(TableLevel level, PoolKind kind) => Board.Standing(Row, level, kind);

    /// <summary>The difference to the national mean.</summary>
    public decimal? ToMean(TableLevel level) => Score(level).Complete - Board.Statistics(level).Mean;

    /// <summary>The mean of the unit's prefecture.</summary>
    public decimal? PrefectureMean(TableLevel level) => Board.Statistics(level, RankingPool.OfPrefecture(Unit.PrefectureNumber)).Mean;

    /// <summary>A cell's result.</summary>
    public CellResult Cell(TableCell cell) => Board.Cell(Row, cell.Index);

    /// <summary>A cell's result in the year before, by the same key; null where last year's table has no such cell.</summary>
    public (CellResult Result, Points MaxPoints)? PreviousCell(TableCell cell) =>
        previousRow is { } row && PreviousBoard!.Table.FindCell(cell.Key) is { } same ? (PreviousBoard.Cell(row, same.Index), same.MaxPoints) : null;

    /// <summary>What the ministry's file says of the year before: only of the total, only inside the frame, and only where that year is not loaded.</summary>
    private PublishedPrevious Published(TableLevel level) =>
        PreviousBoard is null && level.Kind == LevelKind.Total && FiscalYear.IsComparableWith(FiscalYear.Previous) ? Board.Previous(Row) : default;
}
