namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// The result of one cell for one jurisdiction: points or no points, with the reason. Never a bare number. Points that are not known
/// still lie between two bounds.
/// </summary>
public readonly record struct CellResult
{
    private CellResult(CellReason reason, bool isKnown, int lowest, int highest) =>
        (Reason, IsKnown, LowestHundredths, HighestHundredths) = (reason, isKnown, lowest, highest);

    /// <summary>Why.</summary>
    public CellReason Reason { get; }

    /// <summary>Whether the points are known.</summary>
    public bool IsKnown { get; }

    /// <summary>The points; null when they are not known.</summary>
    public Points? PointsIfKnown => IsKnown ? new Points(LowestHundredths) : null;

    /// <summary>The fewest points that the cell can still bring, in 1/100.</summary>
    internal int LowestHundredths { get; }

    /// <summary>The most points that the cell can still bring, in 1/100.</summary>
    internal int HighestHundredths { get; }

    /// <summary>A scored cell.</summary>
    public static CellResult Scored(Points points) => new(CellReason.Scored, true, points.Hundredths, points.Hundredths);

    /// <summary>対象外: 0 points, known.</summary>
    public static CellResult NotApplicable { get; } = new(CellReason.NotApplicable, true, 0, 0);

    /// <summary>未回答 of a frozen sheet: 0 points, known.</summary>
    public static CellResult Forfeited { get; } = new(CellReason.Unanswered, true, 0, 0);

    /// <summary>A known result as it is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason leaves the points unknown.</exception>
    public static CellResult Known(CellReason reason, Points points) => reason switch
    {
        CellReason.Scored => Scored(points),
        CellReason.NotApplicable => NotApplicable,
        CellReason.Unanswered => Forfeited,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Pending points are not known."),
    };

    /// <summary>A cell without points.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="max">配点: what the cell can still bring; negative for a deduction.</param>
    public static CellResult Unknown(CellReason reason, Points max) =>
        new(reason, false, Math.Min(0, max.Hundredths), Math.Max(0, max.Hundredths));

    /// <summary>
    /// 算定待ち, though the points are settled as soon as its branch turns out to be the best one (<see
    /// cref="PointTables.BranchCombination.Best"/>).
    /// </summary>
    internal static CellResult PendingBranch(Points wouldBe) => new(CellReason.Pending, false, wouldBe.Hundredths, wouldBe.Hundredths);
}
