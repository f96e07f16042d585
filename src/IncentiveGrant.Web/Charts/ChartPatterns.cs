using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace IncentiveGrant.Web.Charts;

/// <summary>The hatching that portal.css fills with. Once a page, before the first chart (the layout has it).</summary>
public sealed class ChartPatterns : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(
        """
        <svg class="defs" aria-hidden="true" focusable="false"><defs>
          <pattern id="hatch-k" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-k" d="M0 0v5"/></pattern>
        </defs></svg>
        """);
}
