using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>Whether the sign-in cookie is marked secure shows whether the portal believes that the browser came by https.</summary>
public sealed class ProxyTests(ProxyTests.ProxiedHost proxied, ProxyTests.DocumentedHost documented, PortalHost direct)
    : IClassFixture<ProxyTests.ProxiedHost>, IClassFixture<ProxyTests.DocumentedHost>, IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("192.0.2.10", true)]
    [InlineData("198.51.100.7", true)]
    [InlineData("192.0.2.11", false)]
    [InlineData("127.0.0.1", false)]
    public async Task ForwardedHeaders_AreBelievedFromKnownProxies(string proxy, bool isSecure) =>
        Assert.Equal(isSecure, await IsSecureAsync(proxied, proxy));

    [Fact]
    public async Task ForwardedHeaders_AreIgnoredWithoutKnownProxies() => Assert.False(await IsSecureAsync(direct, "127.0.0.1"));

    [Fact]
    public async Task Notice_BehindHttps_TravelsInASecureCookie()
    {
        const string NewPassword = "five words in a long row";
        var account = await proxied.AddAccountAsync(PortalRole.Viewer);
        var client = new PortalClient(proxied.Server) { Address = "192.0.2.10", ExtraHeaders = { ["X-Forwarded-Proto"] = "https" } };
        await client.SignInAsync(account.UserName!, TestAccounts.Password);
        var page = await client.OpenAsync("/account/password");

        var answer = await client.SubmitOnceAsync(page.Form().Fill(
            ("Input.CurrentPassword", TestAccounts.Password), ("Input.Password", NewPassword), ("Input.Confirmation", NewPassword)));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal-notice=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ForwardedHeaders_WithTheSettingsOfTheManual_AreBelievedFromTheProxyOnTheSameMachine() =>
        Assert.Equal((true, false), (await IsSecureAsync(documented, "127.0.0.1"), await IsSecureAsync(documented, "192.0.2.11")));

    private static async Task<bool> IsSecureAsync(PortalHost host, string address)
    {
        var client = new PortalClient(host.Server)
        {
            Address = address, ExtraHeaders = { ["X-Forwarded-Proto"] = "https", ["X-Forwarded-For"] = "203.0.113.5" },
        };
        var answer = await client.SubmitOnceAsync((await client.OpenAsync("/account/sign-in")).Form().Fill(
            ("Input.UserName", "etsuran"), ("Input.Password", TestAccounts.Password)));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal=", StringComparison.Ordinal))
            .Contains("; secure", StringComparison.OrdinalIgnoreCase);
    }

    public sealed class ProxiedHost : PortalHost
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["Proxy:KnownProxies:0"] = "192.0.2.10", ["Proxy:KnownNetworks:0"] = "198.51.100.0/24" };
    }

    /// <summary>Has the portal.env of deploy/README.md, but for the database, which is the test's own.</summary>
    public sealed class DocumentedHost : PortalHost
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            File.ReadLines(Repository.PathOf("deploy", "README.md"))
                .SkipWhile(line => !line.StartsWith("`/etc/incentivegrant/portal.env`", StringComparison.Ordinal))
                .SkipWhile(line => line != "```").Skip(1).TakeWhile(line => line != "```")
                .Select(line => line.Split('=', 2))
                .Where(pair => pair[0] is not ("Database__Provider" or "ConnectionStrings__Portal"))
                .ToDictionary(pair => pair[0].Replace("__", ":"), pair => pair[1].Trim('"'));
    }
}
