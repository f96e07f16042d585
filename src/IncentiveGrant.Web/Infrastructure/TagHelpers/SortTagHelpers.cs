using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>The head of a table that can be sorted: <c>&lt;thead sorted-by="Model.Sort"&gt;</c>.</summary>
[HtmlTargetElement("thead", Attributes = "sorted-by")]
public sealed class SortedHeadTagHelper : TagHelper
{
    /// <summary>The order that the table has.</summary>
    public required TableSort SortedBy { get; set; }

    /// <inheritdoc />
    public override void Init(TagHelperContext context) => context.Items[typeof(TableSort)] = SortedBy;
}

/// <summary>
/// A column that can be sorted by, inside <see cref="SortedHeadTagHelper"/>: the heading becomes a link that keeps the filters, and
/// <c>aria-sort</c> stands on the column in order. <c>&lt;th sort-key="total" sort-first-descending="true"&gt;合計&lt;/th&gt;</c>
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-key")]
public sealed class SortKeyTagHelper : TagHelper
{
    /// <summary>The column as its address names it.</summary>
    public required string SortKey { get; set; }

    /// <summary>Whether the first click puts the largest first.</summary>
    public bool SortFirstDescending { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sort = (TableSort)context.Items[typeof(TableSort)];
        output.Attributes.SetAttribute("scope", "col");
        if (sort.Key == SortKey) output.Attributes.SetAttribute("aria-sort", sort.IsDescending ? "descending" : "ascending");
        var next = sort.Next(SortKey, SortFirstDescending).ToString();
        var address = PageAddress.With(ViewContext.HttpContext.Request, TableSort.QueryKey, next);
        output.PreContent.AppendMarkup($"<a class=\"sort\" href=\"{address}\">");
        output.PostContent.SetHtmlContent("</a>");
    }
}
