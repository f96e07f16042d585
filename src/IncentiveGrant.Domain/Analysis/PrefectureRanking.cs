using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>The 47 prefectures ranked, by their own points or by the mean of their municipalities, beside the year before.</summary>
/// <param name="Rows">The prefectures, by number.</param>
/// <param name="MaxPoints">The maximum of the total; null when not known.</param>
/// <param name="Mean">The mean that the bars are held against: of the prefectures' points, or of all municipalities.</param>
/// <param name="PromotionMean">The same of 推進.</param>
/// <param name="EffortSupportMean">The same of 支援.</param>
/// <param name="PreviousMean">The mean of the year before; null when it is not comparable or not loaded.</param>
public sealed record PrefectureRanking(
    IReadOnlyList<PrefectureRow> Rows, decimal? MaxPoints, decimal? Mean, decimal? PromotionMean, decimal? EffortSupportMean, decimal? PreviousMean)
{
    /// <summary>得点率 of the mean in percent, not rounded.</summary>
    public decimal? MeanRate => ScoreRate.Percent(Mean, MaxPoints);

    /// <summary>The points that a prefecture lacks of the rank above its own; null for the first, and while its total is not known.</summary>
    public decimal? ToNextRank(PrefectureRow row) => Rows.Where(r => r.Total > row.Total).Min(r => r.Total) - row.Total;

    /// <summary>By the points of the prefectures' own table.</summary>
    /// <param name="board">The prefectures' board.</param>
    /// <param name="previous">Theirs of the year before; null when there is none that may be compared.</param>
    /// <param name="municipal">The municipal board of the year, for the means beside; null when it is not loaded.</param>
    public static PrefectureRanking ByOwnPoints(ScoreBoard board, ScoreBoard? previous, ScoreBoard? municipal)
    {
        var ranking = LevelRanking.Of(board, previous, board.Table.Total);
        var means = municipal is null ? null : PrefectureMean.Of(municipal, municipal.Table.Total);
        return new PrefectureRanking(
            [
                .. PrefectureName.All.Select((prefecture, i) => ranking.Rows.FirstOrDefault(r => r.Unit.PrefectureNumber == prefecture.Number) is { } unit
                    ? new PrefectureRow(
                        prefecture, unit.Score.Complete, board.Rate(unit.Row, board.Table.Total), board.Points(unit.Row, Grant.Promotion),
                        board.Points(unit.Row, Grant.EffortSupport), unit.InNation,
                        unit.PreviousPoints, unit.PreviousRank, means?[i])
                    : new PrefectureRow(prefecture, null, null, null, null, null, null, null, means?[i])),
            ],
            board.Table.Total.MaxPoints, board.Statistics(board.Table.Total).Mean, MeanOf(board, Grant.Promotion), MeanOf(board, Grant.EffortSupport),
            previous?.Statistics(previous.Table.Total).Mean);
    }

    /// <summary>
    /// The prefectures of a year in which only municipal results are loaded: without points and ranks, beside the means of their
    /// municipalities.
    /// </summary>
    /// <param name="municipal">The municipal board.</param>
    public static PrefectureRanking WithoutPoints(ScoreBoard municipal) => new(
        [.. PrefectureMean.Of(municipal, municipal.Table.Total)
            .Select(mean => new PrefectureRow(mean.Prefecture, null, null, null, null, null, null, null, mean))],
        null, null, null, null, null);

    /// <summary>By the mean of the municipalities' points.</summary>
    /// <param name="board">The municipal board.</param>
    /// <param name="previous">That of the year before; null when there is none that may be compared.</param>
    public static PrefectureRanking ByMunicipalities(ScoreBoard board, ScoreBoard? previous)
    {
        var total = PrefectureMean.Of(board, board.Table.Total);
        var before = previous is null ? null : PrefectureMean.Of(previous, previous.Table.Total);
        var (promotion, support) = (MeansOf(board, Grant.Promotion), MeansOf(board, Grant.EffortSupport));
        return new PrefectureRanking(
            [
                .. total.Select((mean, i) => new PrefectureRow(
                    mean.Prefecture, mean.Statistics.Mean, mean.Statistics.MeanRate(board.Table.Total.MaxPoints), promotion?[i].Statistics.Mean,
                    support?[i].Statistics.Mean, mean.Standing,
                    before?[i].Statistics.Mean, before?[i].Standing?.Rank, mean)),
            ],
            board.Table.Total.MaxPoints, board.Statistics(board.Table.Total).Mean, MeanOf(board, Grant.Promotion), MeanOf(board, Grant.EffortSupport),
            previous?.Statistics(previous.Table.Total).Mean);
    }

    private static decimal? MeanOf(ScoreBoard board, Grant grant) =>
        board.Table.FindLevel(LevelKey.Of(grant)) is { } level ? board.Statistics(level).Mean : null;

    private static IReadOnlyList<PrefectureMean>? MeansOf(ScoreBoard board, Grant grant) =>
        board.Table.FindLevel(LevelKey.Of(grant)) is { } level ? PrefectureMean.Of(board, level) : null;
}

/// <summary>A prefecture in a ranking.</summary>
/// <param name="Prefecture">The prefecture.</param>
/// <param name="Total">Points, or the mean of its municipalities; null when not known.</param>
/// <param name="Rate">得点率 of the total in percent, not rounded.</param>
/// <param name="Promotion">Points of 推進, or their mean.</param>
/// <param name="EffortSupport">The same of 支援.</param>
/// <param name="Standing">Its rank; null while it has no total.</param>
/// <param name="PreviousTotal">The total of the year before; null when not known or not comparable.</param>
/// <param name="PreviousRank">The rank of the year before.</param>
/// <param name="MunicipalMean">The mean of its municipalities; null when the municipal results are not loaded.</param>
public sealed record PrefectureRow(
    PrefectureName Prefecture, decimal? Total, decimal? Rate, decimal? Promotion, decimal? EffortSupport, Standing? Standing,
    decimal? PreviousTotal, int? PreviousRank, PrefectureMean? MunicipalMean);
