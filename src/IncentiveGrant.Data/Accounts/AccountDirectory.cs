using IncentiveGrant.Data.Audit;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// Creates and changes accounts, for pages and commands alike. Rules: 1. every change is one transaction with its audit entry, in which no
/// password stands; 2. changes come one after another, so that 3. and the first set-up hold whatever happens at once; 3. one administrator
/// who can sign in always remains, and nobody closes or demotes themselves.
/// </summary>
public sealed class AccountDirectory(PortalDb db, AccountUsers users, TimeProvider clock)
{
    /// <summary>The claim that marks the accounts of a demonstration.</summary>
    internal const string DemoClaim = "demo";

    /// <summary>Whether somebody can run the portal.</summary>
    public Task<bool> HasAdministratorAsync(CancellationToken cancel) =>
        db.Users.AnyAsync(a => a.Role == PortalRole.Administrator && !a.IsClosed, cancel);

    /// <summary>Creates an account.</summary>
    /// <param name="userName">The name it signs in with.</param>
    /// <param name="details">Everything else about it.</param>
    /// <param name="password">Its password, chosen by its owner; null to make one that must be changed at the first sign-in.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public Task<AccountOutcome> CreateAsync(
        string userName, AccountDetails details, string? password, AccountActor actor, CancellationToken cancel) =>
        InOrderAsync(() => AddAsync(userName, details, password, isDemo: false, actor, cancel), cancel);

    /// <summary>Creates an administrator from the command line.</summary>
    /// <inheritdoc cref="CreateAsync" />
    public Task<AccountOutcome> CreateAdministratorAsync(
        string userName, string displayName, string office, string? password, AccountActor actor, CancellationToken cancel) =>
        CreateAsync(userName, new AccountDetails(displayName, office, PortalRole.Administrator, []), password, actor, cancel);

    /// <summary>Creates the first administrator; <see cref="AccountOutcome.NotFound"/> when there is one already.</summary>
    public Task<AccountOutcome> CreateFirstAdministratorAsync(
        string userName, string displayName, string office, string password, CancellationToken cancel) => InOrderAsync(
            async () => await HasAdministratorAsync(cancel)
                ? new AccountOutcome.NotFound()
                : await AddAsync(userName, new AccountDetails(displayName, office, PortalRole.Administrator, []), password,
                    isDemo: false, new AccountActor(null, "初期設定"), cancel),
            cancel);

    /// <summary>Creates an account of a demonstration.</summary>
    internal Task<AccountOutcome> CreateDemoAsync(string userName, AccountDetails details, string password, CancellationToken cancel) =>
        InOrderAsync(() => AddAsync(userName, details, password, isDemo: true, new AccountActor(null, "デモ"), cancel), cancel);

    /// <summary>Changes name, office, role and scope.</summary>
    /// <param name="id">The account.</param>
    /// <param name="details">What it shall be.</param>
    /// <param name="stamp">The concurrency stamp that the account had when it was read.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public Task<AccountOutcome> ChangeAsync(
        int id, AccountDetails details, string? stamp, AccountActor actor, CancellationToken cancel) => InOrderAsync(
        async () =>
        {
            if (await FindAsync(id, cancel) is not { } account) return new AccountOutcome.NotFound();
            if (account.ConcurrencyStamp != stamp) return new AccountOutcome.Conflict(account);
            var jurisdictions = await JurisdictionsAsync(details.JurisdictionIds, cancel);
            List<AccountFault> faults = [.. AccountChecks.Of(details, jurisdictions)];
            if (details.Role != PortalRole.Administrator && await WhyIndispensableAsync(account, actor, cancel) is { } reason)
                faults.Add(new AccountFault(AccountField.Role, $"{reason}役割は変えられません。"));
            if (faults.Count > 0) return new AccountOutcome.Refused(faults);
            var before = Describe(account);
            Apply(account, details);
            return await SaveAsync(account, await users.UpdateAsync(account), "利用者の変更", before, actor, cancel);
        },
        cancel);

    /// <summary>Gives an account a one-time password in place of one that was forgotten, and lifts a lock.</summary>
    public Task<AccountOutcome> ResetPasswordAsync(int id, AccountActor actor, CancellationToken cancel) => InOrderAsync(
        async () =>
        {
            if (await FindAsync(id, cancel) is not { } account) return new AccountOutcome.NotFound();
            if (account.Id == actor.AccountId) return Refused(AccountField.Account, "自分のパスワードは「アカウント」の画面で変更してください。");
            var password = OneTimePassword.Create();
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            (account.MustChangePassword, account.AccessFailedCount, account.LockoutEnd) = (true, 0, null);
            return WithPassword(
                await SaveAsync(account, await users.UpdateSecurityStampAsync(account), "パスワードの再設定", null, actor, cancel), password);
        },
        cancel);

    /// <summary>Closes an account, or opens it again. A closed account cannot sign in, and who is signed in with it falls out.</summary>
    public Task<AccountOutcome> SetClosedAsync(int id, bool isClosed, AccountActor actor, CancellationToken cancel) => InOrderAsync(
        async () =>
        {
            if (await FindAsync(id, cancel) is not { } account) return new AccountOutcome.NotFound();
            if (account.IsClosed == isClosed) return new AccountOutcome.Saved(account, null);
            if (isClosed && await WhyIndispensableAsync(account, actor, cancel) is { } reason)
                return Refused(AccountField.Account, $"{reason}利用を停止できません。");
            var before = Describe(account);
            account.IsClosed = isClosed;
            var action = isClosed ? "利用の停止" : "利用の再開";
            return await SaveAsync(account, await users.UpdateSecurityStampAsync(account), action, before, actor, cancel);
        },
        cancel);

    /// <summary>Changes the password of the one who is signed in.</summary>
    public Task<AccountOutcome> ChangePasswordAsync(
        int id, string currentPassword, string newPassword, CancellationToken cancel) => InOrderAsync(
        async () =>
        {
            if (await FindAsync(id, cancel) is not { } account) return new AccountOutcome.NotFound();
            if (currentPassword == newPassword) return Refused(AccountField.Password, "今のパスワードと違うものにしてください。");
            account.MustChangePassword = false;
            var changed = await users.ChangePasswordAsync(account, currentPassword, newPassword);
            return await SaveAsync(account, changed, "パスワードの変更", null, new AccountActor(id, account.UserName!), cancel);
        },
        cancel);

    /// <summary>Writes into the audit what happened when somebody signed in: an account was locked, an administrator came in.</summary>
    /// <param name="account">The account.</param>
    /// <param name="action">What happened.</param>
    /// <param name="address">Where the request came from.</param>
    /// <param name="cancel">Ends it; nothing is written then.</param>
    public async Task RecordAsync(Account account, string action, string address, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var name = account.UserName!;
        await db.AppendAsync(new AuditRecord(AuditTrail.AccountsStream, name, action, name, null, address), clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<AccountOutcome> AddAsync(
        string userName, AccountDetails details, string? password, bool isDemo, AccountActor actor, CancellationToken cancel)
    {
        var jurisdictions = await JurisdictionsAsync(details.JurisdictionIds, cancel);
        var oneTimePassword = password is null ? OneTimePassword.Create() : null;
        var account = new Account
        {
            UserName = NormalizedText.Name(userName), DisplayName = "", Office = "", Role = details.Role,
            MustChangePassword = oneTimePassword is not null,
        };
        Apply(account, details);
        List<AccountFault> faults = [.. AccountChecks.OfUserName(account.UserName), .. AccountChecks.Of(details, jurisdictions)];
        if (faults.Count > 0) return new AccountOutcome.Refused(faults);
        var created = await users.CreateAsync(account, password ?? oneTimePassword!);
        if (created.Succeeded && isDemo)
            db.Add(new IdentityUserClaim<int> { UserId = account.Id, ClaimType = DemoClaim, ClaimValue = "true" });
        return WithPassword(await SaveAsync(account, created, "利用者の登録", null, actor, cancel), oneTimePassword);
    }

    /// <summary>Writes the audit entry of a change that Identity has taken.</summary>
    private async Task<AccountOutcome> SaveAsync(
        Account account, IdentityResult result, string action, string? before, AccountActor actor, CancellationToken cancel)
    {
        if (!result.Succeeded) return new AccountOutcome.Refused(AccountChecks.Of(result));
        await db.Entry(account).Collection(a => a.Scopes).Query().Include(s => s.Jurisdiction).LoadAsync(cancel);
        var after = Describe(account);
        if (after != before)
            await db.AppendAsync(
                new AuditRecord(AuditTrail.AccountsStream, actor.Name, action, account.UserName!, before, after), clock.GetUtcNow(), cancel);
        return new AccountOutcome.Saved(account, null);
    }

    private async Task<AccountOutcome> InOrderAsync(Func<Task<AccountOutcome>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockStreamAsync(AuditTrail.AccountsStream, cancel);
        var outcome = await change();
        if (outcome is AccountOutcome.Saved) await transaction.CommitAsync(cancel);
        else db.ChangeTracker.Clear(); // what was refused must not be saved with whatever this request saves next
        return outcome;
    }

    private Task<Account?> FindAsync(int id, CancellationToken cancel) =>
        db.Users.Include(a => a.Scopes).ThenInclude(s => s.Jurisdiction).SingleOrDefaultAsync(a => a.Id == id, cancel);

    private Task<List<Jurisdiction>> JurisdictionsAsync(IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        db.Jurisdictions.Where(j => ids.Contains(j.Id)).ToListAsync(cancel);

    /// <summary>Why an administrator must stay one: the beginning of a sentence; null when they need not.</summary>
    private async Task<string?> WhyIndispensableAsync(Account account, AccountActor actor, CancellationToken cancel)
    {
        if (account is not { Role: PortalRole.Administrator, IsClosed: false }) return null;
        if (account.Id == actor.AccountId) return "自分の";
        var others = await db.Users.AnyAsync(a => a.Id != account.Id && a.Role == PortalRole.Administrator && !a.IsClosed, cancel);
        return others ? null : "ほかに管理者がいないため、";
    }

    private static AccountOutcome WithPassword(AccountOutcome outcome, string? oneTimePassword) =>
        outcome is AccountOutcome.Saved saved ? saved with { OneTimePassword = oneTimePassword } : outcome;

    private static void Apply(Account account, AccountDetails details)
    {
        account.DisplayName = NormalizedText.Of(details.DisplayName);
        account.Office = NormalizedText.Of(details.Office);
        account.Role = details.Role;
        foreach (var gone in account.Scopes.Where(s => !details.JurisdictionIds.Contains(s.JurisdictionId)).ToList())
            account.Scopes.Remove(gone);
        foreach (var id in details.JurisdictionIds.Distinct().Except(account.Scopes.Select(s => s.JurisdictionId)).ToList())
            account.Scopes.Add(new AccountScope { JurisdictionId = id });
    }

    private static AccountOutcome.Refused Refused(AccountField field, string text) => new([new AccountFault(field, text)]);

    /// <summary>The account as the audit keeps it.</summary>
    private static string Describe(Account account) =>
        $"氏名：{account.DisplayName}／所属：{account.Office}／役割：{account.Role.Name()}"
        + $"／担当団体：{ScopeNames.Of(account.Scopes.Select(s => s.Jurisdiction!))}"
        + (account.IsClosed ? "／利用停止中" : "");
}
