using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>Once the boards are built, a request asks the database which boards there are and nothing more, however much it shows.</summary>
[Collection(nameof(NationHost))]
public sealed class WarmRequestTests(NationHost host)
{
    [Theory]
    [InlineData("/rankings/2026/municipalities")]
    [InlineData("/rankings/2026/municipalities?level=推進/Ⅰ/体制/3&prefecture=4&sort=-points")]
    [InlineData("/rankings/2026/municipalities/csv")]
    [InlineData("/rankings/2026/prefectures?by=municipalities")]
    [InlineData($"/municipalities/{NationHost.TownCode}/2026?open=all")]
    [InlineData($"/municipalities/{NationHost.TownCode}/2026/report")]
    [InlineData($"/municipalities/{NationHost.TownCode}/2026/xlsx")]
    [InlineData($"/prefectures/{NationHost.MiyagiCode}/2026")]
    [InlineData("/")]
    [InlineData("/api/v1/years/2026/municipalities")]
    [InlineData($"/api/v1/years/2026/municipalities/{NationHost.TownCode}")]
    public async Task Request_ReadsTheVersionsOfTheBoardsOnly(string address)
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);
        await client.TakeAsync(address);

        var commands = await host.Commands.DuringAsync(() => client.TakeAsync(address));

        Assert.Contains("board_version", Assert.Single(commands), StringComparison.Ordinal);
    }
}
