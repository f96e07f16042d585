using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// One loading of results: cell points and published figures of a year, audience and kind. The newest set of a year counts; older ones are
/// kept beside it.
/// </summary>
public sealed class ResultSet
{
    /// <summary>Longest file name kept.</summary>
    public const int SourceNameMaxLength = 200;

    /// <summary>Hexadecimal digits of the file's hash.</summary>
    public const int SourceHashLength = 64;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>評価年度.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>対象.</summary>
    public required Audience Audience { get; init; }

    /// <summary>暫定 or 確定.</summary>
    public required ScoreKind Kind { get; init; }

    /// <summary>The edition whose cells the points belong to.</summary>
    public required int PointTableId { get; init; }

    /// <summary>The file's name.</summary>
    public required string SourceName { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string SourceHash { get; init; }

    /// <summary>When it was loaded.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Scored units in the file.</summary>
    public required int UnitCount { get; init; }

    /// <summary>Figures that a recomputation does not confirm; they are kept as <see cref="ImportFinding"/>s.</summary>
    public required int DifferenceCount { get; init; }
}

/// <summary>The points of one cell of one unit in a set.</summary>
public sealed class CellPoint
{
    /// <summary>The set.</summary>
    public required int ResultSetId { get; init; }

    /// <summary>The unit.</summary>
    public required int JurisdictionId { get; init; }

    /// <summary>The cell.</summary>
    public required int SubItemId { get; init; }

    /// <summary>Why there are points or none.</summary>
    public required CellReason Reason { get; init; }

    /// <summary>Points in 1/100; 0 unless <see cref="Reason"/> is scored.</summary>
    public required int Hundredths { get; init; }
}

/// <summary>A figure of a results file as printed: its value and its printed text, never mixed with what the portal computes.</summary>
public sealed class ResultFigure
{
    /// <summary>Longest printed text.</summary>
    public const int TextMaxLength = 60;

    /// <summary>The portal's own number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public required int ResultSetId { get; init; }

    /// <summary>The unit; null for a statistic of the nation.</summary>
    public required int? JurisdictionId { get; init; }

    /// <summary>What the figure is.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The level or cell, in its written form.</summary>
    public required string Level { get; init; }

    /// <summary>The number; null when the print is no number.</summary>
    public required decimal? Value { get; init; }

    /// <summary>What is printed instead of a number (—, ※).</summary>
    public required string? PrintedText { get; init; }
}

/// <summary>Something that a loading found and that stays to be looked at: a figure that a recomputation does not confirm, a clash of numbers.</summary>
public sealed class ImportFinding
{
    /// <summary>Longest place.</summary>
    public const int PlaceMaxLength = 200;

    /// <summary>Longest text.</summary>
    public const int TextMaxLength = 500;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>The set.</summary>
    public required int ResultSetId { get; init; }

    /// <summary>Where in the file; empty when it concerns the whole file.</summary>
    public required string Place { get; init; }

    /// <summary>What was found.</summary>
    public required string Text { get; init; }
}
