using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>
/// A board at one level as a ranking: every unit with its standing in each pool, beside the year before. Ranking page, workbook and API
/// show the same rows.
/// </summary>
/// <param name="Board">The board.</param>
/// <param name="Level">The level that is ranked.</param>
/// <param name="Rows">All units, in code order.</param>
public sealed record LevelRanking(ScoreBoard Board, TableLevel Level, IReadOnlyList<RankedUnit> Rows)
{
    /// <summary>Ranks a board at a level.</summary>
    /// <param name="board">The board.</param>
    /// <param name="previous">The board of the year before; null when there is none that may be compared.</param>
    /// <param name="level">The level.</param>
    public static LevelRanking Of(ScoreBoard board, ScoreBoard? previous, TableLevel level) =>
        new(board, level, [.. Enumerable.Range(0, board.Jurisdictions.Count).Select(row => RowOf(new UnitResult(board, row, previous), level))]);

    /// <summary>The units that a filter lets through, in the order asked for; ties stay in code order.</summary>
    public IReadOnlyList<RankedUnit> Select(RankingFilter filter)
    {
        var words = SearchWords.Of(filter.Name);
        var found = Rows.Where(r =>
            (filter.Prefecture is null || r.Unit.PrefectureNumber == filter.Prefecture)
            && (filter.Band is null || r.Unit.Profile?.Band == filter.Band)
            && (filter.IsDepopulated is null || r.Unit.Profile?.IsDepopulated == filter.IsDepopulated)
            && (words.IsEmpty || Matches(r.Unit, words)));
        return filter.Order switch
        {
            RankingOrder.Name =>
                [.. Ordered(found, r => NormalizedText.Search(r.Unit.Kana.Length > 0 ? r.Unit.Kana : r.Unit.Name), StringComparer.Ordinal, filter.Descending)],
            RankingOrder.Band => [.. Known(found, r => r.Unit.Profile?.Band is { } b ? (int)b : null, filter.Descending)],
            RankingOrder.Promotion => [.. Known(found, r => Board.Points(r.Row, Grant.Promotion), filter.Descending)],
            RankingOrder.EffortSupport => [.. Known(found, r => Board.Points(r.Row, Grant.EffortSupport), filter.Descending)],
            RankingOrder.Previous => [.. Known(found, r => r.PreviousPoints, filter.Descending)],
            RankingOrder.Change => [.. Known(found, r => r.Change, filter.Descending)],
            RankingOrder.RankChange => [.. Known(found, r => r.RankChange, filter.Descending)],
            _ => [.. Known(found, r => r.Score.Complete, filter.Descending)],
        };
    }

    private static bool Matches(ScoredJurisdiction unit, SearchWords words) =>
        words.FitOf(Jurisdiction.SearchKeyOf(unit.Name, unit.Kana), unit.Key, unit.Prefecture) != SearchFit.None;

    /// <summary>By a value, units without one last whichever way is asked for.</summary>
    private static IEnumerable<RankedUnit> Known(IEnumerable<RankedUnit> units, Func<RankedUnit, decimal?> value, bool descending) =>
        units.OrderBy(u => value(u) is null).ThenBy(u => (descending ? -1 : 1) * value(u)).ThenBy(u => u.Row);

    private static IEnumerable<RankedUnit> Ordered<T>(IEnumerable<RankedUnit> units, Func<RankedUnit, T> value, IComparer<T> comparer, bool descending) =>
        (descending ? units.OrderByDescending(value, comparer) : units.OrderBy(value, comparer)).ThenBy(u => u.Row);

    private static RankedUnit RowOf(UnitResult result, TableLevel level) => new(
        result.Row, result.Unit, result.Score(level), result.Standing(level, PoolKind.Nation), result.Standing(level, PoolKind.Prefecture),
        result.Standing(level, PoolKind.Band), result.Previous(level), result.PreviousRank(level));
}

/// <summary>A unit in a ranking.</summary>
/// <param name="Row">Its row on the board.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Score">Its score at the level.</param>
/// <param name="InNation">Its rank in the nation; null while the score is not complete.</param>
/// <param name="InPrefecture">Its rank in its prefecture.</param>
/// <param name="InBand">Its rank in its band; null also when the band is not known.</param>
/// <param name="PreviousPoints">Points of the year before; null when not known or not comparable.</param>
/// <param name="PreviousRank">Rank in the nation of the year before.</param>
public sealed record RankedUnit(
    int Row, ScoredJurisdiction Unit, LevelScore Score, Standing? InNation, Standing? InPrefecture, Standing? InBand, decimal? PreviousPoints,
    int? PreviousRank)
{
    /// <summary>Points gained since the year before.</summary>
    public decimal? Change => Score.Complete - PreviousPoints;

    /// <summary>Places gained since the year before: positive is up.</summary>
    public int? RankChange => PreviousRank - InNation?.Rank;
}

/// <summary>What a ranking is narrowed to and how it is ordered.</summary>
/// <param name="Prefecture">Only this prefecture.</param>
/// <param name="Band">Only this band.</param>
/// <param name="IsDepopulated">Only 過疎, or only not.</param>
/// <param name="Name">Only those that all of these words fit (<see cref="SearchWords"/>).</param>
/// <param name="Order">By what.</param>
/// <param name="Descending">Largest first.</param>
public sealed record RankingFilter(
    int? Prefecture = null, InsuredBand? Band = null, bool? IsDepopulated = null, string? Name = null, RankingOrder Order = RankingOrder.Points,
    bool Descending = true);

/// <summary>By what a ranking is ordered.</summary>
public enum RankingOrder
{
    /// <summary>Points at the level; descending is the order of ranks.</summary>
    Points = 0,

    /// <summary>五十音順.</summary>
    Name,

    /// <summary>区分.</summary>
    Band,

    /// <summary>Points of 推進.</summary>
    Promotion,

    /// <summary>Points of 支援.</summary>
    EffortSupport,

    /// <summary>Points of the year before.</summary>
    Previous,

    /// <summary>Points gained.</summary>
    Change,

    /// <summary>Places gained.</summary>
    RankChange,
}
