using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// Identity's user manager with another lockout: failures are counted by the database in one statement, so that guesses made side by side
/// all count; time comes from the portal's clock; and a failure leaves the account's concurrency stamp alone, so that an administrator who
/// is editing the account of somebody who cannot sign in meets no conflict.
/// </summary>
public sealed class AccountUsers(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators, IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<AccountUsers> log, PortalDb db, TimeProvider clock)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockoutEnd > clock.GetUtcNow());

    /// <inheritdoc />
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var row = db.Users.Where(a => a.Id == user.Id);
        DateTimeOffset? lockedUntil = clock.GetUtcNow() + AccountServices.LockoutTime;
        await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1));
        await row.Where(a => a.AccessFailedCount >= AccountServices.MaxFailedAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, lockedUntil));
        await db.Entry(user).ReloadAsync();
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public override async Task<IdentityResult> ResetAccessFailedCountAsync(Account user)
    {
        if (user.AccessFailedCount == 0) return IdentityResult.Success;
        await db.Users.Where(a => a.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0));
        await db.Entry(user).ReloadAsync();
        return IdentityResult.Success;
    }
}
