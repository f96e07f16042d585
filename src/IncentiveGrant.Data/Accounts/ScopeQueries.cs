using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Data.Accounts;

/// <summary>The one filter by which a query sees only what an account acts for.</summary>
public static class ScopeQueries
{
    /// <summary>The jurisdictions of a scope: those named, and all that lie in a prefecture named whole.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> jurisdictions, JurisdictionScope scope)
        where T : Jurisdiction
    {
        // A prefecture's id is its number, so one list answers both questions (JurisdictionScope.Includes).
        int[] ids = [.. scope.JurisdictionIds];
        return jurisdictions.Where(j => ids.Contains(j.Id) || ids.Contains(j.PrefectureNumber));
    }
}
