namespace IncentiveGrant.Domain.Years;

/// <summary>A fiscal year that the portal holds something of: a point table or results. It begins with the first of them.</summary>
public sealed class PortalYear
{
    /// <summary>評価年度.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>When the portal first heard of it.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
