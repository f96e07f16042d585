using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>
/// What is wrong with a form, over the form, each error a link to its field: <c>&lt;error-summary /&gt;</c>. Draws nothing while nothing is
/// wrong. It is announced as an alert; the window's title says 「エラー」 first.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid)
            .OrderBy(entry => FieldOrder.Of(ViewContext.ViewData.ModelMetadata, entry.Key), StringComparer.Ordinal)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, error.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml("<h2>").AppendIcon(Icon.Alert, ViewContext.HttpContext);
        output.Content.AppendMarkup($"入力内容を確認してください（{Figures.Count(errors.Count)}件）</h2><ul>");
        foreach (var (field, message) in errors)
        {
            if (field.Length == 0) output.Content.AppendMarkup($"<li>{message}</li>");
            else output.Content.AppendMarkup($"<li><a href=\"#{FieldParts.IdOf(generator, field)}\">{message}</a></li>");
        }
        output.Content.AppendHtml("</ul>");
    }
}
