namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>The words of <see cref="JurisdictionKind"/>.</summary>
public static class JurisdictionKinds
{
    /// <summary>都道府県, 市町村, 広域連合.</summary>
    public static string Name(this JurisdictionKind kind) => kind switch
    {
        JurisdictionKind.Prefecture => "都道府県",
        JurisdictionKind.Municipality => "市町村",
        _ => "広域連合",
    };
}
