namespace IncentiveGrant.Domain.Scoring;

/// <summary>The points of one jurisdiction at one level: known points of a known maximum, complete or not, and what is still possible.</summary>
/// <param name="Hundredths">Known points in 1/100.</param>
/// <param name="KnownMaxHundredths">The part of the maximum that the known points are of, in 1/100.</param>
/// <param name="LowestHundredths">The fewest points possible, in 1/100; the known points when complete.</param>
/// <param name="HighestHundredths">The most points possible, in 1/100; the known points when complete.</param>
/// <param name="IsComplete">Whether nothing below is unknown. Only a complete score enters a mean or a rank.</param>
public readonly record struct LevelScore(int Hundredths, int KnownMaxHundredths, int LowestHundredths, int HighestHundredths, bool IsComplete)
{
    /// <summary>Known points.</summary>
    public decimal Known => Hundredths / 100m;

    /// <summary>The part of the maximum that <see cref="Known"/> is of.</summary>
    public decimal KnownMax => KnownMaxHundredths / 100m;

    /// <summary>The fewest points possible.</summary>
    public decimal Lowest => LowestHundredths / 100m;

    /// <summary>The most points possible.</summary>
    public decimal Highest => HighestHundredths / 100m;

    /// <summary>The points when they are complete; null otherwise.</summary>
    public decimal? Complete => IsComplete ? Known : null;

    /// <summary>A complete score.</summary>
    /// <param name="points">The points, in 1/100.</param>
    /// <param name="max">Their maximum, in 1/100.</param>
    internal static LevelScore Of(int points, int max) => new(points, max, points, points, true);
}
