using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>失点: what a unit is short of a goal's maximum, in all grants that count the goal. The losses of all goals add up to 満点 − 得点.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Grants">How many grants count it: two for goal Ⅳ, one for the others.</param>
/// <param name="PointsInGrant">What is lost in each of them.</param>
/// <param name="MeanInGrant">What is lost in each of them on national average; null when not known.</param>
public sealed record GoalLoss(TableLevel Goal, int Grants, decimal PointsInGrant, decimal? MeanInGrant)
{
    /// <summary>What is lost of the total.</summary>
    public decimal Points => Grants * PointsInGrant;

    /// <summary>What is lost of the total on national average.</summary>
    public decimal? Mean => Grants * MeanInGrant;

    /// <summary>The losses in all goals of which points and maximum are known, the largest first.</summary>
    public static IReadOnlyList<GoalLoss> Of(UnitResult result) =>
    [
        .. result.Goals
            .Where(goal => goal.MaxPoints is not null && result.Score(goal).IsComplete)
            .Select(goal => new GoalLoss(
                goal, 1 + result.Board.Table.Levels.Count(l => l.CopyOf == goal.Index), goal.MaxPoints!.Value - result.Score(goal).Known,
                goal.MaxPoints - result.Board.Statistics(goal).Mean))
            .OrderByDescending(loss => loss.Points),
    ];
}
