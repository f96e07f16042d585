using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>A page as somebody reads it.</summary>
public sealed partial class PortalPage(IHtmlDocument document, Uri address, HttpStatusCode status)
{
    /// <summary>What was parsed, for what this class has no word for.</summary>
    public IHtmlDocument Document => document;

    /// <summary>Where it was found, after redirects.</summary>
    public Uri Address => address;

    /// <summary>Path and query of where it was found.</summary>
    public string Path => address.PathAndQuery;

    /// <summary>The status that it came with.</summary>
    public HttpStatusCode Status => status;

    /// <summary>The heading.</summary>
    public string Heading => TextOf(Find("h1"));

    /// <summary>Everything that is read in the main part.</summary>
    public string Text => TextOf(Find("main"));

    /// <summary>The errors in the summary over the form.</summary>
    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll(".errors li").Select(TextOf)];

    /// <summary>The only element of a selector; the test fails when there is none or another.</summary>
    public IElement Find(string selector) => document.QuerySelectorAll(selector) is [var found] ? found
        : throw new Xunit.Sdk.XunitException($"{Path} has {document.QuerySelectorAll(selector).Length} elements '{selector}'.");

    /// <summary>Whether there is such an element.</summary>
    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    /// <summary>The texts of all elements of a selector.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. document.QuerySelectorAll(selector).Select(TextOf)];

    /// <summary>The cells of the row whose heading cell reads like this.</summary>
    public IReadOnlyList<string> Row(string heading) =>
        document.QuerySelectorAll("tr").Where(r => r.QuerySelector("th[scope=row]") is { } th && TextOf(th) == heading).ToList() is [var row]
        ? [.. row.Children.Select(TextOf)]
        : throw new Xunit.Sdk.XunitException($"{Path} has no single row '{heading}'.");

    /// <summary>What is seen in the cells of the rows of a selector, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string selector) =>
        [.. document.QuerySelectorAll(selector).Select(row => row.Children.Select(SeenIn).ToList())];

    /// <summary>What is seen in the rows of the table in a region of this name: each cell under the heading of its column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string region, string part = "tbody")
    {
        var headings = document.QuerySelectorAll($"[aria-label='{region}'] thead th").Select(SeenIn).ToList();
        return [.. Rows($"[aria-label='{region}'] {part} tr").Select(row => headings.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>Where the link leads that reads like this; the test fails when there is none, or several that lead to different places.</summary>
    public string Link(string text) =>
        document.QuerySelectorAll("a[href]").Where(a => SeenIn(a) == text).Select(a => a.GetAttribute("href")!).Distinct().ToList() is [var address] ? address
        : throw new Xunit.Sdk.XunitException($"{Path} has no single link '{text}'.");

    /// <summary>The term and what it is, of a description list.</summary>
    public string Fact(string term) => TextOf(document.QuerySelectorAll("dt").Single(dt => TextOf(dt) == term).NextElementSibling!);

    /// <summary>The error at a field.</summary>
    public string ErrorAt(string field) => TextOf(Find($"#{field.Replace('.', '_')}-error"));

    /// <summary>A form to fill: the only one of the main part, or that of a selector.</summary>
    public FilledForm Form(string selector = "main form") => new((IHtmlFormElement)Find(selector), address);

    /// <summary>The text of an element, its white space folded.</summary>
    public static string TextOf(IElement element) => WhiteSpace().Replace(element.TextContent, " ").Trim();

    /// <summary>The text of an element as it is seen: without the words for screen readers.</summary>
    public static string SeenIn(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var hidden in copy.QuerySelectorAll(".sr, svg title, svg desc").ToList()) hidden.Remove();
        return TextOf(copy);
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex WhiteSpace();
}
