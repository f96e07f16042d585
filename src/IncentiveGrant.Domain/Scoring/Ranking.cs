namespace IncentiveGrant.Domain.Scoring;

/// <summary>Competition ranking: rank = 1 + number strictly higher, so equal scores share a rank and the next one skips (1, 2, 2, 4).</summary>
public static class Ranking
{
    /// <summary>
    /// Ranks units inside their pools. A unit without a score or without a pool gets no rank (null) and is not counted.
    /// </summary>
    /// <param name="scores">Points in 1/100, or means, by unit; null where the score is not complete.</param>
    /// <param name="pools">The pool of each unit.</param>
    public static Standing?[] Of<T>(IReadOnlyList<T?> scores, IReadOnlyList<RankingPool?> pools)
        where T : struct, IComparable<T>
    {
        var standings = new Standing?[scores.Count];
        foreach (var pool in Enumerable.Range(0, scores.Count).Where(i => scores[i] is not null && pools[i] is not null).GroupBy(i => pools[i]!.Value))
        {
            var ordered = pool.OrderByDescending(i => scores[i]).ToArray();
            var rank = 0;
            for (var place = 0; place < ordered.Length; place++)
            {
                if (place == 0 || Nullable.Compare(scores[ordered[place]], scores[ordered[place - 1]]) != 0) rank = place + 1;
                standings[ordered[place]] = new Standing(rank, ordered.Length);
            }
        }
        return standings;
    }
}
