using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>
/// One field of a form: label above, hint under it, the control, its error below.
/// <code>
/// &lt;field for="Input.UserName" label="ユーザー名" hint="半角の英数字です。"&gt;
///   &lt;input asp-for="Input.UserName" class="input" autocomplete="username"&gt;
/// &lt;/field&gt;
/// </code>
/// The control inside is tied to hint and error by <see cref="FieldControlTagHelper"/>.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Its name.</summary>
    public required string Label { get; set; }

    /// <summary>What helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Init(TagHelperContext context) =>
        context.Items[typeof(FieldParts)] = FieldParts.Of(generator, ViewContext, For.Name, Hint is not null);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = (FieldParts)context.Items[typeof(FieldParts)];
        output.TagName = "div";
        output.Attributes.SetAttribute("class", parts.Error is null ? "field" : "field field--bad");
        output.PreContent.AppendMarkup($"<label for=\"{parts.Id}\">{Label}</label>");
        if (Hint is not null) output.PreContent.AppendMarkup($"<p class=\"field__hint\" id=\"{parts.HintId}\">{Hint}</p>");
        if (parts.Error is null) return;
        output.PostContent.AppendMarkup($"<p class=\"field__error\" id=\"{parts.ErrorId}\">");
        output.PostContent.AppendIcon(Icon.Alert, ViewContext.HttpContext).AppendMarkup($"<span>{parts.Error}</span></p>");
    }
}

/// <summary>Ties the control of a <see cref="FieldTagHelper"/> to its hint and error.</summary>
[HtmlTargetElement("input", ParentTag = "field")]
[HtmlTargetElement("select", ParentTag = "field")]
[HtmlTargetElement("textarea", ParentTag = "field")]
public sealed class FieldControlTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = (FieldParts)context.Items[typeof(FieldParts)];
        output.Attributes.SetAttribute("id", parts.Id);
        if (parts.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        if (parts.Error is not null) output.Attributes.SetAttribute("aria-invalid", "true");
    }
}

/// <summary>What a field and its control share.</summary>
/// <param name="Id">The id of the control.</param>
/// <param name="HasHint">Whether there is a hint.</param>
/// <param name="Error">What is wrong; null when nothing is.</param>
internal sealed record FieldParts(string Id, bool HasHint, string? Error)
{
    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public string? DescribedBy => (HasHint, Error) switch
    {
        (true, not null) => $"{HintId} {ErrorId}",
        (true, null) => HintId,
        (false, not null) => ErrorId,
        _ => null,
    };

    public static FieldParts Of(IHtmlGenerator generator, ViewContext page, string name, bool hasHint)
    {
        var full = page.ViewData.TemplateInfo.GetFullHtmlFieldName(name);
        var errors = page.ViewData.ModelState.TryGetValue(full, out var entry) ? entry.Errors : null;
        return new FieldParts(IdOf(generator, full), hasHint, errors is [{ ErrorMessage: var message }, ..] ? message : null);
    }

    public static string IdOf(IHtmlGenerator generator, string name) =>
        TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
}
