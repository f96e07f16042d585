namespace IncentiveGrant.Domain.Scoring;

/// <summary>The points of one jurisdiction at one level: known points of a known maximum, complete or not.</summary>
/// <param name="Hundredths">Known points in 1/100.</param>
/// <param name="KnownMaxHundredths">The part of the maximum that the known points are of, in 1/100.</param>
/// <param name="IsComplete">Whether nothing below is unknown. Only a complete score enters a mean or a rank.</param>
public readonly record struct LevelScore(int Hundredths, int KnownMaxHundredths, bool IsComplete)
{
    /// <summary>Known points.</summary>
    public decimal Known => Hundredths / 100m;

    /// <summary>The part of the maximum that <see cref="Known"/> is of.</summary>
    public decimal KnownMax => KnownMaxHundredths / 100m;

    /// <summary>The points when they are complete; null otherwise.</summary>
    public decimal? Complete => IsComplete ? Known : null;
}

/// <summary>All level scores of a board in one array.</summary>
internal sealed class LevelScores(int rows, int levels)
{
    private readonly LevelScore[] scores = new LevelScore[rows * levels];

    public Span<LevelScore> Row(int row) => scores.AsSpan(row * levels, levels);

    public LevelScore this[int row, int level] => scores[(row * levels) + level];
}
