using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    /// <summary>Something to know.</summary>
    Info,

    /// <summary>Something to look at.</summary>
    Warn,

    /// <summary>Something that went wrong.</summary>
    Bad,

    /// <summary>Something that is done.</summary>
    Good,
}

/// <summary>A note: <c>&lt;note kind="Warn"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/note&gt;</c>. Its text says what the colour says.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper : TagHelper
{
    /// <summary>What it is about.</summary>
    public NoteKind Kind { get; set; }

    /// <summary>Whether it answers what the user just did, and is read out when the page opens.</summary>
    public bool IsAnswer { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        var (css, icon) = Kind switch
        {
            NoteKind.Warn => ("note note--warn", Icon.Alert),
            NoteKind.Bad => ("note note--bad", Icon.Alert),
            NoteKind.Good => ("note note--good", Icon.Check),
            _ => ("note", Icon.Info),
        };
        output.Attributes.SetAttribute("class", css);
        if (IsAnswer) output.Attributes.SetAttribute("role", Kind == NoteKind.Bad ? "alert" : "status");
        output.PreContent.AppendIcon(icon, ViewContext.HttpContext).AppendHtml("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
