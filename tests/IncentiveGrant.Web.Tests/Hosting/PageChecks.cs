using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>What holds for every page of the portal. Whatever page a test opens is held against it.</summary>
public static partial class PageChecks
{
    private const string Service = "インセンティブ交付金ポータル";

    /// <summary>What is wrong with a page; nothing, usually.</summary>
    public static IReadOnlyList<string> FaultsOf(IHtmlDocument document) =>
    [
        .. Frame(document), .. Ids(document), .. Fields(document), .. Tables(document), .. Forms(document), .. EnglishMessages(document),
        .. Inline(document),
    ];

    private static IEnumerable<string> Frame(IHtmlDocument document)
    {
        if (document.DocumentElement.GetAttribute("lang") != "ja") yield return "the page does not say lang=ja";
        if (document.QuerySelectorAll("h1") is not [var h1]) yield return $"the page has {document.QuerySelectorAll("h1").Length} h1";
        else if (PortalPage.TextOf(h1).Length == 0) yield return "the h1 is empty";
        if (!Title().IsMatch(document.Title ?? "")) yield return $"the title '{document.Title}' is not of the form 「…｜{Service}」";
    }

    private static IEnumerable<string> Ids(IHtmlDocument document) =>
        document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1)
            .Select(g => $"the id '{g.Key}' is there {g.Count()} times");

    private static IEnumerable<string> Fields(IHtmlDocument document) =>
        document.QuerySelectorAll<IHtmlElement>("input, select, textarea")
            .Where(field => field is not IHtmlInputElement { Type: "hidden" or "submit" or "button" or "image" } && !HasName(document, field))
            .Select(field => $"the field '{field.GetAttribute("name")}' has no label");

    private static bool HasName(IHtmlDocument document, IHtmlElement field) =>
        field.GetAttribute("aria-label") is { Length: > 0 }
        || (field.GetAttribute("aria-labelledby") is { } ids && ids.Split(' ').All(id => document.GetElementById(id) is not null))
        || field.Ancestors<IHtmlLabelElement>().Any(HasText)
        || (field.Id is { Length: > 0 } own
            && document.QuerySelectorAll<IHtmlLabelElement>("label").Any(label => label.GetAttribute("for") == own && HasText(label)));

    private static bool HasText(IElement element) => PortalPage.TextOf(element).Length > 0;

    private static IEnumerable<string> Tables(IHtmlDocument document) =>
        document.QuerySelectorAll("th").Where(th => th.GetAttribute("scope") is not ("col" or "row" or "colgroup" or "rowgroup"))
            .Select(th => $"the heading cell '{PortalPage.TextOf(th)}' has no scope");

    private static IEnumerable<string> Forms(IHtmlDocument document) =>
        document.QuerySelectorAll("form[method=post]").Where(form => form.QuerySelector("input[name=__RequestVerificationToken]") is null)
            .Select(form => $"the form to '{form.GetAttribute("action")}' has no antiforgery token");

    private static IEnumerable<string> EnglishMessages(IHtmlDocument document) =>
        English().Matches(document.Body?.TextContent ?? "").Select(match => $"the page says '{match.Value}'");

    private static IEnumerable<string> Inline(IHtmlDocument document)
    {
        if (document.QuerySelector("style, [style]") is not null) yield return "the page has inline style";
        if (document.QuerySelector("script:not([src])") is not null) yield return "the page has an inline script";
        if (document.All.Any(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))))
            yield return "the page has an event handler in an attribute";
        if (document.QuerySelector("a[href^='javascript:']") is not null) yield return "the page has a script in a link";
    }

    [GeneratedRegex($"^.+｜{Service}$")]
    private static partial Regex Title();

    /// <summary>What the framework says where nobody has given it Japanese words.</summary>
    [GeneratedRegex(
        @"The [\w. ]*field [\w ]*|The value '[^']*' [\w ]*|[Tt]he [\w ]*must be [\w ]*|(is|are) required|is not valid|is invalid"
        + @"|An? (unhandled|error|exception)[\w ]*|Access denied|Passwords? must[\w ]*|Not Found|Bad Request|Forbidden")]
    private static partial Regex English();
}
