using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// Counts the changes to the scores of a year, audience and kind. It is raised in the transaction that changes them, so that every process
/// that holds a board sees that it is out of date.
/// </summary>
public sealed class BoardVersion
{
    /// <summary>評価年度.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>対象.</summary>
    public required Audience Audience { get; init; }

    /// <summary>暫定 or 確定.</summary>
    public required ScoreKind Kind { get; init; }

    /// <summary>The count.</summary>
    public long Version { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
