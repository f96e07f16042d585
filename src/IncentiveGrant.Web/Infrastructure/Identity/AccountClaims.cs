using System.Globalization;
using System.Security.Claims;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Writes into the cookie what every request asks about its user, so that no request asks the database. The claims are written anew each
/// minute (security stamp validation), so a changed role or scope is there a minute later at most.
/// </summary>
public sealed class AccountClaims(AccountUsers users, IOptions<IdentityOptions> options, PortalDb db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    internal const string DisplayName = "display_name";
    internal const string Office = "office";
    internal const string MustChangePassword = "must_change_password";

    /// <summary>One for each jurisdiction of the scope.</summary>
    internal const string Scope = "scope";

    /// <summary>The only municipality of the scope, as <see cref="HomeMunicipality.ToString"/> writes it.</summary>
    internal const string Home = "home";

    /// <summary>The prefecture in which all of the scope lies.</summary>
    internal const string HomePrefecture = "home_prefecture";

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(Office, user.Office));
        if (user.MustChangePassword) identity.AddClaim(new Claim(MustChangePassword, "true"));
        var scope = await db.Set<AccountScope>().AsNoTracking().Where(s => s.AccountId == user.Id).Select(s => s.Jurisdiction!).ToListAsync();
        foreach (var id in scope.Select(j => j.Id).Order()) identity.AddClaim(new Claim(Scope, id.ToString(CultureInfo.InvariantCulture)));
        if (scope is [Municipality only]) identity.AddClaim(new Claim(Home, new HomeMunicipality(only.Id, only.Key, only.Name).ToString()));
        if (scope.Select(j => j.PrefectureNumber).Distinct().ToList() is [var number])
            identity.AddClaim(new Claim(HomePrefecture, number.ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}
