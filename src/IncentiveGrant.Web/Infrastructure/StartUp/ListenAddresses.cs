using System.Net;

namespace IncentiveGrant.Web.Infrastructure.StartUp;

/// <summary>Where the server is told to listen, in any of the ways in which it can be told.</summary>
/// <param name="Urls">The addresses; none means the framework's own, which is this machine only.</param>
public sealed record ListenAddresses(IReadOnlyList<string> Urls)
{
    /// <summary>The addresses that others can reach.</summary>
    public IEnumerable<string> Reachable => Urls.Where(url => !IsLoopback(BindingAddress.Parse(url)));

    /// <summary>
    /// Reads them: urls (else http_ports and https_ports, which mean every address of the machine) and Kestrel's own endpoints.
    /// </summary>
    public static ListenAddresses From(IConfiguration configuration)
    {
        var urls = List("urls");
        if (urls.Count == 0)
            urls = [.. List("http_ports").Select(port => $"http://*:{port}"), .. List("https_ports").Select(port => $"https://*:{port}")];
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        return new ListenAddresses([.. urls, .. endpoints]);

        List<string> List(string key) =>
            [.. (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static bool IsLoopback(BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
