using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Database;

/// <summary>The directory as commands use it.</summary>
public sealed class AccountDirectoryTests : IAsyncLifetime
{
    private static readonly AccountActor Command = new(null, "コマンド create-admin");

    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await DatabaseTemplate.Migrated.CloneAsync();
        services = database.Services(new SettableClock());
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task CreateAdministrator_WithoutAPassword_MakesOneThatMustBeChanged()
    {
        var saved = Assert.IsType<AccountOutcome.Saved>(await CreateAsync("admin", null));

        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", saved.OneTimePassword);
        Assert.Equal((PortalRole.Administrator, true), (saved.Account.Role, saved.Account.MustChangePassword));
        Assert.Equal("コマンド create-admin", await InDatabaseAsync(db => db.AuditEntries.Select(e => e.Actor).SingleAsync()));
    }

    [Fact]
    public async Task CreateAdministrator_WithAPassword_TakesIt()
    {
        var saved = Assert.IsType<AccountOutcome.Saved>(await CreateAsync("admin", "four words in a row"));

        Assert.Equal((null, false), (saved.OneTimePassword, saved.Account.MustChangePassword));
    }

    [Theory]
    [InlineData("", AccountField.UserName)]
    [InlineData("管理者", AccountField.UserName)]
    [InlineData("a-name-that-is-much-too-long-to-be-typed-in-at-every-sign-in-by-anybody", AccountField.UserName)]
    public async Task CreateAdministrator_WithAUserNameThatCannotBe_SavesNothing(string userName, AccountField field)
    {
        var refused = Assert.IsType<AccountOutcome.Refused>(await CreateAsync(userName, null));

        Assert.Equal([field], refused.Faults.Select(f => f.Field).Distinct());
        Assert.Equal(0, await InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Create_OfTheSameNameAtOnce_MakesOne()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync("admin", null)));

        Assert.Single(outcomes.OfType<AccountOutcome.Saved>());
        Assert.All(outcomes.OfType<AccountOutcome.Refused>(), r => Assert.Equal("ユーザー名「admin」は使われています。別のものにしてください。", r.Faults.Single().Text));
    }

    [Fact]
    public async Task Change_WhoseAuditEntryCannotBeWritten_IsNotSaved()
    {
        await CreateAsync("admin", null);
        var second = Assert.IsType<AccountOutcome.Saved>(await CreateAsync("second", null)).Account;
        await InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entry RENAME TO gone"));

        await Assert.ThrowsAsync<DbUpdateException>(
            () => InDirectoryAsync(d => d.SetClosedAsync(second.Id, isClosed: true, Command, default)));

        Assert.Equal(0, await InDatabaseAsync(db => db.Users.CountAsync(a => a.IsClosed)));
    }

    [Fact]
    public void OneTimePasswords_AreNeverTheSame() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => OneTimePassword.Create()).Distinct().Count());

    private Task<AccountOutcome> CreateAsync(string userName, string? password) =>
        InDirectoryAsync(d => d.CreateAdministratorAsync(userName, "管理 太郎", "システム管理", password, Command, CancellationToken.None));

    private async Task<AccountOutcome> InDirectoryAsync(Func<AccountDirectory, Task<AccountOutcome>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountDirectory>());
    }

    private async Task<T> InDatabaseAsync<T>(Func<PortalDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }
}
