using System.Security.Claims;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Identity's sign-in manager for accounts that can be closed. Whoever guesses learns nothing from the time that a refusal takes: an unknown
/// name, a closed and a locked account cost one password check like a wrong password.
/// </summary>
public sealed class AccountSignIn(
    AccountUsers users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<AccountSignIn> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(users, context, claims, options, log, schemes, confirmation)
{
    private static readonly Account Nobody = new() { DisplayName = "", Office = "", Role = PortalRole.Viewer };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, OneTimePassword.Create());

    /// <inheritdoc />
    public override async Task<bool> CanSignInAsync(Account user) => !user.IsClosed && await base.CanSignInAsync(user);

    /// <inheritdoc />
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var account = await UserManager.FindByNameAsync(userName);
        var wasLocked = account is not null && await UserManager.IsLockedOutAsync(account);
        var result = account is null ? SignInResult.Failed : await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
        if (account is null || wasLocked || result.IsNotAllowed)
            UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        return result;
    }

    /// <summary>A cookie is good as long as its account's security stamp is the same and the account is open.</summary>
    public override async Task<Account?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } account && await CanSignInAsync(account) ? account : null;
}
