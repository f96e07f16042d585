namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>The words of 過疎.</summary>
public static class Depopulation
{
    /// <summary>過疎 or 過疎でない.</summary>
    public static string Name(bool isDepopulated) => isDepopulated ? "過疎" : "過疎でない";
}
