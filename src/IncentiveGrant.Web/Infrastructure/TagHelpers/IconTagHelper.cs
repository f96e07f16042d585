using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>The symbols of <c>images/icons.svg</c>. They stand beside a word, never instead of one.</summary>
public enum Icon
{
#pragma warning disable CS1591 // the name says what is drawn
    Alert,
    Check,
    Dn,
    Down,
    Download,
    Info,
    Left,
    Print,
    Right,
    Search,
    StOk,
    Up,
    User,
#pragma warning restore CS1591
}

/// <summary>An icon: <c>&lt;icon name="Download" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Which.</summary>
    public Icon Name { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendIcon(Name, ViewContext.HttpContext);
    }
}
