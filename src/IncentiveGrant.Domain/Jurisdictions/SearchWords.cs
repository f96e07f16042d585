using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>
/// What a reader types to find somebody: words parted by blanks, of which every one must fit (「宮城 001」, 「みやぎけん みほん」). A word fits
/// what stands in the name or the reading, what the code begins with, and what name or reading of the prefecture begin with.
/// </summary>
public sealed class SearchWords
{
    private readonly IReadOnlyList<string> words;

    private SearchWords(IReadOnlyList<string> words) => this.words = words;

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>Reads what was typed.</summary>
    public static SearchWords Of(string? text) =>
        new([.. NormalizedText.Of(text).Split(' ').Select(NormalizedText.Search).Where(word => word.Length > 0).Distinct()]);

    /// <summary>How well a municipality or union fits.</summary>
    /// <param name="searchKey">Its name and reading (<see cref="Jurisdiction.SearchKey"/>).</param>
    /// <param name="code">Its code; empty where it has none.</param>
    /// <param name="prefecture">Its prefecture.</param>
    public SearchFit FitOf(string searchKey, string code, PrefectureName prefecture)
    {
        var fit = SearchFit.Own;
        foreach (var word in words)
        {
            if (searchKey.Contains(word, StringComparison.Ordinal) || code.StartsWith(word, StringComparison.Ordinal)) continue;
            if (!prefecture.SearchForms.Any(form => form.StartsWith(word, StringComparison.Ordinal))) return SearchFit.None;
            fit = SearchFit.ByPrefecture;
        }
        return fit;
    }

    /// <summary>Whether a prefecture itself is meant.</summary>
    public bool Fit(PrefectureName prefecture) => words.All(word =>
        prefecture.SearchForms.Any(form => form.Contains(word, StringComparison.Ordinal))
            || (word.Length >= 5 && prefecture.Code.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>Whether every word stands in a text.</summary>
    public bool Fit(string text)
    {
        var form = NormalizedText.Search(text);
        return words.All(word => form.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>How well somebody fits the words.</summary>
public enum SearchFit
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Some words only by the prefecture.</summary>
    ByPrefecture,

    /// <summary>All words by name, reading or code.</summary>
    Own,
}
