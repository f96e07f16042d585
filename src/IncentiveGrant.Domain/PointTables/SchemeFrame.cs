using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// The frame of a year: 800 points, 400 a grant, 100 a goal since 令和6年度 (docs/domain.md, Tables). A table may leave it, since the
/// scheme changes; it is asked about when it does.
/// </summary>
/// <param name="Total">満点 of both grants.</param>
/// <param name="Grant">満点 of a grant.</param>
/// <param name="Goal">満点 of a goal.</param>
public sealed record SchemeFrame(decimal Total, decimal Grant, decimal Goal)
{
    private static readonly SchemeFrame Current = new(800, 400, 100);

    /// <summary>The frame of a year; null before 令和6年度, when points were counted in another system.</summary>
    public static SchemeFrame? Of(FiscalYear year) => year >= FiscalYear.FirstOfCurrentFrame ? Current : null;

    /// <summary>How many units a complete national result has: 1,741 municipalities (23 wards included), 47 prefectures.</summary>
    public static int NationalUnits(Audience audience) => audience == Audience.Municipality ? 1_741 : 47;
}
