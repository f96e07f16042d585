using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Access;

[Collection(nameof(NationHost))]
public sealed class AccessMatrixTests(NationHost host)
{
    public static TheoryData<PortalRole?> Everybody =>
        new(null, PortalRole.Viewer, PortalRole.MunicipalOfficer, PortalRole.PrefectureStaff, PortalRole.Administrator);

    /// <summary>Serves files of wwwroot that are new since the build; a published portal does not have it.</summary>
    private const string FilesOfABuild = "{**path:file}";

    [Fact]
    public void Table_HasARowForEachRouteOfThePortal()
    {
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Where(route => route != FilesOfABuild).Distinct();

        Assert.Equal(routes.Order(StringComparer.Ordinal), AccessTable.Rows.Select(r => r.Route).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task EachAddress_AnswersAsTheTableSays(PortalRole? role)
    {
        var client = role is { } signedIn ? await host.AsAsync(signedIn) : host.NewClient();
        var answers = new List<(string, Answer)>();

        foreach (var row in AccessTable.Rows) answers.Add((row.Address, AnswerOf(await client.GetAsync(row.Address))));

        Assert.Equal(AccessTable.Rows.Select(r => (r.Address, r.For(role))), answers);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task EachPage_PassesTheCommonChecksAndHasATitleOfItsOwn(PortalRole? role)
    {
        var client = role is { } signedIn ? await host.AsAsync(signedIn) : host.NewClient();
        var titles = new List<string?>();

        foreach (var row in AccessTable.Rows.Where(r => r.For(role) == Answer.Opens && !r.IsForPrograms))
            titles.Add((await client.OpenAsync(row.Address)).Document.Title);

        Assert.Equal(titles.Distinct(), titles);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "/no-such-page", Answer.NotFound)]
    [InlineData(HttpStatusCode.Redirect, "/account/sign-in?returnUrl=%2Fx", Answer.LeadsElsewhere)]
    public async Task AnswerOf_TellsAnswersApart(HttpStatusCode status, string address, Answer expected)
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var response = await client.GetAsync(address);

        Assert.Equal((status, expected), (response.StatusCode, AnswerOf(response)));
    }

    [Fact]
    public async Task UnknownAddress_AsksWhoIsNotSignedInToSignIn() =>
        Assert.Equal(Answer.AsksToSignIn, AnswerOf(await host.NewClient().GetAsync("/no-such-page")));

    [Fact]
    public async Task Api_AnswersWhoIsNotSignedInWithAStatusAndNoPage()
    {
        var response = await host.NewClient().GetAsync("/api/v1/no-such-thing");

        Assert.Equal(Answer.Unauthorized, AnswerOf(response));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task ForbiddenPage_SaysSo()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync("/admin/users", HttpStatusCode.Forbidden);

        Assert.Equal("この画面を見る権限がありません", page.Heading);
    }

    private static Answer AnswerOf(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK => Answer.Opens,
        HttpStatusCode.Redirect => response.Headers.Location!.ToString().Contains("/account/sign-in?", StringComparison.Ordinal)
            ? Answer.AsksToSignIn : Answer.LeadsElsewhere,
        HttpStatusCode.Unauthorized => Answer.Unauthorized,
        HttpStatusCode.Forbidden => Answer.Forbidden,
        HttpStatusCode.NotFound => Answer.NotFound,
        var other => throw new InvalidOperationException($"{response.RequestMessage!.RequestUri} answers {other}."),
    };
}
