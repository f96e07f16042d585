using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class PageAddressTests
{
    [Fact]
    public void With_KeepsTheFiltersAndStartsAtTheFirstPage()
    {
        var request = Request("/rankings/2026/municipalities", "?pref=4&name=%E4%BB%99%E5%8F%B0&sort=rank&p=8");

        Assert.Equal("/rankings/2026/municipalities?pref=4&name=%E4%BB%99%E5%8F%B0&sort=-total", PageAddress.With(request, "sort", "-total"));
    }

    [Fact]
    public void OfPage_TurnsTheLeaf()
    {
        var request = Request("/rankings/2026/municipalities", "?pref=4&p=8");

        Assert.Equal("/rankings/2026/municipalities?pref=4&p=9", PageAddress.OfPage(request, 9));
        Assert.Equal("/rankings/2026/municipalities?pref=4", PageAddress.OfPage(request, 1));
    }

    [Theory]
    [InlineData("/rankings/{year:int}/municipalities", "/rankings/2026/municipalities", "?pref=4&p=8", "/rankings/2025/municipalities?pref=4")]
    [InlineData("/municipalities/{code}/{year:int}", "/municipalities/2026/2026", "", "/municipalities/2026/2025")] // only the year's own place
    [InlineData("/municipalities/{code}/{year:int?}", "/municipalities/043231", "", "/municipalities/043231/2025")]
    [InlineData("/search", "/search", "?q=a%26b&year=2026", "/search?q=a%26b&year=2025")]
    public void InYear_KeepsThePageAndItsFilters(string route, string path, string query, string expected) =>
        Assert.Equal(expected, PageAddress.InYear(Request(path, query, route), new FiscalYear(2025)));

    [Fact]
    public void Addresses_StayUnderThePathOfTheDeployment()
    {
        var request = Request("/rankings/2026/municipalities", "", "/rankings/{year:int}/municipalities");
        request.PathBase = "/portal";

        Assert.Equal("/portal/rankings/2025/municipalities", PageAddress.InYear(request, new FiscalYear(2025)));
        Assert.Equal("/portal/rankings/2026/municipalities?sort=rank", PageAddress.With(request, "sort", "rank"));
    }

    private static HttpRequest Request(string path, string query, string? route = null)
    {
        var context = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query) } };
        if (route is not null)
            context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));
        return context.Request;
    }
}
