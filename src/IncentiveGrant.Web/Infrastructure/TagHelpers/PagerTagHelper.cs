using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>The pages of a list: <c>&lt;pager paging="Model.Paging" also="Model.OwnPage" /&gt;</c>. A list of one page has none.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>How many pages stand in a row, the page shown in their middle where the list has as many on either side.</summary>
    private const int Row = 5;

    /// <summary>Which page is shown.</summary>
    public required Paging Paging { get; set; }

    /// <summary>A page that is offered besides: the one with the user's own row.</summary>
    public int? Also { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Paging.Count == 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "ページ送り");
        Step(output.Content, Paging.Page - 1, content => content.AppendIcon(Icon.Left, ViewContext.HttpContext).AppendHtml("前へ"));
        var before = 0;
        foreach (var page in Pages())
        {
            if (page > before + 1) output.Content.AppendHtml("<span>…</span>");
            Number(output.Content, page);
            before = page;
        }
        Step(output.Content, Paging.Page + 1, content => content.AppendHtml("次へ").AppendIcon(Icon.Right, ViewContext.HttpContext));
    }

    private SortedSet<int> Pages()
    {
        var first = Math.Clamp(Paging.Page - (Row / 2), 1, Math.Max(1, Paging.Count - Row + 1));
        var around = Enumerable.Range(first, Math.Min(Row, Paging.Count));
        return [1, .. around, Paging.Count, .. Also is { } also && also <= Paging.Count ? [also] : Array.Empty<int>()];
    }

    private void Number(TagHelperContent content, int page)
    {
        Open(content, page).AppendHtml(page == Paging.Page ? " aria-current=\"page\"" : "")
            .AppendMarkup($" aria-label=\"{Figures.Count(page)}ページ\">{Figures.Count(page)}</a>");
    }

    private void Step(TagHelperContent content, int page, Action<TagHelperContent> text)
    {
        var leads = page >= 1 && page <= Paging.Count;
        if (leads) Open(content, page).AppendHtml(">");
        else content.AppendHtml("<span aria-hidden=\"true\">");
        text(content);
        content.AppendHtml(leads ? "</a>" : "</span>");
    }

    private TagHelperContent Open(TagHelperContent content, int page) =>
        content.AppendMarkup($"<a href=\"{PageAddress.OfPage(ViewContext.HttpContext.Request, page)}\"");
}
