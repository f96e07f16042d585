using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// Which indicators and cells of two tables are the same, proposed by wording and place. Sure signs come first: 1. the same wording at the
/// same place; 2. the same wording elsewhere, if it stands there only once; 3. the same place, unless the wording is another altogether;
/// 4. the most similar wording. What is left was dropped or is new.
/// </summary>
internal static class TablePairing
{
    /// <summary>Below it two wordings at one place have nothing to do with each other.</summary>
    private const decimal Unrelated = 0.25m;

    /// <summary>From it on two wordings at different places are taken for one.</summary>
    private const decimal Alike = 0.6m;

    /// <summary>Pairs indicators.</summary>
    public static IReadOnlyList<(TableIndicator? Before, TableIndicator? After)> Of(
        IReadOnlyList<TableIndicator> before, IReadOnlyList<TableIndicator> after) =>
        Pair(before, after, i => i.Key.ToString(), i => NormalizedText.Name(i.Indicator.Name));

    /// <summary>Pairs the cells of an indicator.</summary>
    public static IReadOnlyList<(SubItem? Before, SubItem? After)> Of(IReadOnlyList<SubItem> before, IReadOnlyList<SubItem> after) =>
        Pair(before, after, s => NormalizedText.Name(s.Label), s => NormalizedText.Name(s.Text));

    private static List<(T? Before, T? After)> Pair<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> placeOf, Func<T, string> wordsOf)
        where T : class
    {
        var pairs = new List<(T? Before, T? After)>();
        var (old, now) = (before.ToList(), after.ToList());
        TakeEqual(x => (placeOf(x), wordsOf(x)), _ => true);
        TakeEqual(wordsOf, words => words.Length > 0);
        foreach (var x in old.ToList())
            if (now.Find(y => placeOf(y) == placeOf(x) && MayBeOne(wordsOf(x), wordsOf(y))) is { } y)
                Take(x, y);
        var similar = from x in old
                      from y in now
                      let alike = Similarity(wordsOf(x), wordsOf(y))
                      where alike >= Alike
                      orderby alike descending
                      select (x, y);
        foreach (var (x, y) in similar.ToList())
            if (old.Contains(x) && now.Contains(y))
                Take(x, y);
        return [.. pairs, .. old.Select(x => ((T?)x, (T?)null)), .. now.Select(y => ((T?)null, (T?)y))];

        void Take(T x, T y)
        {
            pairs.Add((x, y));
            old.Remove(x);
            now.Remove(y);
        }

        void TakeEqual<TSign>(Func<T, TSign> signOf, Func<TSign, bool> counts)
        {
            var there = now.ToLookup(signOf);
            foreach (var same in old.GroupBy(signOf).ToList())
                if (counts(same.Key) && same.Count() == 1 && there[same.Key].Count() == 1)
                    Take(same.First(), there[same.Key].First());
        }
    }

    private static bool MayBeOne(string before, string after) => before.Length == 0 || after.Length == 0 || Similarity(before, after) >= Unrelated;

    /// <summary>The share of letter pairs that two wordings have in common (Dice's coefficient).</summary>
    private static decimal Similarity(string before, string after)
    {
        if (before.Length < 2 || after.Length < 2) return 0;
        var (x, y) = (PairsOf(before), PairsOf(after));
        return 2m * x.Intersect(y).Count() / (x.Count + y.Count);

        static HashSet<string> PairsOf(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];
    }
}
