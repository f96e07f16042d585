using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Infrastructure.StartUp;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Tests.Infrastructure.StartUp;

public sealed class PortalStartTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://*:5000")]
    [InlineData("http://+:5000")]
    [InlineData("http://[::]:5000")]
    [InlineData("http://192.0.2.1:5000")]
    [InlineData("http://portal.example:5000")]
    [InlineData("http://127.0.0.1:5000;http://192.0.2.1:5000")]
    public async Task Demo_WithAnAddressThatOthersReach_IsRefused(string urls)
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(database, isDemo: true, ("urls", urls)));

        Assert.StartsWith("デモは、このパソコンからだけ開けるアドレスで起動してください", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:5000;http://[::1]:5000;http://localhost:5001")]
    [InlineData("other", "http://0.0.0.0:5000")]
    public async Task Demo_WithAddressesOfThisMachineOnly_Starts(string key, string urls)
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();

        await PrepareAsync(database, isDemo: true, (key, urls));

        await using var services = database.Services(new SettableClock());
        Assert.Equal(3, await services.GetRequiredService<PortalDb>().Users.CountAsync()); // no municipality, no town's account
    }

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:5000")]
    public async Task Demo_WithAPortOfEveryAddress_IsRefused(string key, string value)
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();

        await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(database, isDemo: true, (key, value)));
    }

    [Fact]
    public void Addresses_WhereUrlsAndPortsAreGiven_AreTheUrls()
    {
        var addresses = ListenAddresses.From(Configuration(("urls", "http://127.0.0.1:5000"), ("http_ports", "8080")));

        Assert.Equal(["http://127.0.0.1:5000"], addresses.Urls);
    }

    [Fact]
    public async Task Demo_OnADatabaseInUse_IsRefused()
    {
        await using var database = await DatabaseTemplate.Populated.CloneAsync();

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(database, isDemo: true));

        Assert.StartsWith("このデータベースには運用中の利用者が登録されています。", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Portal_OnADatabaseOfADemo_IsRefused()
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();
        await PrepareAsync(database, isDemo: true);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(database, isDemo: false));

        Assert.StartsWith("このデータベースはデモ用です。", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Portal_OnADatabaseThatWaitsForAMigration_MigratesTheEmbeddedOneAndNamesTheCommandForTheOther()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        if (TestDatabase.Provider == DatabaseProvider.PostgreSql)
        {
            var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(database, isDemo: false));
            Assert.Contains("migrate コマンド", refusal.Message, StringComparison.Ordinal);
        }
        else
        {
            await PrepareAsync(database, isDemo: false);
            await using var services = database.Services(new SettableClock());
            Assert.Equal(47, await services.GetRequiredService<PortalDb>().Jurisdictions.CountAsync());
        }
    }

    [Fact]
    public async Task Portal_WithoutItsServer_IsRefused()
    {
        await using var services = TestDatabase.Services(DatabaseProvider.PostgreSql, TestDatabase.NoServer, new SettableClock());

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(services, isDemo: false));

        Assert.StartsWith("データベースに接続できません。", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task PrepareAsync(TestDatabase database, bool isDemo, params (string Key, string Value)[] settings)
    {
        await using var services = database.Services(new SettableClock());
        await PrepareAsync(services, isDemo, settings);
    }

    private static async Task PrepareAsync(ServiceProvider services, bool isDemo, params (string Key, string Value)[] settings)
    {
        var start = new PortalStart(
            services.GetRequiredService<PortalDb>(), services.GetRequiredService<AccountDirectory>(), services.GetRequiredService<DemoAccounts>(),
            new SetupCode(), Options.Create(new DemoOptions { Enabled = isDemo }), ListenAddresses.From(Configuration(settings)));
        await start.PrepareAsync(CancellationToken.None);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
