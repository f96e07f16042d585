using System.Collections.Concurrent;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// The scores of one year, audience and kind: immutable, and the only place where totals, rates, statistics and ranks are computed.
/// Ranks and statistics are worked out when they are first asked for and kept.
/// </summary>
public sealed class ScoreBoard
{
    private readonly LevelScore[][] scores;
    private readonly Dictionary<string, int> rowOfKey;
    private readonly Dictionary<int, int> rowOfId;
    private readonly ConcurrentDictionary<(PoolKind, int Level), PoolStandings> standings = new();
    private readonly ConcurrentDictionary<int, ScoreOrder> orders = new();
    private readonly ConcurrentDictionary<(RankingPool, int Level), ScoreStatistics> levelStatistics = new();
    private readonly ConcurrentDictionary<(RankingPool, int Cell), ScoreStatistics> cellStatistics = new();
    private readonly ConcurrentDictionary<PoolKind, PoolMembers> pools = new();

    internal ScoreBoard(ScoringInput input, LevelScore[][] scores, ScoringState? state)
    {
        (Input, this.scores, State) = (input, scores, state);
        rowOfKey = Enumerable.Range(0, Jurisdictions.Count).ToDictionary(r => Jurisdictions[r].Key);
        rowOfId = Enumerable.Range(0, Jurisdictions.Count).ToDictionary(r => Jurisdictions[r].Id);
    }

    private ScoreBoard(ScoreBoard of, ScoringInput input, LevelScore[][] scores, ScoringState? state)
    {
        (Input, this.scores, State) = (input, scores, state);
        (rowOfKey, rowOfId, pools) = (of.rowOfKey, of.rowOfId, of.pools);
    }

    /// <summary>The table.</summary>
    public CompiledTable Table => Input.Table;

    /// <summary>評価年度.</summary>
    public FiscalYear FiscalYear => Table.FiscalYear;

    /// <summary>対象.</summary>
    public Audience Audience => Table.Audience;

    /// <summary>暫定 or 確定.</summary>
    public ScoreKind Kind => Input.Kind;

    /// <summary>Who is scored, in code order. A row number of this list names a unit in all other members.</summary>
    public IReadOnlyList<ScoredJurisdiction> Jurisdictions => Input.Jurisdictions;

    /// <summary>The row of a jurisdiction by its key; null when it is not scored.</summary>
    public int? FindRow(string key) => rowOfKey.TryGetValue(key, out var row) ? row : null;

    /// <summary>The row of a jurisdiction by the portal's number; null when it is not scored.</summary>
    public int? FindRow(int jurisdictionId) => rowOfId.TryGetValue(jurisdictionId, out var row) ? row : null;

    /// <summary>The score at a level.</summary>
    public LevelScore Score(int row, int level) => scores[row][level];

    /// <summary>The score at a level.</summary>
    public LevelScore Score(int row, TableLevel level) => scores[row][level.Index];

    /// <summary>The points of a grant; null while they are not complete, and where the table has no such grant.</summary>
    public decimal? Points(int row, Grant grant) => Table.FindLevel(LevelKey.Of(grant)) is { } level ? Score(row, level).Complete : null;

    /// <summary>得点率 in percent, not rounded; null unless score and maximum are known.</summary>
    public decimal? Rate(int row, TableLevel level) => ScoreRate.Percent(Score(row, level).Complete, level.MaxPoints);

    /// <summary>The result of a cell.</summary>
    public CellResult Cell(int row, int cell) => Input.CellsOf(row)[cell];

    /// <summary>Why a cell has the points that it has.</summary>
    public CellExplanation Explain(int row, TableCell cell) => CellExplanation.Of(this, row, cell);

    /// <summary>What the ministry's file says of the unit's year before.</summary>
    public PublishedPrevious Previous(int row) => Input.Previous[row];

    /// <summary>The pool of a kind that a unit belongs to; null when it is not known.</summary>
    public RankingPool? PoolOf(int row, PoolKind kind) => PoolsOf(kind).Pools[row];

    /// <summary>The rows of a pool, in code order.</summary>
    public IEnumerable<int> RowsOf(RankingPool pool)
    {
        var of = PoolsOf(pool.Kind).Pools;
        return Enumerable.Range(0, of.Length).Where(row => of[row] == pool);
    }

    /// <summary>The rank at a level in a unit's pool of a kind; null while its score is not complete: partial totals are never ranked.</summary>
    public Standing? Standing(int row, TableLevel level, PoolKind kind) =>
        standings.GetOrAdd((kind, level.Index), key => PoolStandings.Of(OrderOf(key.Level), PoolsOf(key.Item1)))[row];

    /// <summary>Statistics of a level in a pool.</summary>
    public ScoreStatistics Statistics(TableLevel level, RankingPool pool) =>
        levelStatistics.GetOrAdd((pool, level.Index), key =>
        {
            var of = RowsOf(key.Item1).Select(row => scores[row][key.Level]).ToList();
            return ScoreStatistics.Of(of.Where(s => s.IsComplete).Select(s => s.Hundredths), of.Count(s => !s.IsComplete));
        });

    /// <summary>Statistics of a level in the nation.</summary>
    public ScoreStatistics Statistics(TableLevel level) => Statistics(level, RankingPool.Nation);

    /// <summary>Statistics of a cell in a pool; <see cref="ScoreStatistics.ImplementationRate"/> is its 該当率.</summary>
    public ScoreStatistics Statistics(TableCell cell, RankingPool pool) =>
        cellStatistics.GetOrAdd((pool, cell.Index), key =>
        {
            var of = RowsOf(key.Item1).Select(row => Cell(row, key.Cell).PointsIfKnown).ToList();
            return ScoreStatistics.Of(of.OfType<Points>().Select(p => p.Hundredths), of.Count(p => p is null));
        });

    /// <summary>The cells that the scores were made of.</summary>
    internal ScoringInput Input { get; }

    /// <summary>What scoring again needs; null for published points.</summary>
    internal ScoringState? State { get; }

    /// <summary>The same board but for the cells and scores of some rows.</summary>
    internal ScoreBoard With(ScoringInput input, IReadOnlyDictionary<int, LevelScore[]> changed, ScoringState state)
    {
        var rows = scores.ToArray();
        foreach (var (row, levels) in changed) rows[row] = levels;
        return new ScoreBoard(this, input, rows, state);
    }

    private PoolMembers PoolsOf(PoolKind kind) => pools.GetOrAdd(kind, k => PoolMembers.Of(Jurisdictions.Select(unit => RankingPool.Of(k, unit))));

    private ScoreOrder OrderOf(int level) =>
        orders.GetOrAdd(level, l => ScoreOrder.Of([.. scores.Select(row => row[l] is { IsComplete: true, Hundredths: var h } ? h : (int?)null)]));
}
