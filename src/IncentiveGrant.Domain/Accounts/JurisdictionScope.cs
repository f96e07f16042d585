namespace IncentiveGrant.Domain.Accounts;

/// <summary>
/// The set of jurisdictions that an account acts for: one town, the members of a 広域連合, a health office's area, or a prefecture, which
/// takes in all of its municipalities.
/// </summary>
/// <param name="JurisdictionIds">The jurisdictions named for the account; a prefecture's id is its number.</param>
public sealed record JurisdictionScope(IReadOnlySet<int> JurisdictionIds)
{
    /// <summary>Whether the account acts for a jurisdiction.</summary>
    public bool Includes(int jurisdictionId, int prefectureNumber) => JurisdictionIds.Contains(jurisdictionId) || JurisdictionIds.Contains(prefectureNumber);
}
