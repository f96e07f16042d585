using System.Security.Cryptography;

namespace IncentiveGrant.Web.Imports;

/// <summary>A file as the audit names it.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
public sealed record SourceFile(string Name, string Hash)
{
    /// <summary>Longest name kept; with the hash it fits the audit.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Hashes a file and leaves it at its beginning.</summary>
    public static async Task<SourceFile> OfAsync(Stream content, string fileName, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        var name = Path.GetFileName(fileName);
        return new SourceFile(name.Length <= NameMaxLength ? name : name[..NameMaxLength], hash);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Name} {Hash}";
}
