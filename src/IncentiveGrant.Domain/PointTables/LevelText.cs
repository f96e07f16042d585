namespace IncentiveGrant.Domain.PointTables;

/// <summary>The names of levels and cells as screens, workbooks and reports write them, in one place.</summary>
public static class LevelText
{
    /// <summary>合計, 推進, 推進Ⅰ, 目標Ⅳ, 推進Ⅰ 体制・取組, 推進Ⅰ 体制1, 体制・取組.</summary>
    public static string Short(LevelKey key) => key switch
    {
        { Cell: { } cell } => $"{Short(key.Parent!)}{cell}",
        { Indicator: { } number } => $"{GoalOf(key)} {key.Group!.Value.Sign()}{number}",
        { Group: { } group, Grant: null } => GroupOf(group),
        { Group: { } group } => $"{GoalOf(key)} {GroupOf(group)}",
        { Goal: not null } => GoalOf(key),
        { Grant: { } grant } => grant.Sign(),
        _ => "合計",
    };

    /// <summary>体制1: an indicator inside its goal.</summary>
    public static string InGoal(LevelKey key) => $"{key.Group!.Value.Sign()}{key.Indicator}";

    /// <summary>体制・取組.</summary>
    public static string GroupOf(IndicatorGroupKind group) => group == IndicatorGroupKind.Structure ? "体制・取組" : group.Sign();

    /// <summary>
    /// 推進Ⅰ; goal Ⅳ has no grant in its name, because it is booked identically in both.
    /// </summary>
    private static string GoalOf(LevelKey key) =>
        key.Goal == SchemeText.OutcomeGoal ? "目標Ⅳ" : $"{key.Grant!.Value.Sign()}{SchemeText.GoalSign(key.Goal!.Value)}";
}
