using IncentiveGrant.Domain.Accounts;

namespace IncentiveGrant.Data.Accounts;

/// <summary>What an administrator decides about an account.</summary>
/// <param name="DisplayName">The name on screens.</param>
/// <param name="Office">所属.</param>
/// <param name="Role">The role.</param>
/// <param name="JurisdictionIds">The jurisdictions that the account acts for.</param>
public sealed record AccountDetails(string DisplayName, string Office, PortalRole Role, IReadOnlyCollection<int> JurisdictionIds);

/// <summary>Who changes an account.</summary>
/// <param name="AccountId">Their own account; null for a command or the portal itself.</param>
/// <param name="Name">The name that the audit keeps: a user name or 「コマンド create-admin」.</param>
public sealed record AccountActor(int? AccountId, string Name);

/// <summary>What became of a change to an account.</summary>
public abstract record AccountOutcome
{
    private AccountOutcome()
    {
    }

    /// <summary>It is saved.</summary>
    /// <param name="Account">The account as saved.</param>
    /// <param name="OneTimePassword">The password that was made for it, to be shown once; null when none was made.</param>
    public sealed record Saved(Account Account, string? OneTimePassword) : AccountOutcome;

    /// <summary>It is refused; nothing is saved.</summary>
    /// <param name="Faults">Why.</param>
    public sealed record Refused(IReadOnlyList<AccountFault> Faults) : AccountOutcome;

    /// <summary>Somebody else has changed the account since it was read.</summary>
    /// <param name="Current">The account as it is now.</param>
    public sealed record Conflict(Account Current) : AccountOutcome;

    /// <summary>There is no such account, or it is not the time for it (an administrator exists already).</summary>
    public sealed record NotFound : AccountOutcome;
}

/// <summary>Why a change is refused.</summary>
/// <param name="Field">What it is about.</param>
/// <param name="Text">What is wrong and what to do, as a sentence.</param>
public sealed record AccountFault(AccountField Field, string Text);

/// <summary>What a fault is about.</summary>
public enum AccountField
{
    /// <summary>The account as a whole.</summary>
    Account,

    /// <summary>ユーザー名.</summary>
    UserName,

    /// <summary>氏名.</summary>
    DisplayName,

    /// <summary>所属.</summary>
    Office,

    /// <summary>役割.</summary>
    Role,

    /// <summary>担当団体.</summary>
    Scope,

    /// <summary>The new password.</summary>
    Password,

    /// <summary>The present password.</summary>
    CurrentPassword,
}
