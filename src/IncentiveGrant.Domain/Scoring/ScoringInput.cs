using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>暫定 or 確定.</summary>
public enum ScoreKind
{
    /// <summary>暫定: from the self-assessment.</summary>
    Provisional = 1,

    /// <summary>確定: as published by the ministry.</summary>
    Final = 2,
}

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
    private readonly int[] cellPoints;
    private readonly CellReason[] cellReasons;
    private readonly int[] levelPoints;

    /// <summary>An input in which every cell of every jurisdiction is still without points.</summary>
    /// <param name="table">The table.</param>
    /// <param name="kind">暫定 or 確定.</param>
    /// <param name="jurisdictions">Who is scored, in code order.</param>
    /// <param name="reason">Why a cell without points has none: 算定待ち for published results, 未回答 for answers.</param>
    public ScoringInput(CompiledTable table, ScoreKind kind, IReadOnlyList<ScoredJurisdiction> jurisdictions, CellReason reason)
    {
        (Table, Kind, Jurisdictions) = (table, kind, jurisdictions);
        cellPoints = new int[jurisdictions.Count * table.Cells.Count];
        cellReasons = new CellReason[cellPoints.Length];
        Array.Fill(cellReasons, reason);
        levelPoints = new int[jurisdictions.Count * table.Levels.Count];
        Array.Fill(levelPoints, Unknown);
        Previous = new PublishedPrevious[jurisdictions.Count];
    }

    /// <summary>The table.</summary>
    public CompiledTable Table { get; }

    /// <summary>暫定 or 確定.</summary>
    public ScoreKind Kind { get; }

    /// <summary>Who is scored.</summary>
    public IReadOnlyList<ScoredJurisdiction> Jurisdictions { get; }

    /// <summary>What the file says of the year before, by row.</summary>
    public PublishedPrevious[] Previous { get; }

    internal const int Unknown = int.MinValue;

    internal ReadOnlySpan<int> CellPoints => cellPoints;

    internal ReadOnlySpan<CellReason> CellReasons => cellReasons;

    internal ReadOnlySpan<int> PublishedPoints => levelPoints;

    /// <summary>Sets a cell's points.</summary>
    public void SetCell(int row, int cell, Points points) => SetCell(row, cell, CellReason.Scored, points);

    /// <summary>Sets a cell's reason; points count only where the reason makes them known.</summary>
    public void SetCell(int row, int cell, CellReason reason, Points points)
    {
        var i = (row * Table.Cells.Count) + cell;
        cellReasons[i] = reason;
        cellPoints[i] = reason == CellReason.Scored ? points.Hundredths : 0;
    }

    /// <summary>
    /// Sets the published points of a level. They count where the level's own cells are not loaded (prefectures' results come by goal).
    /// </summary>
    public void SetPublishedPoints(int row, int level, Points points) => levelPoints[(row * Table.Levels.Count) + level] = points.Hundredths;
}
