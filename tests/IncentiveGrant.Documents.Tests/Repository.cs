namespace IncentiveGrant.Documents.Tests;

/// <summary>Files of the repository that the portal ships.</summary>
internal static class Repository
{
    /// <summary>The full path of a file, found from the folder of the solution.</summary>
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IncentiveGrant.sln"))) folder = folder.Parent;
        return Path.Combine([folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), .. parts]);
    }
}
