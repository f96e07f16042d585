using IncentiveGrant.Data.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Asks, each time a cookie's account is looked at anew, about its session as well: a cookie does not outlive the longest session, and a
/// copy of it does not outlive its owner's sign-out by more than that interval.
/// </summary>
public sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<Account> signIn, ILoggerFactory log, AccountSessions sessions)
    : SecurityStampValidator<Account>(options, signIn, log)
{
    /// <inheritdoc />
    protected override async Task SecurityStampVerified(Account user, CookieValidatePrincipalContext context)
    {
        if (AccountSession.Of(context.Properties) is { } session && !session.IsOver(TimeProvider.GetUtcNow())
            && !await sessions.HasEndedAsync(session.Id, context.HttpContext.RequestAborted))
        {
            await base.SecurityStampVerified(user, context);
            return;
        }
        context.RejectPrincipal();
        await SignInManager.SignOutAsync();
    }
}
