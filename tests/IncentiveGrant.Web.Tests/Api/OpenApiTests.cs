using System.Text.Json;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IncentiveGrant.Web.Tests.Api;

/// <summary>The OpenAPI document describes the API that is there.</summary>
[Collection(nameof(NationHost))]
public sealed class OpenApiTests(NationHost host)
{
    private const string Address = "/api/v1/openapi.json";

    [Fact]
    public async Task Document_IsValid()
    {
        var json = (await AskAsync(Address)).GetRawText();

        var (document, diagnostic) = OpenApiDocument.Parse(json, "json");

        Assert.Empty(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(fault => fault.ToString()));
        Assert.Equal("インセンティブ交付金ポータル", document!.Info.Title);
    }

    [Fact]
    public async Task Document_ListsEveryRouteWithWhatItMayAnswer()
    {
        var document = await AskAsync(Address);

        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal));
        var paths = document.GetProperty("paths").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("get"));
        Assert.Equal(routes.Order(StringComparer.Ordinal), paths.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["200", "401", "403"], Answers(paths["/api/v1/years"]));
        Assert.Equal(["200", "400", "401", "403", "404"], Answers(paths["/api/v1/years/{year}/municipalities"]));
        Assert.Equal(["year", "prefecture", "band", "sort"], paths["/api/v1/years/{year}/municipalities"].GetProperty("parameters").EnumerateArray()
            .Select(p => p.GetProperty("name").GetString()));

        static IEnumerable<string> Answers(JsonElement operation) =>
            operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreNumbersAndNoTexts()
    {
        var document = await AskAsync(Address);

        var kinds = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(p => (Name: $"{schema.Name}.{p.Name}", Schema: p.Value)))
            .Where(p => p.Schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array)
            .Select(p => (p.Name, Types: p.Schema.GetProperty("type").EnumerateArray().Select(t => t.GetString()!).Where(t => t != "null").ToList()))
            .ToList();
        Assert.Contains("ApiUnit.points", kinds.Select(p => p.Name));
        Assert.All(kinds, kind => Assert.Single(kind.Types));
    }

    [Theory]
    [InlineData("/api/v1/years", "/api/v1/years")]
    [InlineData("/api/v1/years/{year}/municipalities", "/api/v1/years/2026/municipalities?prefecture=4")]
    [InlineData("/api/v1/years/{year}/municipalities/{code}", $"/api/v1/years/2026/municipalities/{NationHost.TownCode}")]
    [InlineData("/api/v1/years/{year}/prefectures", "/api/v1/years/2026/prefectures")]
    [InlineData("/api/v1/years/{year}/statistics", "/api/v1/years/2026/statistics")]
    public async Task Answer_IsOfItsSchema(string path, string address)
    {
        var document = await AskAsync(Address);
        var schema = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");

        var answer = await AskAsync(address);

        Assert.Empty(new SchemaCheck(document).FaultsOf(answer, schema));
    }

    private async Task<JsonElement> AskAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).AskAsync(address);
}
