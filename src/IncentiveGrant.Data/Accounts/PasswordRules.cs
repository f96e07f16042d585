using System.Collections.Frozen;
using IncentiveGrant.Domain.Text;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// What a password may not be, beside too short: the user name, one or two characters over and over, one of the passwords that
/// everybody tries first (<c>common-passwords.txt</c>), or too long to be hashed in good time.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 128;

    private const int FewestDifferentCharacters = 3;

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var plain = NormalizedText.Name(password);
        var text = plain.Length > MaxLength ? $"パスワードは{MaxLength}文字以内にしてください。"
            : plain.Equals(NormalizedText.Name(user.UserName), StringComparison.OrdinalIgnoreCase) ? "ユーザー名と同じパスワードは使えません。別のものにしてください。"
            : plain.Distinct().Count() < FewestDifferentCharacters ? "同じ文字を並べたパスワードは使えません。別のものにしてください。"
            : Common.Contains(plain) ? "よく使われるパスワードは推測されやすいため使えません。別のものにしてください。"
            : null;
        return Task.FromResult(text is null
            ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = text }));
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
