namespace IncentiveGrant.Domain.Scoring;

/// <summary>Why a cell has points, or has none (domain.md, Unknown, missing, zero).</summary>
public enum CellReason : byte
{
    /// <summary>Scored; 0 points are points too.</summary>
    Scored = 0,

    /// <summary>対象外: 0 points, known.</summary>
    NotApplicable = 1,

    /// <summary>未回答: unknown until the sheet is frozen.</summary>
    Unanswered = 2,

    /// <summary>算定待ち: the ministry has not computed it yet.</summary>
    Pending = 3,
}

/// <summary>The result of one cell for one jurisdiction: points or no points, with the reason. Never a bare number.</summary>
/// <param name="Reason">Why.</param>
/// <param name="PointsIfKnown">The points; null when they are not known.</param>
public readonly record struct CellResult(CellReason Reason, Points? PointsIfKnown)
{
    /// <summary>A scored cell.</summary>
    public static CellResult Scored(Points points) => new(CellReason.Scored, points);

    /// <summary>A cell without points.</summary>
    public static CellResult Unknown(CellReason reason) => new(reason, null);

    /// <summary>Whether the points are known.</summary>
    public bool IsKnown => PointsIfKnown is not null;
}
