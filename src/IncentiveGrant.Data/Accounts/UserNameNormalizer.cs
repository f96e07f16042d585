using IncentiveGrant.Domain.Text;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>User names are found whatever their case and width: an input method left on types ｙａｍａｄａ.</summary>
internal sealed class UserNameNormalizer : ILookupNormalizer
{
    /// <inheritdoc />
    public string? NormalizeName(string? name) => name is null ? null : NormalizedText.Name(name).ToUpperInvariant();

    /// <inheritdoc />
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
