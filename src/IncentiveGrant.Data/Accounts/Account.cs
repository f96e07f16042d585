using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>A person who signs in: name, office, one role, and the jurisdictions that they act for.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>Longest user name.</summary>
    public const int UserNameMaxLength = 60;

    /// <summary>Longest display name.</summary>
    public const int DisplayNameMaxLength = 60;

    /// <summary>Longest office.</summary>
    public const int OfficeMaxLength = 100;

    /// <summary>The name on screens.</summary>
    public required string DisplayName { get; set; }

    /// <summary>所属: 大河原町 福祉課.</summary>
    public required string Office { get; set; }

    /// <summary>The role.</summary>
    public required PortalRole Role { get; set; }

    /// <summary>A closed account cannot sign in; it is kept because the audit names it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether the next sign-in must set a new password (an administrator chose the present one).</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The jurisdictions that the account acts for.</summary>
    public ICollection<AccountScope> Scopes { get; init; } = [];
}

/// <summary>A jurisdiction that an account acts for.</summary>
public sealed class AccountScope
{
    /// <summary>The account.</summary>
    public int AccountId { get; init; }

    /// <summary>The jurisdiction.</summary>
    public required int JurisdictionId { get; init; }

    /// <inheritdoc cref="JurisdictionId" />
    public Jurisdiction? Jurisdiction { get; init; }
}
