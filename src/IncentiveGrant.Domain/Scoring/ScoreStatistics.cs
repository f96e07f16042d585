namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// Statistics of complete scores in a pool. Means are simple means over units; SD is the population SD; the median of an even number is
/// the mean of the middle two (docs/domain.md, Ranks, rates, statistics).
/// </summary>
/// <param name="Count">Units with a complete score.</param>
/// <param name="LeftOut">Units of the pool without one.</param>
/// <param name="Sum">Sum of points.</param>
/// <param name="Mean">Mean; null when nothing is complete.</param>
/// <param name="Median">Median.</param>
/// <param name="LowerQuartile">The score of the best unit of the bottom quarter.</param>
/// <param name="UpperQuartile">The score of the last unit of the top quarter.</param>
/// <param name="Lowest">Lowest score.</param>
/// <param name="Highest">Highest score.</param>
/// <param name="StandardDeviation">Population SD.</param>
/// <param name="ScoringCount">該当: units with more than 0 points.</param>
public sealed record ScoreStatistics(
    int Count, int LeftOut, decimal Sum, decimal? Mean, decimal? Median, decimal? LowerQuartile, decimal? UpperQuartile, decimal? Lowest, decimal? Highest,
    double? StandardDeviation, int ScoringCount)
{
    /// <summary>該当率: units that score ÷ units with a score, in percent; null when nothing is complete.</summary>
    public decimal? ImplementationRate => Count == 0 ? null : ScoringCount * 100m / Count;

    /// <summary>得点率 of the mean in percent, not rounded; null when mean or maximum is not known.</summary>
    public decimal? MeanRate(decimal? maxPoints) => ScoreRate.Percent(Mean, maxPoints);

    /// <summary>Whether points lie in the top quarter; points that are not known do not.</summary>
    public bool IsInUpperQuarter(decimal? points) => points >= UpperQuartile;

    /// <summary>Whether points lie in the bottom quarter; points that are not known do not.</summary>
    public bool IsInLowerQuarter(decimal? points) => points <= LowerQuartile;

    /// <summary>Computes the statistics of scores in 1/100 point.</summary>
    public static ScoreStatistics Of(IEnumerable<int> hundredths, int leftOut = 0)
    {
        var sorted = hundredths.ToArray();
        Array.Sort(sorted);
        if (sorted.Length == 0) return new(0, leftOut, 0, null, null, null, null, null, null, null, 0);
        var sum = sorted.Sum(h => (long)h);
        return new ScoreStatistics(
            sorted.Length, leftOut, sum / 100m, sum / 100m / sorted.Length, MedianOf(sorted),
            At(sorted, Quarter(sorted.Length)), At(sorted, sorted.Length - Quarter(sorted.Length) + 1), sorted[0] / 100m, sorted[^1] / 100m,
            DeviationOf(sorted, sum), sorted.Count(h => h > 0));
    }

    /// <summary>How many units make a quarter: floor(N × 1/4) as in the tiers of the scheme, at least one.</summary>
    private static int Quarter(int count) => Math.Max(1, count / 4);

    private static decimal At(int[] sorted, int place) => sorted[place - 1] / 100m;

    private static decimal MedianOf(int[] sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] / 100m : (sorted[middle - 1] + sorted[middle]) / 200m;
    }

    private static double DeviationOf(int[] sorted, long sum)
    {
        // Σ(n·x − Σx)² is exact in integers (n ≤ 2,000, x ≤ 10^5), so the only rounding is the last division and root.
        Int128 squares = 0;
        foreach (var h in sorted)
        {
            var distance = ((Int128)h * sorted.Length) - sum;
            squares += distance * distance;
        }
        return Math.Sqrt((double)squares / sorted.Length) / sorted.Length / 100.0;
    }
}
