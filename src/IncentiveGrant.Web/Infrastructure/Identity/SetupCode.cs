using System.Security.Cryptography;
using System.Text;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// The code that opens the set-up page: whoever can read the console of the starting portal may make its first administrator. Only its hash
/// is kept, and only in this process.
/// </summary>
public sealed class SetupCode
{
    /// <summary>Longest text that is compared: a code, with room for spaces that somebody typed.</summary>
    public const int MaxLength = 40;

    private byte[]? hash;

    /// <summary>Whether there is a code.</summary>
    public bool IsOpen => hash is not null;

    /// <summary>Makes the code, to be printed on the console and nowhere else.</summary>
    public string Open()
    {
        var code = OneTimePassword.Create();
        hash = HashOf(code);
        return code;
    }

    /// <summary>Whether a text is the code. Takes the same time whatever is wrong with it.</summary>
    public bool Matches(string? text) =>
        CryptographicOperations.FixedTimeEquals(HashOf(NormalizedText.Name(text).ToLowerInvariant()), hash ?? []);

    /// <summary>The code has done its work.</summary>
    public void Close() => hash = null;

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
