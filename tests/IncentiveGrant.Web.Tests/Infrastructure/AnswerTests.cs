using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>What holds for the answers of the whole portal, whoever asks and whatever with.</summary>
public sealed class AnswerTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/search?q=%00")]
    [InlineData("/search?q=a%00b%E2%80%AE")]
    [InlineData("/admin/users?q=%00")]
    [InlineData("/admin/users?q=a%00b")]
    public async Task Search_ForWhatIsNotSeen_IsAnsweredAsWithoutIt(string address)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        await client.OpenAsync(address);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/api/v1/years")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing-here")]
    public async Task Answer_IsKeptByNobody(string address)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var answer = await client.GetAsync(address);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public void Server_DoesNotNameItself() =>
        Assert.False(host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader);
}
