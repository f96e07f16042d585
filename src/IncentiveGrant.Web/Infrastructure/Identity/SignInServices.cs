using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Data.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>Registers signing in: Identity on the portal's accounts, one cookie, and who may open what.</summary>
public static class SignInServices
{
    private const string ApplicationName = "IncentiveGrant";

    /// <summary>A cookie that is not used for so long is void.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromHours(8);

    /// <summary>A closed account, a changed password or a sign-out elsewhere takes effect after so long at most.</summary>
    private static readonly TimeSpan RevalidationInterval = TimeSpan.FromMinutes(1);

    /// <summary>Registers accounts, sign-in and policies.</summary>
    public static void AddPortalSignIn(this IServiceCollection services)
    {
        services.AddPortalAccounts().AddSignInManager<AccountSignIn>().AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<ISecurityStampValidator, SessionValidator>(); // in place of the one that Identity has just added
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(ConfigureCookie));
        services.AddAntiforgery(
            options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("portal-form", CookieSecurePolicy.SameAsRequest));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RevalidationInterval);
        services.AddAuthorization(PortalPolicies.Add);
        // After the framework's own set-up, which starts with an empty list of conventions.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Admin", PortalPolicies.Administrator));
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentAccount>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<SetupCode>();
    }

    /// <summary>Keeps the keys of cookies and tokens in the database, so that every node reads what another wrote.</summary>
    public static void AddPortalDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DataProtectionKeyRepository(scopes));
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = IdleTime;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask; // the page knows better which addresses are good
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.IsApi()) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else context.Response.Redirect(SignInAddress(context));
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Without a host: the one that a request names need not be the portal's.</summary>
    private static string SignInAddress(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, options) = (context.Request, context.Options);
        return request.PathBase + options.LoginPath
            + QueryString.Create(options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
    }
}
