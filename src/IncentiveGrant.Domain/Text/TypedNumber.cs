using System.Globalization;

namespace IncentiveGrant.Domain.Text;

/// <summary>Numbers as people type them into cells and fields: full width, with thousands separators, with ▲ or △ for minus.</summary>
public static class TypedNumber
{
    /// <summary>Reads a number; null when the text is none. An empty text is none.</summary>
    public static decimal? Parse(string? text)
    {
        var s = NormalizedText.Name(text).Replace(",", "", StringComparison.Ordinal);
        if (s.Length > 0 && s[0] is '▲' or '△' or '−' or '‐') s = "-" + s[1..];
        return decimal.TryParse(s, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
