using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>A jurisdiction as a score board knows it.</summary>
/// <param name="Id">The portal's number.</param>
/// <param name="Key">What addresses and files call it (<see cref="Jurisdiction.Key"/>).</param>
/// <param name="Name">大河原町.</param>
/// <param name="Kana">Its reading; empty when not known.</param>
/// <param name="PrefectureNumber">1 to 47.</param>
/// <param name="Profile">Its figures of the year; null for a prefecture or when none are loaded.</param>
/// <param name="Union">The name of its 広域連合, if it has one.</param>
public sealed record ScoredJurisdiction(int Id, string Key, string Name, string Kana, int PrefectureNumber, MunicipalityProfile? Profile, string? Union)
{
    /// <summary>Its prefecture.</summary>
    public PrefectureName Prefecture => PrefectureName.Of(PrefectureNumber);
}

/// <summary>What the ministry's file says of the year before.</summary>
/// <param name="Total">前年度 合計.</param>
/// <param name="Rank">前年度 順位.</param>
public readonly record struct PublishedPrevious(decimal? Total, int? Rank);

/// <summary>
/// Everything that a score board follows from. Pure data: the same input always gives the same board, in whatever order its rows come.
/// </summary>
public sealed class ScoringInput
{
    private readonly CellResult[][] cells;
    private readonly int?[]?[] levelPoints;

    /// <summary>An input in which every cell of every jurisdiction is still without points.</summary>
    /// <param name="table">The table.</param>
    /// <param name="kind">暫定 or 確定.</param>
    /// <param name="jurisdictions">Who is scored, in code order.</param>
    /// <param name="reason">Why a cell without points has none: 算定待ち for published results, 未回答 for answers.</param>
    public ScoringInput(CompiledTable table, ScoreKind kind, IReadOnlyList<ScoredJurisdiction> jurisdictions, CellReason reason)
    {
        (Table, Kind, Jurisdictions) = (table, kind, jurisdictions);
        CellResult[] unknown = [.. table.Cells.Select(c => CellResult.Unknown(reason, c.MaxPoints))];
        cells = new CellResult[jurisdictions.Count][];
        for (var row = 0; row < cells.Length; row++) cells[row] = [.. unknown];
        levelPoints = new int?[]?[jurisdictions.Count];
        Previous = new PublishedPrevious[jurisdictions.Count];
    }

    private ScoringInput(ScoringInput of, CellResult[][] cells)
    {
        (Table, Kind, Jurisdictions) = (of.Table, of.Kind, of.Jurisdictions);
        (this.cells, levelPoints, Previous) = (cells, of.levelPoints, of.Previous);
    }

    /// <summary>The table.</summary>
    public CompiledTable Table { get; }

    /// <summary>暫定 or 確定.</summary>
    public ScoreKind Kind { get; }

    /// <summary>Who is scored.</summary>
    public IReadOnlyList<ScoredJurisdiction> Jurisdictions { get; }

    /// <summary>What the file says of the year before, by row.</summary>
    public PublishedPrevious[] Previous { get; }

    /// <summary>Sets a cell's points.</summary>
    public void SetCell(int row, int cell, Points points) => SetCell(row, cell, CellResult.Scored(points));

    /// <summary>Sets a cell's result.</summary>
    public void SetCell(int row, int cell, CellResult result) => cells[row][cell] = result;

    /// <summary>
    /// Sets the published points of a level. They count where the level's own cells are not loaded (prefectures' results come by goal).
    /// </summary>
    public void SetPublishedPoints(int row, int level, Points points) => (levelPoints[row] ??= new int?[Table.Levels.Count])[level] = points.Hundredths;

    /// <summary>The results of a unit's cells.</summary>
    internal CellResult[] CellsOf(int row) => cells[row];

    /// <summary>The published points of a unit's levels in 1/100; null when none are set.</summary>
    internal int?[]? PublishedPointsOf(int row) => levelPoints[row];

    /// <summary>The same input but for the cells of some rows; the others are shared.</summary>
    internal ScoringInput With(IReadOnlyDictionary<int, CellResult[]> changed)
    {
        var rows = cells.ToArray();
        foreach (var (row, results) in changed) rows[row] = results;
        return new ScoringInput(this, rows);
    }
}
