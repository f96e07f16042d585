using System.Globalization;
using IncentiveGrant.Domain.Years;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Addresses of the page that is being shown, with something changed. What a view shows stands in its address, so that it can be shared
/// and bookmarked; a changed filter, order or year therefore keeps all the rest.
/// </summary>
public static class PageAddress
{
    /// <summary>The route value and query value that hold a year: <c>@page "/rankings/{year:int}/municipalities"</c>.</summary>
    public const string YearKey = "year";

    /// <summary>The query value that holds a page of a list. It goes when anything else changes: page 8 of another order means nothing.</summary>
    public const string PagerKey = "p";

    /// <summary>The address with one query value set, or taken away by null.</summary>
    public static string With(HttpRequest request, string key, string? value) =>
        $"{request.PathBase}{request.Path}{Query(request, key, value)}";

    /// <summary>The same page in another year, whether its address has the year in its path or behind the question mark.</summary>
    public static string InYear(HttpRequest request, FiscalYear year)
    {
        var place = YearSegment(request.HttpContext);
        if (place < 0) return With(request, YearKey, year.ToString());
        var segments = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var rest = segments[Math.Min(place + 1, segments.Length)..];
        var path = new PathString("/" + string.Join('/', [.. segments[..place], year.ToString(), .. rest]));
        return $"{request.PathBase}{path}{Query(request, PagerKey, null)}";
    }

    /// <summary>Which segment of the path is the year; −1 for none.</summary>
    private static int YearSegment(HttpContext context) => context.GetEndpoint() is RouteEndpoint { RoutePattern.PathSegments: var segments }
        ? segments.ToList().FindIndex(s => s.Parts is [RoutePatternParameterPart { Name: YearKey }])
        : -1;

    private static QueryString Query(HttpRequest request, string key, string? value)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query)
            if (name != key && name != PagerKey) query.Add(name, values.OfType<string>());
        if (value is not null) query.Add(key, value);
        return query.ToQueryString();
    }

    /// <summary>The address of a page of a list.</summary>
    public static string OfPage(HttpRequest request, int page) =>
        With(request, PagerKey, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
}
