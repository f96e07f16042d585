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
        // Only which score is higher matters: the place among the distinct scores stands for each.
        var places = scores.OfType<T>().Distinct().Order().Select((score, place) => (score, place)).ToDictionary(p => p.score, p => p.place);
        var order = ScoreOrder.Of([.. scores.Select(score => score is { } known ? places[known] : (int?)null)]);
        var standings = PoolStandings.Of(order, PoolMembers.Of(pools));
        return [.. Enumerable.Range(0, scores.Count).Select(unit => standings[unit])];
    }
}

/// <summary>The units with a complete score, the highest first; of equal scores in their own order.</summary>
internal sealed class ScoreOrder
{
    private const int LargestRange = 1 << 17; // hundredths: beyond it counting takes longer than comparing

    private ScoreOrder(int[] units, int[] scores) => (Units, Scores) = (units, scores);

    /// <summary>The units.</summary>
    public int[] Units { get; }

    /// <summary>Their scores in 1/100.</summary>
    public int[] Scores { get; }

    /// <summary>Orders units by their scores; null where a score is not complete.</summary>
    public static ScoreOrder Of(IReadOnlyList<int?> scores)
    {
        var (units, keys, count) = (new int[scores.Count], new int[scores.Count], 0);
        var (lowest, highest) = (int.MaxValue, int.MinValue);
        for (var unit = 0; unit < scores.Count; unit++)
        {
            if (scores[unit] is not { } score) continue;
            (units[count], keys[count++]) = (unit, score);
            (lowest, highest) = (Math.Min(lowest, score), Math.Max(highest, score));
        }
        (units, keys) = (units[..count], keys[..count]);
        if (count > 0 && (long)highest - lowest < LargestRange) return Counted(units, keys, lowest, highest);
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(i => keys[i])];
        return new ScoreOrder([.. order.Select(i => units[i])], [.. order.Select(i => keys[i])]);
    }

    /// <summary>Orders by counting how often each score occurs: scores are multiples of 1/100 in a narrow range.</summary>
    private static ScoreOrder Counted(int[] units, int[] keys, int lowest, int highest)
    {
        var places = new int[highest - lowest + 1];
        foreach (var key in keys) places[highest - key]++;
        var before = 0;
        for (var i = 0; i < places.Length; i++) (places[i], before) = (before, before + places[i]);
        var (ordered, scores) = (new int[units.Length], new int[units.Length]);
        for (var i = 0; i < units.Length; i++)
        {
            var place = places[highest - keys[i]]++;
            (ordered[place], scores[place]) = (units[i], keys[i]);
        }
        return new ScoreOrder(ordered, scores);
    }
}

/// <summary>Which pool each unit belongs to, by number.</summary>
internal sealed class PoolMembers
{
    /// <summary>The number of a unit that belongs to none.</summary>
    public const int None = -1;

    private PoolMembers(RankingPool?[] pools, int[] numbers, int count) => (Pools, Numbers, Count) = (pools, numbers, count);

    /// <summary>The pool of each unit.</summary>
    public RankingPool?[] Pools { get; }

    /// <summary>The number of each unit's pool.</summary>
    public int[] Numbers { get; }

    /// <summary>How many pools there are.</summary>
    public int Count { get; }

    /// <summary>Numbers the pools of units.</summary>
    public static PoolMembers Of(IEnumerable<RankingPool?> of)
    {
        RankingPool?[] pools = [.. of];
        var numberOf = new Dictionary<RankingPool, int>();
        var numbers = new int[pools.Length];
        for (var unit = 0; unit < pools.Length; unit++)
        {
            if (pools[unit] is not { } pool) numbers[unit] = None;
            else if (!numberOf.TryGetValue(pool, out numbers[unit])) numberOf.Add(pool, numbers[unit] = numberOf.Count);
        }
        return new PoolMembers(pools, numbers, numberOf.Count);
    }
}

/// <summary>The ranks of all units inside their pools.</summary>
internal sealed class PoolStandings
{
    private readonly int[] ranks; // 0: none
    private readonly int[] sizes;
    private readonly PoolMembers members;

    private PoolStandings(int[] ranks, int[] sizes, PoolMembers members) => (this.ranks, this.sizes, this.members) = (ranks, sizes, members);

    /// <summary>The standing of a unit; null when it is not ranked.</summary>
    public Standing? this[int unit] => ranks[unit] == 0 ? null : new Standing(ranks[unit], sizes[members.Numbers[unit]]);

    /// <summary>Ranks units inside their pools.</summary>
    public static PoolStandings Of(ScoreOrder order, PoolMembers members)
    {
        var ranks = new int[members.Numbers.Length];
        var (sizes, rank, last) = (new int[members.Count], new int[members.Count], new int[members.Count]);
        for (var i = 0; i < order.Units.Length; i++)
        {
            var pool = members.Numbers[order.Units[i]];
            if (pool == PoolMembers.None) continue;
            if (sizes[pool]++ == 0 || last[pool] != order.Scores[i]) (rank[pool], last[pool]) = (sizes[pool], order.Scores[i]);
            ranks[order.Units[i]] = rank[pool];
        }
        return new PoolStandings(ranks, sizes, members);
    }
}
