using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>
/// What a difference between a published and a recomputed figure probably comes from, in words. It is tried which of the known mistakes
/// gives exactly the published figure (docs/domain.md, The ministry's workbook); where none does, it is said what to look at.
/// </summary>
public static class LikelyCause
{
    private const decimal Near = 0.000001m;
    private const string Incomplete = "再計算に必要な得点がそろっていません。";

    /// <summary>Of a figure of a results file.</summary>
    /// <param name="board">The board that was scored from it.</param>
    /// <param name="row">The unit's row; null for a statistic of the nation.</param>
    /// <param name="kind">What the figure is.</param>
    /// <param name="key">Its level or cell.</param>
    /// <param name="published">公表値.</param>
    /// <param name="recomputed">再計算値.</param>
    public static string Of(ScoreBoard board, int? row, FigureKind kind, LevelKey key, decimal published, decimal? recomputed)
    {
        if (recomputed is not { } computed) return Incomplete;
        if (row is { } unit) return kind == FigureKind.Rank ? OfRank(board, unit, published) : OfPoints(board, unit, key, published - computed);
        var statistics = board.Table.FindCell(key) is { } cell ? board.Statistics(cell, RankingPool.Nation) : board.Statistics(board.Table.FindLevel(key)!);
        return OfStatistic(statistics, kind, published, computed);
    }

    /// <summary>Of a figure of a document.</summary>
    public static string Of(PublishedComparison comparison) => comparison.Check switch
    {
        PublishedCheck.Sum => "端数の丸めでは説明できません。内訳にない項目があるか、合計か内訳の印字に誤りがある可能性があります。",
        PublishedCheck.ScoreRate => "満点か得点が違うか、率の印字に誤りがある可能性があります。",
        PublishedCheck.Share => $"{comparison.How}です。{OfShare(comparison.Figure)}",
        _ => "公表のあとで結果が訂正されたか、平均や順位の対象の団体が違う可能性があります。",
    };

    private static string OfPoints(ScoreBoard board, int unit, LevelKey key, decimal difference)
    {
        var outcome = board.Table.FindLevel(LevelKey.Of(Grant.Promotion, SchemeText.OutcomeGoal));
        if (outcome is not null && (key == LevelKey.Total || key is { Grant: not null, Goal: null })
            && board.Score(unit, outcome).Complete is { } points && points != 0 && Math.Abs(difference) == points)
            return $"目標Ⅳの得点（{Shown(points)}点）と同じ差です。目標Ⅳを数えた回数が違う可能性があります。";
        return difference > 0
            ? "内訳の得点を足した値より大きく印字されています。内訳の得点か小計のどちらかが、あとで直されている可能性があります。"
            : "内訳の得点を足した値より小さく印字されています。上限（指標満点など）がかかっているか、内訳か小計のどちらかが、あとで直されている可能性があります。";
    }

    private static string OfRank(ScoreBoard board, int unit, decimal published)
    {
        if (board.Standing(unit, board.Table.Total, PoolKind.Nation) is not { } standing) return Incomplete;
        var tied = Enumerable.Range(0, board.Jurisdictions.Count)
            .Count(row => board.Standing(row, board.Table.Total, PoolKind.Nation)?.Rank == standing.Rank);
        return published > standing.Rank && published < standing.Rank + tied
            ? $"同じ得点の団体が{tied}あります。同点を同じ順位（{standing.Rank}位）としていない可能性があります。"
            : "合計の差異か、順位を付けた団体の範囲が違う可能性があります。";
    }

    private static string OfStatistic(ScoreStatistics of, FigureKind kind, decimal published, decimal computed)
    {
        var numerator = kind switch
        {
            FigureKind.Mean or FigureKind.ItemMean or FigureKind.MeanRate when of.Mean is > 0 => computed * of.Count,
            FigureKind.ScoringRate => computed * of.Count,
            _ => 0,
        };
        if (numerator != 0 && published != 0 && DividedBy(numerator, published) is { } count && count != of.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{of.Count:#,0}団体ではなく、{count:#,0}団体で割った値と一致します。統計の行や広域連合を数えたか、一部の団体を除いた可能性があります。");
        if (kind == FigureKind.StandardDeviation && of.Count > 1
            && Math.Abs((double)published - ((double)computed * Math.Sqrt(of.Count / (of.Count - 1.0)))) <= (double)Near)
            return "標本標準偏差（団体数−1で割る）と一致します。再計算値は母標準偏差です。";
        return "印字のあとで一部の団体の得点が直されたか、統計の対象の団体が違う可能性があります。";
    }

    /// <summary>The whole number by which a sum was divided to give a mean; null when none does.</summary>
    private static decimal? DividedBy(decimal numerator, decimal mean)
    {
        var count = Math.Round(numerator / mean, 0, MidpointRounding.AwayFromZero);
        return count > 0 && Math.Abs((numerator / count) - mean) <= Near * Math.Max(1, Math.Abs(mean)) ? count : null;
    }

    private static string OfShare(PublishedFigure figure)
    {
        if (figure.PoolSize is not { } size || PrintedNumber.Read(figure.Kind, figure.Printed) is not { } print) return Incomplete;
        for (var smaller = size - 1; smaller > 1; smaller--)
        {
            var count = Math.Round(print.Value * smaller / 100m, 0, MidpointRounding.AwayFromZero);
            if (count >= 0 && count <= smaller && print.Allows(count * 100m / smaller))
                return string.Create(CultureInfo.InvariantCulture, $"{smaller}団体のうち{count}団体なら、この率になります。回答のない団体を除いているか、印字に誤りがある可能性があります。");
        }
        return $"{size}以下のどの団体数でも、この率になりません。印字に誤りがある可能性があります。";
    }

    private static string Shown(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
