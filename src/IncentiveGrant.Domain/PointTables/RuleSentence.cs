using System.Globalization;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>A rule in plain Japanese, as screens and workbooks show it beside an indicator.</summary>
public static class RuleSentence
{
    /// <summary>
    /// One sentence for each branch (one for all that read alike), and one on how they make the indicator's points where there are several.
    /// </summary>
    public static IReadOnlyList<string> Of(Indicator indicator)
    {
        if (indicator.Rule.IsAsPublished) return ["公表された得点をそのまま使います。"];
        var several = indicator.Rule.Branches.Count > 1;
        var sentences = indicator.Rule.Branches
            .GroupBy(branch => Of(branch, indicator))
            .Select(alike => (several ? $"{string.Join("・", alike.Select(CellsOf))}：" : "") + alike.Key)
            .ToList();
        if (indicator.Rule.Combination == BranchCombination.Best) sentences.Add(Best(indicator));
        return sentences;
    }

    /// <summary>A branch in one sentence.</summary>
    public static string Of(RuleBranch branch, Indicator indicator)
    {
        var what = WhatIsMeasured(branch);
        return branch.Test switch
        {
            AllOfTest all => $"{Parts(all.Parts)}すべてに該当すると{Sum(branch, indicator)}点です。",
            AnyOfTest any => $"{Parts(any.Parts)}いずれかに該当すると{Sum(branch, indicator)}点です。",
            CountTest count => $"該当する数が{Steps(branch, indicator, i => $"{count.Counts[i]}以上")}を積み上げます。",
            ThresholdTest threshold => $"{what}が{Steps(branch, indicator, i => Limit(branch, threshold, i))}です。",
            TierTest { Population: TierPopulation.Positive } tiers when tiers.Cuts[0].Percent == 100 => AboveZero(what, branch, tiers, indicator),
            TierTest tiers => $"{what}が{Order(tiers)}、{Population(tiers)}の{Steps(branch, indicator, i => tiers.Cuts[i].Name())}を積み上げます（同じ値は同じ順位です）。",
            _ => branch.Cells.Count == 1 ? $"該当すると{Sum(branch, indicator)}点です。" : "該当する枝番の点を足します。",
        };
    }

    private static string Best(Indicator indicator)
    {
        var competing = string.Join("・", indicator.Rule.Branches.Where(b => !b.IsPlus).Select(CellsOf));
        var plus = indicator.Rule.Branches.Where(b => b.IsPlus).Select(CellsOf).ToList();
        var cap = indicator.MaxPoints is { } max ? $"、{RuleWords.Number(max)}点を上限とします" : "";
        return plus.Count == 0 ? $"{competing}のうち、点の高い方だけを数えます。" : $"{competing}のうち最も点の高いものに{string.Join("・", plus)}を足し{cap}。";
    }

    /// <summary>ア, ア①〜④.</summary>
    private static string CellsOf(RuleBranch branch) => branch.Cells.Count switch
    {
        0 => branch.Sign ?? "",
        1 => branch.Cells[0],
        _ when branch.Cells[^1] is { Length: > 1 } last && last[0] == branch.Cells[0][0] => $"{branch.Cells[0]}〜{last[1..]}",
        _ => $"{branch.Cells[0]}〜{branch.Cells[^1]}",
    };

    private static string WhatIsMeasured(RuleBranch branch) => branch.Measure switch
    {
        EnteredValue { ChangeYears: > 0 } change => string.Create(CultureInfo.InvariantCulture, $"{change.Name ?? "値"}の{change.ChangeYears}年前からの増減"),
        EnteredValue { Numerator: { } numerator, Denominator: { } denominator } ratio => $"{ratio.Name ?? "値"}（{numerator}÷{denominator}）",
        EnteredValue value => value.Name ?? "値",
        OwnTotal => "今年度の自団体の合計点（この指標を除く）",
        MunicipalAggregate aggregate => $"管内市町村の「{aggregate.Of}」の{Figure(aggregate.Figure)}",
        MunicipalOutliers outliers => $"得点率が全国平均−標準偏差×{RuleWords.Number(outliers.Deviations)}を下回る管内市町村の数",
        _ => "値",
    };

    private static string Figure(AggregateKind kind) => kind switch
    {
        AggregateKind.Mean => "平均点",
        AggregateKind.Sum => "合計点",
        _ => "該当割合",
    };

    /// <summary>A ladder whose first cell any value above zero earns.</summary>
    private static string AboveZero(string what, RuleBranch branch, TierTest tiers, Indicator indicator)
    {
        var any = $"{what}が0より大きいと{RuleWords.Number(PointsOf(indicator, branch.Cells[0]))}点";
        if (branch.Cells.Count == 1) return $"{any}です。";
        var order = tiers.Direction == Direction.Higher ? "" : Order(tiers);
        return $"{any}。さらに、{Population(tiers)}のうち{order}{Steps(branch, indicator, i => tiers.Cuts[i].Name(), 1)}を積み上げます（同じ値は同じ順位です）。";
    }

    private static string Steps(RuleBranch branch, Indicator indicator, Func<int, string> condition, int from = 0) =>
        string.Join("、", branch.Cells.Select((label, i) => $"{condition(i)}で{RuleWords.Number(PointsOf(indicator, label))}点").Skip(from));

    private static string Limit(RuleBranch branch, ThresholdTest threshold, int i) =>
        RuleWords.Number(threshold.Limits[i]) + (branch.Measure as EnteredValue)?.Unit + (threshold.Direction == Direction.Higher ? "以上" : "以下");

    private static string Order(TierTest tiers) => tiers.Direction == Direction.Higher ? "大きい順に" : "小さい順に";

    private static string Population(TierTest tiers) => tiers.Population switch
    {
        TierPopulation.All => "全団体",
        TierPopulation.Valid => "値のある団体",
        _ => "値が0より大きい団体",
    };

    private static string Parts(int? parts) => parts is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count}つの要件の") : "要件の";

    private static string Sum(RuleBranch branch, Indicator indicator) => RuleWords.Number(branch.Cells.Sum(label => PointsOf(indicator, label)));

    private static decimal PointsOf(Indicator indicator, string label) => indicator.SubItems.FirstOrDefault(i => i.Label == label)?.Points ?? 0;
}
