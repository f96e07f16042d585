using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Tests.Infrastructure.TagHelpers;

/// <summary>Runs a tag helper as a page would and reads what it wrote.</summary>
internal static class Markup
{
    /// <summary>Runs a helper.</summary>
    /// <param name="helper">The helper.</param>
    /// <param name="tag">The element it stands on.</param>
    /// <param name="content">What the page wrote between its tags.</param>
    /// <param name="items">What helpers of surrounding elements left for it.</param>
    public static IElement Render(this TagHelper helper, string tag = "span", string content = "", IDictionary<object, object>? items = null)
    {
        var context = new TagHelperContext(tag, [], items ?? new Dictionary<object, object>(), "test");
        helper.Init(context);
        var output = new TagHelperOutput(tag, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        if (content.Length > 0) output.Content.SetHtmlContent(content);
        helper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        // A th outside a table would not survive the parser.
        var open = tag == "th" ? "<table><tr>" : "<div>";
        return new HtmlParser().ParseDocument(open + writer).QuerySelector(tag == "th" ? "tr" : "div")!;
    }

    /// <summary>A page at an address.</summary>
    public static ViewContext Page(string path = "/", string query = "", ViewDataDictionary? viewData = null) => new()
    {
        HttpContext = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query) } },
        ViewData = viewData ?? new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
    };
}
