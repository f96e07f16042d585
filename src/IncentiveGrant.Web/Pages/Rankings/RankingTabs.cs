using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Pages.Rankings;

/// <summary>The tabs over the rankings.</summary>
/// <param name="Year">The year.</param>
/// <param name="Current">prefectures, means or municipalities.</param>
/// <param name="MunicipalityCount">How many municipalities are ranked; null where the page does not know.</param>
public sealed record RankingTabs(FiscalYear Year, string Current, int? MunicipalityCount = null);
