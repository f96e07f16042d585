namespace IncentiveGrant.Domain.Accounts;

/// <summary>What a person does in the portal. A person has exactly one role.</summary>
public enum PortalRole
{
    /// <summary>閲覧者: reads published results.</summary>
    Viewer = 1,

    /// <summary>市町村担当者: answers for the municipalities of their scope.</summary>
    MunicipalOfficer = 2,

    /// <summary>都道府県職員: collects and checks for the prefecture and health offices of their scope.</summary>
    PrefectureStaff = 3,

    /// <summary>管理者: loads tables and results, runs the system.</summary>
    Administrator = 4,
}

/// <summary>The words of roles.</summary>
public static class PortalRoles
{
    /// <summary>The word shown to people.</summary>
    public static string Name(this PortalRole role) => role switch
    {
        PortalRole.Administrator => "管理者",
        PortalRole.PrefectureStaff => "都道府県職員",
        PortalRole.MunicipalOfficer => "市町村担当者",
        _ => "閲覧者",
    };
}
