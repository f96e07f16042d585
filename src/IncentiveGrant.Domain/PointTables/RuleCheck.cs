using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// Whether an indicator's rule can score its cells. Rules:
/// 1. Every cell stands in exactly one branch, and a branch names no other cells.
/// 2. No two branches share a sign; a sign is no cell's label, unless the branch has that one cell.
/// 3. A test has one count, limit or cut for each cell; a count is at least 1, a share lies above 0 and up to 100 %, a place is at least 1.
/// 4. ○/× is answered, so ticks and parts need a given value; what is computed is tested by a limit or by place.
/// 5. What looks at municipalities belongs to a prefecture table, and what it looks at is a level or cell.
/// 6. Only where the better branch counts may a branch be a plus, and at least two must compete there.
/// </summary>
public static class RuleCheck
{
    /// <summary>The faults of an indicator's rule; none where points are taken as published.</summary>
    public static IReadOnlyList<RuleFault> Of(Indicator indicator, Audience audience)
    {
        var faults = new List<RuleFault>();
        if (indicator.Rule.IsAsPublished) return faults;
        var labels = indicator.SubItems.Select(i => i.Label).ToList();
        foreach (var label in labels.Where(l => labels.Count(other => other == l) == 1))
        {
            var count = indicator.Rule.Branches.Sum(b => b.Cells.Count(c => c == label));
            if (count != 1) faults.Add(new RuleFault(label, count == 0 ? "算定方法がありません。判定を書いてください。" : "算定方法が2つ以上あります。1つだけにしてください。"));
        }
        foreach (var sign in indicator.Rule.Branches.GroupBy(b => b.Sign is null ? null : NormalizedText.Name(b.Sign)).Where(g => g.Count() > 1 && g.Any(b => b.Test is not TickTest)))
            faults.Add(new RuleFault(sign.Last().Cells[0], $"値の枝「{sign.Key ?? "（空）"}」が2つの判定に使われています。枝ごとに別の記号にしてください。"));
        foreach (var branch in indicator.Rule.Branches) Check(faults, branch, labels, audience);
        CheckCombination(faults, indicator.Rule);
        return faults;
    }

    private static void Check(List<RuleFault> faults, RuleBranch branch, List<string> labels, Audience audience)
    {
        var first = branch.Cells.Count > 0 ? branch.Cells[0] : null;
        void Add(string text) => faults.Add(new RuleFault(first, text));

        if (first is null || branch.Cells.Any(c => !labels.Contains(c))) Add("算定方法に、この指標にない枝番があります。枝番を直してください。");
        if (branch.Sign is { } sign && labels.Exists(l => IsSame(l, sign)) && !(branch.Cells.Count == 1 && IsSame(first!, sign)))
            Add($"値の枝「{sign}」は、別の枝番と同じ記号です。別の記号にしてください。");
        if (StepsOf(branch.Test) is { } steps && steps != branch.Cells.Count) Add("区切りの数が枝番の数と違います。枝番ごとに1つ書いてください。");
        if (!HasSoundSteps(branch.Test)) Add("区切りの値が正しくありません。個数と順位は1以上、割合は0％より大きく100％以下にしてください。");
        if (branch.Test is TickTest or AllOfTest or AnyOfTest && branch.Measure is not EnteredValue { ChangeYears: 0 })
            Add($"判定「{branch.Test.Kind.Name()}」は、測るもの「{MeasureKind.Entered.Name()}」だけに使えます。");
        if (branch.Measure is OwnTotal && branch.Test is not TierTest) Add($"測るもの「{MeasureKind.OwnTotal.Name()}」は、上位の割合で判定してください。");
        if (branch.Measure is MunicipalAggregate or MunicipalOutliers && audience != Audience.Prefecture)
            Add($"測るもの「{branch.Measure.Kind.Name()}」は、都道府県分の配点表だけに使えます。");
        if (branch.Measure is MunicipalOutliers { Deviations: <= 0 }) Add("平均から標準偏差のいくつ分下かは、0より大きい数にしてください。");
        if (branch.Measure is MunicipalAggregate aggregate && !LevelKey.TryParse(aggregate.Of, out _))
            Add($"測る対象「{aggregate.Of}」が読めません。「合計」「推進/Ⅰ/体制」「推進/Ⅰ/体制/4/エ」のように書いてください。");
    }

    /// <summary>As keys are compared.</summary>
    private static bool IsSame(string label, string sign) => NormalizedText.Name(label) == NormalizedText.Name(sign);

    private static void CheckCombination(List<RuleFault> faults, ScoringRule rule)
    {
        var competing = rule.Branches.Count(b => !b.IsPlus);
        if (rule.Combination == BranchCombination.Best && competing < 2)
            faults.Add(new RuleFault(null, "「高い方」にするには、比べる枝が2つ以上必要です。組み合わせを「合計」にするか、枝を加えてください。"));
        if (rule.Combination == BranchCombination.Added && competing < rule.Branches.Count)
            faults.Add(new RuleFault(null, "「加算」の印は、組み合わせが「高い方」の指標だけに付けられます。印を消してください。"));
    }

    private static int? StepsOf(PointsTest test) => test switch
    {
        CountTest count => count.Counts.Count,
        ThresholdTest threshold => threshold.Limits.Count,
        TierTest tiers => tiers.Cuts.Count,
        _ => null,
    };

    private static bool HasSoundSteps(PointsTest test) => test switch
    {
        CountTest count => count.Counts.All(c => c >= 1),
        TierTest tiers => tiers.Cuts.All(c => c is { Places: >= 1, Percent: null } or { Percent: > 0 and <= 100, Places: null }),
        AllOfTest { Parts: < 1 } or AnyOfTest { Parts: < 1 } => false,
        _ => true,
    };
}

/// <summary>One thing that an indicator's rule leaves open.</summary>
/// <param name="Label">The cell; null when it concerns the whole indicator.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record RuleFault(string? Label, string Text);
