using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// A database that is made once a run, when the first class asks for it, and cloned for every class. To add one, say how
/// it is loaded and what it stands on:
/// <code>
/// public static DatabaseTemplate WithAnswers { get; } = new(async services => { … }, WithResults);
/// </code>
/// </summary>
public sealed class DatabaseTemplate(Func<IServiceProvider, Task> load, DatabaseTemplate? basis = null)
{
    private Lazy<Task<TestDatabase>>? made;

    /// <summary>As after the first start: migrated, nobody and nothing in it but the 47 prefectures.</summary>
    public static DatabaseTemplate Migrated { get; } = new(_ => Task.CompletedTask);

    /// <summary>With a few municipalities (<see cref="TestJurisdictions"/>).</summary>
    public static DatabaseTemplate WithJurisdictions { get; } = new(TestJurisdictions.LoadAsync, Migrated);

    /// <summary>And with an account of each role (<see cref="TestAccounts"/>).</summary>
    public static DatabaseTemplate Populated { get; } = new(services => TestAccounts.LoadAsync(services, TestJurisdictions.Town), WithJurisdictions);

    /// <summary>And with the shipped point table of 令和8年度.</summary>
    public static DatabaseTemplate WithPointTable { get; } = new(SampleFiles.LoadPointTableAsync, Populated);

    /// <summary>With the sample's 1,741 municipalities and the shipped point table of 令和8年度, and no results.</summary>
    public static DatabaseTemplate NationMaster { get; } = new(SampleFiles.LoadMasterAsync, Migrated);

    /// <summary>And with the sample results of 令和7年度 and 令和8年度, of municipalities and prefectures.</summary>
    public static DatabaseTemplate NationData { get; } = new(SampleFiles.LoadResultsAsync, NationMaster);

    /// <summary>And with an account of each role.</summary>
    public static DatabaseTemplate Nation { get; } = new(services => TestAccounts.LoadAsync(services, NationHost.Town), NationData);

    /// <summary>The same with the accounts of a demonstration instead: what a demonstration is when it is started again.</summary>
    public static DatabaseTemplate Demo { get; } = new(services => services.GetRequiredService<DemoAccounts>().EnsureAsync(CancellationToken.None), NationData);


    private Lazy<Task<TestDatabase>> Made => LazyInitializer.EnsureInitialized(ref made, () => new Lazy<Task<TestDatabase>>(MakeAsync));

    /// <summary>A database of one's own with the template's contents.</summary>
    public async Task<TestDatabase> CloneAsync() => await (await Made.Value).CloneAsync();

    private async Task<TestDatabase> MakeAsync()
    {
        var database = basis is null ? await TestDatabase.CreateEmptyAsync() : await basis.CloneAsync();
        await using (var services = database.Services(new SettableClock()))
        await using (var scope = services.CreateAsyncScope())
        {
            if (basis is null) await PortalDatabase.MigrateAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), CancellationToken.None);
            await load(scope.ServiceProvider);
        }
        await database.SealAsync();
        return database;
    }
}
