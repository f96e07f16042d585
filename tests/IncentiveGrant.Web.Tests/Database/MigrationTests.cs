using System.Text.RegularExpressions;
using IncentiveGrant.Data;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Database;

public sealed partial class MigrationTests
{
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Model_HasNoChangeWithoutAMigration(DatabaseProvider provider) =>
        WithModel(provider, db => Assert.False(db.Database.HasPendingModelChanges()));

    [Theory]
    [MemberData(nameof(Providers))]
    public void Names_AreInSnakeCase(DatabaseProvider provider) =>
        WithModel(provider, db => Assert.All(NamesOf(db), name => Assert.Matches(SnakeCase(), name)));

    [Theory]
    [MemberData(nameof(Providers))]
    public void Names_AreNotTooLongForPostgres(DatabaseProvider provider) =>
        WithModel(provider, db => Assert.All(NamesOf(db), name => Assert.InRange(name.Length, 1, 63)));

    [Fact]
    public void SnakeCase_RefusesOtherNames() =>
        Assert.All(["UserName", "userName", "user__name", "_user", "user-name"], name => Assert.DoesNotMatch(SnakeCase(), name));

    [Fact]
    public async Task Database_OfTheTemplate_HasEveryMigration()
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();
        await using var services = database.Services(new SettableClock());

        var db = services.GetRequiredService<PortalDb>();

        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private static void WithModel(DatabaseProvider provider, Action<PortalDb> check)
    {
        // No server is asked: the model and the migrations are compared with each other.
        var services = new ServiceCollection().AddPortalDatabase(provider, provider == DatabaseProvider.PostgreSql
            ? "Host=unused" : "Data Source=unused");
        using var built = services.BuildServiceProvider();
        check(built.GetRequiredService<PortalDb>());
    }

    private static IEnumerable<string> NamesOf(PortalDb db) =>
        db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => (string?[])
    [
        entity.GetTableName(),
        .. entity.GetProperties().Select(p => p.GetColumnName()),
        .. entity.GetKeys().Select(k => k.GetName()),
        .. entity.GetForeignKeys().Select(k => k.GetConstraintName()),
        .. entity.GetIndexes().Select(i => i.GetDatabaseName()),
        .. entity.GetCheckConstraints().Select(c => c.Name),
    ]).Select(name => name!).Distinct();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
