using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>The mean of a prefecture's municipalities at a level: a simple mean over complete units (docs/domain.md, Ranks, rates, statistics).</summary>
/// <param name="Prefecture">The prefecture.</param>
/// <param name="Statistics">Statistics of its municipalities.</param>
/// <param name="Standing">The rank of the mean among the prefectures; null when it has none.</param>
public sealed record PrefectureMean(PrefectureName Prefecture, ScoreStatistics Statistics, Standing? Standing)
{
    /// <summary>The mean of one prefecture on a municipal board, ranked among all.</summary>
    public static PrefectureMean Of(ScoreBoard board, TableLevel level, PrefectureName prefecture) =>
        Of(board, level).Single(mean => mean.Prefecture == prefecture);

    /// <summary>The means of all prefectures on a municipal board, by prefecture number.</summary>
    public static IReadOnlyList<PrefectureMean> Of(ScoreBoard board, TableLevel level)
    {
        var statistics = PrefectureName.All.Select(p => board.Statistics(level, RankingPool.OfPrefecture(p.Number))).ToList();
        var standings = Ranking.Of([.. statistics.Select(s => s.Mean)], [.. statistics.Select(_ => (RankingPool?)RankingPool.Nation)]);
        return [.. PrefectureName.All.Select((prefecture, i) => new PrefectureMean(prefecture, statistics[i], standings[i]))];
    }
}
