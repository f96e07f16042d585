using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IncentiveGrant.Web.Charts;

/// <summary>
/// Writes the few shapes that charts are made of. The only place where their markup is put together: numbers are always in invariant
/// culture, and every text is encoded. Class names come from portal.css (layer charts).
/// </summary>
internal sealed class Svg(TextWriter output)
{
    /// <summary>Japanese stays readable; what has a meaning in markup does not get through.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Opens a drawing that says in words what it shows.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows, with its figures.</param>
    /// <param name="height">Height in px: the width is that of its place.</param>
    public void OpenFigure(string id, string title, string description, int height)
    {
        output.Write("<svg class=\"chart\"");
        Attribute("height", height);
        Named(id, title, description);
    }

    /// <summary>Opens a drawing of fixed proportions, which scrolls where it does not fit.</summary>
    public void OpenFixedFigure(string id, string title, string description, int width, int height)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"chart chart--fixed\" viewBox=\"0 0 {width} {height}\""));
        Named(id, title, description);
    }

    /// <summary>Opens a drawing inside a table cell; the numbers stand beside it, so it is not read out.</summary>
    public void OpenMini(string css)
    {
        output.Write("<svg");
        if (css.Length > 0) Attribute("class", css);
        output.Write(" aria-hidden=\"true\">");
    }

    /// <summary>Closes the drawing.</summary>
    public void Close() => output.Write("</svg>");

    /// <summary>A rectangle. The tip is what the pointer shows over it; the same figures stand in the description or in a table.</summary>
    public void Rect(string css, Length x, Length y, Length width, Length height, string? tip = null)
    {
        output.Write("<rect");
        Attribute("class", css);
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", width);
        Attribute("height", height);
        if (tip is null)
        {
            output.Write("/>");
            return;
        }
        output.Write('>');
        Element("title", tip);
        output.Write("</rect>");
    }

    /// <summary>A line across.</summary>
    public void Across(string css, Length from, Length to, double y) => Line(css, from, to, y, y);

    /// <summary>A line up and down.</summary>
    public void Upright(string css, Length x, double from, double to) => Line(css, x, x, from, to);

    /// <summary>A line.</summary>
    public void Line(string css, Length x1, Length x2, double y1, double y2)
    {
        output.Write("<line");
        Attribute("class", css);
        Attribute("x1", x1);
        Attribute("x2", x2);
        Attribute("y1", y1);
        Attribute("y2", y2);
        output.Write("/>");
    }

    /// <summary>A dot.</summary>
    public void Dot(string css, Length x, double y, double radius)
    {
        output.Write("<circle");
        Attribute("class", css);
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        output.Write("/>");
    }

    /// <summary>A text, shifted by px from a place that may be in %.</summary>
    public void Text(string css, Length x, double y, string text, double shift = 0)
    {
        output.Write("<text");
        if (css.Length > 0) Attribute("class", css);
        Attribute("x", x);
        if (shift != 0) Attribute("dx", shift);
        Attribute("y", y);
        output.Write('>');
        Encoder.Encode(output, text);
        output.Write("</text>");
    }

    private void Named(string id, string title, string description)
    {
        output.Write(" role=\"img\"");
        Attribute("aria-labelledby", $"{id}-t {id}-d");
        output.Write('>');
        Element("title", title, $"{id}-t");
        Element("desc", description, $"{id}-d");
    }

    private void Element(string name, string text, string? id = null)
    {
        output.Write('<');
        output.Write(name);
        if (id is not null) Attribute("id", id);
        output.Write('>');
        Encoder.Encode(output, text);
        output.Write("</");
        output.Write(name);
        output.Write('>');
    }

    private void Attribute(string name, string value)
    {
        Begin(name);
        Encoder.Encode(output, value);
        output.Write('"');
    }

    private void Attribute(string name, Length value)
    {
        Begin(name);
        Span<char> digits = stackalloc char[32];
        // Adding 0 turns −0 into 0.
        var rounded = Math.Round(value.Value, 2, MidpointRounding.AwayFromZero) + 0.0;
        rounded.TryFormat(digits, out var length, "0.##", CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
        if (value.IsPercent) output.Write('%');
        output.Write('"');
    }

    private void Begin(string name)
    {
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
    }
}
