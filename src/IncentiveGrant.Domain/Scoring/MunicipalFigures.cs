using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// Figures over the municipalities of a prefecture, which rules of prefecture tables look at. They are missing until the score of every
/// municipality that they look at is complete.
/// </summary>
public static class MunicipalFigures
{
    /// <summary>
    /// The limit below which a municipality's total is an outlier, in points: mean − deviations × population SD over the nation; null until
    /// every municipality's total is complete.
    /// </summary>
    public static double? OutlierLimit(ScoreBoard board, decimal deviations)
    {
        var statistics = board.Statistics(board.Table.Total);
        if (statistics is not { LeftOut: 0, Mean: { } mean, StandardDeviation: { } deviation }) return null;
        return (double)mean - ((double)deviations * deviation);
    }

    /// <summary>
    /// How many municipalities of a prefecture lie below the outlier limit. Compared without a root and exactly, since a municipality on the
    /// limit is not below it: t &lt; mean − k × SD is t &lt; mean and (mean − t)² &gt; k² × variance, all of it n-fold.
    /// </summary>
    internal static GivenValue Outliers(ScoreBoard board, int prefecture, decimal deviations)
    {
        if (OutlierLimit(board, deviations) is null) return GivenValue.Missing;
        var count = board.Jurisdictions.Count;
        var sum = Enumerable.Range(0, count).Sum(Total);
        var squares = Enumerable.Range(0, count).Sum(row => Distance(row) * Distance(row));
        return GivenValue.Of(
            RowsOf(board, prefecture).Count(row => Distance(row) > 0 && count * Distance(row) * Distance(row) > deviations * deviations * squares));

        decimal Total(int row) => board.Score(row, board.Table.Total).Known;
        decimal Distance(int row) => sum - (count * Total(row));
    }

    /// <summary>A figure of a prefecture.</summary>
    internal static GivenValue Aggregate(ScoreBoard board, int prefecture, MunicipalAggregate measure)
    {
        var points = RowsOf(board, prefecture).Select(row => PointsOf(board, row, measure.Key)).ToList();
        if (points.Count == 0 || points.Contains(null)) return GivenValue.Missing;
        var sum = points.Sum() ?? 0;
        return GivenValue.Of(measure.Figure switch
        {
            AggregateKind.Mean => sum / points.Count,
            AggregateKind.Sum => sum,
            _ => points.Count(p => p > 0) * 100m / points.Count,
        });
    }

    private static IEnumerable<int> RowsOf(ScoreBoard board, int prefecture) => board.RowsOf(RankingPool.OfPrefecture(prefecture));

    private static decimal? PointsOf(ScoreBoard board, int row, LevelKey key) =>
        board.Table.FindCell(key) is { } cell ? board.Cell(row, cell.Index).PointsIfKnown?.Value
        : board.Table.FindLevel(key) is { } level ? board.Score(row, level).Complete
        : null;
}
