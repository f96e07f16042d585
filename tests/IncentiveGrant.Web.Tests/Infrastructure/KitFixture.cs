using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>One <see cref="KitHost"/> for a class of tests, with endpoints that go wrong in every way.</summary>
public sealed class KitFixture : IAsyncLifetime
{
    internal KitHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await KitHost.StartAsync(map: routes =>
    {
        routes.MapGet("/refuse/{status:int}", (int status) => Results.StatusCode(status));
        routes.MapPost("/broken", string () => throw new InvalidOperationException("connection string"));
        routes.MapGet("/lib/fonts/5.3.0/a.woff2", () => Results.Text("font"));
    });

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
