using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>How tag helpers write markup.</summary>
internal static class MarkupWriting
{
    /// <summary>Appends markup; what stands in braces is encoded.</summary>
    public static TBuilder AppendMarkup<TBuilder>(this TBuilder content, FormattableString markup)
        where TBuilder : IHtmlContentBuilder
    {
        content.AppendFormat(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments());
        return content;
    }
}
