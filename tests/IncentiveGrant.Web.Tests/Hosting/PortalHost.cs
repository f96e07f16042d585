using System.Net;
using IncentiveGrant.Data;
using IncentiveGrant.Domain.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// The real portal, as in production, on a database of its own: a class fixture. Only the clock and the client's address are the test's.
/// Another start (settings, contents) is a class that derives from this one.
/// </summary>
#pragma warning disable CA1001 // disposed by IAsyncLifetime
public class PortalHost : IAsyncLifetime
#pragma warning restore CA1001
{
    private Factory? factory;
    private bool isGuest;

    /// <summary>The clock that the portal reads.</summary>
    public SettableClock Clock { get; } = new();

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => factory!.Services;

    /// <summary>The database.</summary>
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>The folder of log and files.</summary>
    public string StoragePath { get; } = TestDatabase.NewFolder();

    /// <summary>What the database holds at the start.</summary>
    protected virtual DatabaseTemplate Template => DatabaseTemplate.Populated;

    /// <summary>Settings beside those of every test.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    internal TestServer Server => factory!.Server;

    /// <summary>Puts a fake for something outside the portal, or a listener, into its services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Clones the database and starts the portal.</summary>
    public async Task InitializeAsync()
    {
        Database = await Template.CloneAsync();
        Start();
    }

    /// <summary>Stops the portal and drops the database.</summary>
    public async Task DisposeAsync()
    {
        await factory!.DisposeAsync();
        if (!isGuest) await Database.DisposeAsync();
    }

    /// <summary>Somebody with a browser, not signed in.</summary>
    public PortalClient NewClient() => new(Server);

    /// <summary>Somebody with a browser who has signed in at the sign-in page.</summary>
    public async Task<PortalClient> SignInAsAsync(PortalRole role)
    {
        var client = NewClient();
        await client.SignInAsync(TestAccounts.NameOf(role), TestAccounts.Password);
        return client;
    }

    /// <summary>Another portal on the same database, as a second node or after a new start.</summary>
    public PortalHost StartAnother()
    {
        var other = (PortalHost)Activator.CreateInstance(GetType())!; // with the same settings
        (other.Database, other.isGuest) = (Database, true);
        other.Start();
        return other;
    }

    /// <summary>Looks into the database, or changes it behind the portal's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<PortalDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>Everything that the portal has logged to its files.</summary>
    public string ReadLog()
    {
        var text = "";
        foreach (var file in Directory.GetFiles(Path.Combine(StoragePath, "log")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            text += reader.ReadToEnd();
        }
        return text;
    }

    private void Start()
    {
        factory = new Factory(this);
        _ = factory.Server; // reading it starts the portal
    }

    private sealed class Factory(PortalHost host) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Database:Provider", TestDatabase.Provider.ToString());
            builder.UseSetting("ConnectionStrings:Portal", host.Database.ConnectionString);
            builder.UseSetting("Storage:Path", host.StoragePath);
            builder.UseSetting("Serilog:MinimumLevel", "Warning");
            foreach (var (key, value) in host.Settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(host.Clock);
                services.AddSingleton<IStartupFilter, ClientAddressFilter>();
                host.Configure(services);
            });
        }
    }

    /// <summary>The test server has no connection that an address could be read from, so the client sends it along.</summary>
    private sealed class ClientAddressFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers.Remove(PortalClient.AddressHeader, out var address))
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address!);
                return following(context);
            });
            next(app);
        };
    }
}
