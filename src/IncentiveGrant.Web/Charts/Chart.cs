using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace IncentiveGrant.Web.Charts;

/// <summary>
/// A drawing on the server: SVG in the page, styled by portal.css, the same on screen, on paper and in a PDF, without scripts.
/// Null is not 0: what is not known is left out as a gap.
/// </summary>
public abstract class Chart : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Draw(new Svg(writer));

    /// <summary>The markup.</summary>
    public sealed override string ToString()
    {
        using var writer = new StringWriter();
        Draw(new Svg(writer));
        return writer.ToString();
    }

    private protected abstract void Draw(Svg svg);
}

/// <summary>One unit marked in a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points.</param>
/// <param name="Note">What stands after the points: 358位.</param>
public sealed record ChartMark(string Name, decimal Points, string? Note = null);
