namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>The accounts of the demonstration, by their role.</summary>
public enum DemoRole
{
    MunicipalOfficer,
    PrefectureStaff,
    Administrator,
    Viewer,
}

/// <summary>What the sign-in page calls them.</summary>
internal static class DemoRoles
{
    /// <summary>The button that signs in as a role.</summary>
    public static string Button(this DemoRole role) => role switch
    {
        DemoRole.MunicipalOfficer => "市町村担当者で入る",
        DemoRole.PrefectureStaff => "都道府県職員で入る",
        DemoRole.Administrator => "管理者で入る",
        _ => "閲覧者で入る",
    };
}
