using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>The markup of icons, for tag helpers that draw one.</summary>
internal static class Icons
{
    private const string File = "images/icons.svg";

    /// <summary>Appends an icon. It is not read out: the word beside it is.</summary>
    public static TBuilder AppendIcon<TBuilder>(this TBuilder content, Icon icon, HttpContext context)
        where TBuilder : IHtmlContentBuilder =>
        content.AppendMarkup($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"{Address(context)}#{Symbol(icon)}\"/></svg>");

    /// <summary>The id in the file: st-ok for StOk.</summary>
    public static string Symbol(Icon icon)
    {
        var name = icon.ToString();
        return (name.StartsWith("St", StringComparison.Ordinal) ? "st-" + name[2..] : name).ToLowerInvariant();
    }

    /// <summary>The fingerprinted address where the page's endpoint knows it, so that browsers keep the file.</summary>
    private static string Address(HttpContext context)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[File] ?? File}";
    }
}
