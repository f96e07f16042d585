using System.Text.RegularExpressions;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Results;

/// <summary>The labels of rows that are not units: a statistic or a mean must never be counted as a municipality.</summary>
internal static partial class StatisticLabels
{
    private static readonly Dictionary<string, FigureKind> Kinds = new()
    {
        ["配点"] = FigureKind.MaxPoints, ["満点"] = FigureKind.MaxPoints,
        ["全国合計"] = FigureKind.Sum,
        ["平均点"] = FigureKind.Mean, ["平均"] = FigureKind.Mean, ["全国平均"] = FigureKind.Mean, ["全国平均点"] = FigureKind.Mean,
        ["項目平均"] = FigureKind.ItemMean,
        ["平均得点率"] = FigureKind.MeanRate, ["得点率"] = FigureKind.MeanRate,
        ["中央値"] = FigureKind.Median,
        ["標準偏差"] = FigureKind.StandardDeviation,
        ["該当市町村数"] = FigureKind.ScoringCount, ["該当都道府県数"] = FigureKind.ScoringCount, ["該当数"] = FigureKind.ScoringCount,
        ["該当率"] = FigureKind.ScoringRate,
    };

    /// <summary>The statistic that a label names; null when it names none.</summary>
    public static FigureKind? KindOf(SheetCell cell) =>
        cell.Kind == SheetCellKind.Text && Kinds.TryGetValue(NormalizedText.Name(cell.Text), out var kind) ? kind : null;

    /// <summary>Whether a name is that of a row over several units (宮城県 平均, 合計): no unit is called so.</summary>
    public static bool IsSummary(string name) => SummaryPattern().IsMatch(name);

    [GeneratedRegex("(平均点?|平均得点率|得点率|合計|小計|総計|計|全国|中央値|標準偏差|該当率|該当数|配点|満点|最高|最低|最大|最小)$")]
    private static partial Regex SummaryPattern();
}
