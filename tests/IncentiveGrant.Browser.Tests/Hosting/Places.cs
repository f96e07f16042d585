using System.Reflection;

namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>Where things lie in the repository, as the project file says.</summary>
internal static class Places
{
    /// <summary>The portal's executable.</summary>
    public static string Portal => Of(nameof(Portal));

    /// <summary>The folder of the portal's project.</summary>
    public static string PortalProject => Of(nameof(PortalProject));

    /// <summary>Where pictures of failed journeys are left.</summary>
    public static string TestResults => Of(nameof(TestResults));

    /// <summary>The guide for users.</summary>
    public static string Guide => Of(nameof(Guide));

    private static string Of(string name) =>
        Path.GetFullPath(typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!);
}
