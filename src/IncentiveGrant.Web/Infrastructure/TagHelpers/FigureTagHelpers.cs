using IncentiveGrant.Domain.Scoring;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>What is not known yet, with the reason: <c>&lt;unknown reason="算定待ち" /&gt;</c>.</summary>
[HtmlTargetElement("unknown", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnknownTagHelper : TagHelper
{
    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Reason);

    internal static void Write(TagHelperOutput output, string reason)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "unknown");
        output.Attributes.SetAttribute("title", reason);
        output.Content.AppendMarkup($"<span aria-hidden=\"true\">{Figures.Unknown}</span><span class=\"sr\">不明（{reason}）</span>");
    }
}

/// <summary>A difference with its sign, red where it is a loss: <c>&lt;delta value="row.Gain" /&gt;</c>.</summary>
[HtmlTargetElement("delta", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeltaTagHelper : TagHelper
{
    /// <summary>The difference; null when not known.</summary>
    public decimal? Value { get; set; }

    /// <summary>Whether one decimal is always shown (differences to means).</summary>
    public bool OneDecimal { get; set; }

    /// <summary>Why it may not be known.</summary>
    public string Reason { get; set; } = "比べる値がありません";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } value)
        {
            UnknownTagHelper.Write(output, Reason);
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ScoreRate.OneDecimal(value) < 0 ? "delta down" : "delta");
        var figure = OneDecimal ? Figures.DifferenceOneDecimal(value) : Figures.Difference(value);
        var words = Figures.DifferenceInWords(value);
        output.Content.AppendMarkup($"<span aria-hidden=\"true\">{figure}</span><span class=\"sr\">{words}</span>");
    }
}

/// <summary>A change of rank as an arrow with a hidden word: <c>&lt;rank-change now="row.Rank" previous="row.PreviousRank" /&gt;</c>.</summary>
[HtmlTargetElement("rank-change", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RankChangeTagHelper : TagHelper
{
    /// <summary>The rank.</summary>
    public int? Now { get; set; }

    /// <summary>The rank before.</summary>
    public int? Previous { get; set; }

    /// <summary>Why it may not be known.</summary>
    public string Reason { get; set; } = "比べる順位がありません";

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Previous - Now) is not { } change)
        {
            UnknownTagHelper.Write(output, Reason);
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", change switch { 0 => "delta muted", > 0 => "delta up", _ => "delta down" });
        if (change == 0)
        {
            output.Content.SetHtmlContent("<span class=\"sr\">変動なし</span><span aria-hidden=\"true\">±0</span>");
            return;
        }
        output.Content.AppendIcon(change > 0 ? Icon.Up : Icon.Dn, ViewContext.HttpContext)
            .AppendMarkup($"<span class=\"sr\">{(change > 0 ? "上昇" : "下降")}</span>{Figures.Count(Math.Abs(change))}");
    }
}

/// <summary>A rank with its pool, small: <c>&lt;standing value="row.InPrefecture" /&gt;</c> → 5／35.</summary>
[HtmlTargetElement("standing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StandingTagHelper : TagHelper
{
    /// <summary>The rank; null when there is none.</summary>
    public Standing? Value { get; set; }

    /// <summary>Why there may be none.</summary>
    public string Reason { get; set; } = "得点がそろうまで順位を付けません";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } standing)
        {
            UnknownTagHelper.Write(output, Reason);
            return;
        }
        output.TagName = null;
        output.Content.AppendMarkup($"{Figures.Count(standing.Rank)}<span class=\"sub\">／{Figures.Count(standing.Size)}</span>");
    }
}
