using System.Globalization;
using System.Security.Claims;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>Who makes the request, from the cookie's claims: no query.</summary>
public sealed class CurrentAccount(IHttpContextAccessor context)
{
    private JurisdictionScope? scope;

    /// <summary>Whether somebody is signed in. The other members ask for that.</summary>
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>The account.</summary>
    public int Id => Number(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The name that they sign in with, which is also what the audit keeps.</summary>
    public string UserName => User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The name on screens.</summary>
    public string DisplayName => Text(AccountClaims.DisplayName);

    /// <summary>所属.</summary>
    public string Office => Text(AccountClaims.Office);

    /// <summary>The role.</summary>
    public PortalRole Role => Enum.Parse<PortalRole>(Text(ClaimTypes.Role));

    /// <summary>The jurisdictions that they act for.</summary>
    public JurisdictionScope Scope => scope ??= new JurisdictionScope(
        User.FindAll(AccountClaims.Scope).Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).ToHashSet());

    /// <summary>Their municipality; null where they act for none, for several, or for a whole prefecture.</summary>
    public HomeMunicipality? HomeMunicipality => HomeMunicipality.Parse(User.FindFirstValue(AccountClaims.Home));

    /// <summary>The prefecture in which all of their scope lies; null where there is none or more than one.</summary>
    public PrefectureName? HomePrefecture => Number(AccountClaims.HomePrefecture) is { } number ? PrefectureName.Of(number) : null;

    /// <summary>Whether the password was chosen by an administrator and must be changed first of all.</summary>
    public bool MustChangePassword => User.HasClaim(c => c.Type == AccountClaims.MustChangePassword);

    /// <summary>They as the one who changes an account.</summary>
    public AccountActor Actor => new(Id, UserName);

    private ClaimsPrincipal User => context.HttpContext?.User ?? new ClaimsPrincipal();

    private string Text(string type) => User.FindFirstValue(type) ?? throw new InvalidOperationException($"The cookie has no claim {type}.");

    private int? Number(string type) => User.FindFirstValue(type) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}

/// <summary>The municipality of somebody who acts for one.</summary>
/// <param name="Id">The portal's own number.</param>
/// <param name="Key">What addresses call it (<see cref="Jurisdiction.Key"/>).</param>
/// <param name="Name">大河原町.</param>
public sealed record HomeMunicipality(int Id, string Key, string Name)
{
    private const char Separator = '|';

    /// <summary>1234|043214|大河原町, as the cookie keeps it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}{Separator}{Key}{Separator}{Name}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    public static HomeMunicipality? Parse(string? text) =>
        text?.Split(Separator, 3) is [var id, var key, var name]
            ? new HomeMunicipality(int.Parse(id, CultureInfo.InvariantCulture), key, name) : null;
}
