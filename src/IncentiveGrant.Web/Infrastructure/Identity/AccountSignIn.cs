using System.Security.Claims;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Identity's sign-in manager for accounts that can be closed. Whoever guesses learns nothing from the time that a refusal takes: an unknown
/// name, a closed and a locked account cost one password check like a wrong password. The log tells of every attempt by the account's number
/// and the address; what was typed in place of a user name is not kept, because now and then it is a password. What is recorded is recorded
/// even for a visitor who hangs up.
/// </summary>
public sealed class AccountSignIn(
    AccountUsers users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<AccountSignIn> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, AccountDirectory directory,
    AccountSessions sessions, TimeProvider clock)
    : SignInManager<Account>(users, context, claims, options, log, schemes, confirmation)
{
    private static readonly Account Nobody = new() { DisplayName = "", Office = "", Role = PortalRole.Viewer };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, OneTimePassword.Create());

    private string Address => Context.Connection.RemoteIpAddress?.ToString() ?? "";

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
        if (!result.Succeeded) LogRefusal(account, result);
        if (result.IsLockedOut && !wasLocked) await directory.RecordAsync(account!, "サインインの一時停止", Address, CancellationToken.None);
        return result;
    }

    /// <summary>Starts a session, unless it goes on with other claims.</summary>
    public override async Task SignInWithClaimsAsync(
        Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new AuthenticationProperties();
        var isNew = AccountSession.Of(properties) is null;
        if (isNew) new AccountSession(Guid.NewGuid(), clock.GetUtcNow()).WriteTo(properties);
        await base.SignInWithClaimsAsync(user, properties, additionalClaims);
        if (!isNew) return;
        log.LogInformation("利用者 {Account} が {Address} からサインインしました。", user.Id, Address);
        if (user.Role == PortalRole.Administrator) await directory.RecordAsync(user, "管理者のサインイン", Address, CancellationToken.None);
    }

    /// <summary>Signs the visitor out, here and wherever a copy of the cookie lies.</summary>
    public async Task EndSessionAsync()
    {
        var cookie = await Context.AuthenticateAsync(AuthenticationScheme);
        if (AccountSession.Of(cookie.Properties) is { } session) await sessions.EndAsync(session.Id, CancellationToken.None);
        await SignOutAsync();
        log.LogInformation("利用者 {Account} が {Address} からサインアウトしました。", UserManager.GetUserId(Context.User), Address);
    }

    /// <summary>A cookie is good as long as its account's security stamp is the same and the account is open.</summary>
    public override async Task<Account?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } account && await CanSignInAsync(account) ? account : null;

    private void LogRefusal(Account? account, SignInResult result)
    {
        if (account is null) log.LogWarning("登録のないユーザー名でのサインインを断りました（{Address}）。", Address);
        else log.LogWarning("利用者 {Account} のサインインを断りました（{Reason}、{Address}）。", account.Id, ReasonOf(result), Address);
    }

    private static string ReasonOf(SignInResult result) => result switch
    {
        { IsLockedOut: true } => "間違いが続いたための一時停止",
        { IsNotAllowed: true } => "利用停止中",
        _ => "パスワードの違い",
    };
}
