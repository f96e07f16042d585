using IncentiveGrant.Data;
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
    public static DatabaseTemplate Populated { get; } = new(TestAccounts.LoadAsync, WithJurisdictions);

    /// <summary>And with the results of two years (<see cref="SampleResults"/>).</summary>
    public static DatabaseTemplate WithResults { get; } = new(SampleResults.LoadAsync, Populated);

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
