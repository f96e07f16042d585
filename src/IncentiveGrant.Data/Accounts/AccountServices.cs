using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Data.Accounts;

/// <summary>Registers the accounts: what pages and commands share. Signing in is the web's own.</summary>
public static class AccountServices
{
    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public const int MaxFailedAttempts = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    /// <summary>Registers accounts on <see cref="PortalDb"/>.</summary>
    public static IdentityBuilder AddPortalAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountDirectory>();
        services.AddScoped<AccountSessions>();
        services.AddScoped<DemoAccounts>();
        var builder = services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<PortalDb>()
            .AddUserManager<AccountUsers>()
            .AddErrorDescriber<JapaneseIdentityErrors>()
            .AddPasswordValidator<PasswordRules>();
        services.AddScoped<ILookupNormalizer, UserNameNormalizer>();
        return builder;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = MaxFailedAttempts;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        options.Password = new PasswordOptions
        {
            // Length protects; rules of composition only make people write the same word with a 1 and a sign behind it.
            RequiredLength = PasswordRules.MinLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false,
            RequireNonAlphanumeric = false, RequiredUniqueChars = 0,
        };
    }
}
