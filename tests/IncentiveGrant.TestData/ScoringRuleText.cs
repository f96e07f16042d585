using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.TestData;

/// <summary>Everything that a rule says: two rules are the same when these texts are.</summary>
public static class ScoringRuleText
{
    /// <summary>A rule as text.</summary>
    public static string Of(ScoringRule rule) => $"{rule.Combination} {rule.Note} {string.Join(" / ", rule.Branches.Select(Of))}";

    private static string Of(RuleBranch branch) => $"{branch.Sign}[{string.Join(',', branch.Cells)}] plus={branch.IsPlus} {branch.Measure} {Of(branch.Test)}";

    private static string Of(PointsTest test) => test switch
    {
        CountTest count => $"{count.Kind} {string.Join(',', count.Counts)}",
        ThresholdTest threshold => $"{threshold.Kind} {threshold.Direction} {string.Join(',', threshold.Limits)}",
        TierTest tiers => $"{tiers.Kind} {tiers.Direction} {string.Join(',', tiers.Cuts)}",
        _ => test.ToString(),
    };
}
