using System.Collections.Concurrent;
using IncentiveGrant.Domain.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// The portal with the whole fictional nation in it: 1,741 municipalities and 47 prefectures, two years. One for all classes of its
/// collection, because its boards take a while to build: their tests only look.
/// </summary>
[CollectionDefinition(nameof(NationHost))]
public sealed class NationHost : PortalHost, ICollectionFixture<NationHost>
{
    /// <summary>The town of 宮城県 that the officer acts for: a member of a 広域連合.</summary>
    public const string Town = "宮城見本005町";

    /// <summary>Its code.</summary>
    public const string TownCode = "048054";

    /// <summary>宮城県's code.</summary>
    public const string MiyagiCode = "040002";

    private readonly ConcurrentDictionary<PortalRole, Lazy<Task<PortalClient>>> clients = new();

    /// <summary>What the portal asks its database.</summary>
    public CommandCounter Commands { get; } = new();

    /// <inheritdoc />
    protected override DatabaseTemplate Template => DatabaseTemplate.Nation;

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => Commands.ListenTo(services);

    /// <summary>Somebody of a role, signed in; the same one for all tests.</summary>
    public Task<PortalClient> AsAsync(PortalRole role) => clients.GetOrAdd(role, r => new Lazy<Task<PortalClient>>(() => SignInAsAsync(r))).Value;
}
