using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Pages.Rankings;

/// <summary>The tabs over the rankings.</summary>
/// <param name="Year">The year.</param>
/// <param name="Current">The one that is open.</param>
/// <param name="MunicipalityCount">How many municipalities are ranked; null where the page does not know.</param>
public sealed record RankingTabs(FiscalYear Year, RankingTab Current, int? MunicipalityCount = null);

/// <summary>A tab over the rankings.</summary>
public enum RankingTab
{
    /// <summary>The prefectures by their own points.</summary>
    Prefectures,

    /// <summary>The prefectures by the means of their municipalities.</summary>
    Means,

    /// <summary>The municipalities.</summary>
    Municipalities,
}

/// <summary>The levels that the ranking can be ordered by.</summary>
/// <param name="Table">The table.</param>
/// <param name="Current">The level that is ranked.</param>
public sealed record RankingLevels(CompiledTable Table, TableLevel Current);
