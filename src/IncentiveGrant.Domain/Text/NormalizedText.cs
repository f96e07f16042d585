using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace IncentiveGrant.Domain.Text;

/// <summary>
/// The one way in which text of files, addresses and search boxes is made comparable: NFKC (full-width digits, circled numbers and
/// Roman numerals become plain), white space folded, no white space at the ends, nothing that is not seen.
/// </summary>
public static class NormalizedText
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>NFKC without control and format characters, white space folded to single blanks and trimmed. Null reads as empty.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        text = WithoutUnseen(text);
        if (!text.IsNormalized(NormalizationForm.FormKC)) text = text.Normalize(NormalizationForm.FormKC);
        return FoldWhiteSpace(text);
    }

    /// <summary>The form in which names are joined and found: <see cref="Of"/> without any white space.</summary>
    public static string Name(string? text) => Of(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The form in which a reader's search meets names and kana: <see cref="Name"/>, katakana as hiragana, letters lower case,
    /// so that ミヤギ, みやぎ and ﾐﾔｷﾞ find the same.
    /// </summary>
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "A search key, not a security decision; kana have no case.")]
    public static string Search(string? text)
    {
        var name = Name(text).ToLowerInvariant();
        return string.Create(name.Length, name, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = source[i] is >= 'ァ' and <= 'ヶ' ? (char)(source[i] - 0x60) : source[i];
        });
    }

    /// <summary>
    /// No name has them, no database keeps a NUL, and a turn of direction makes a name read as another. Of the format characters only the
    /// joiner stays; half a surrogate pair becomes the replacement character.
    /// </summary>
    private static string WithoutUnseen(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!IsUnseen(rune)) builder.Append(rune);
        return builder.Equals(text) ? text : builder.ToString();
    }

    private static bool IsUnseen(Rune rune) => !Rune.IsWhiteSpace(rune) && rune.Value != ZeroWidthJoiner
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static string FoldWhiteSpace(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) builder.Append(c);
            else if (builder.Length > 0 && builder[^1] != ' ') builder.Append(' ');
        }
        if (builder.Length > 0 && builder[^1] == ' ') builder.Length--;
        return builder.Length == text.Length ? text : builder.ToString();
    }
}
