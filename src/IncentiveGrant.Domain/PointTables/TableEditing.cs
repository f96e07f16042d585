namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// The changes that a draft can be given, each as the next revision of the whole table. Nothing is checked here: a draft may be wrong on
/// the way, and is published only when <see cref="PointTableCheck"/> has nothing against it.
/// </summary>
public static class TableEditing
{
    /// <summary>Puts an indicator in the place of another, or adds it. Its goal and group must be there.</summary>
    /// <param name="table">The draft.</param>
    /// <param name="place">Where the indicator stood; the group for a new one.</param>
    /// <param name="indicator">The indicator; its number may be another than before.</param>
    public static PointTable WithIndicator(this PointTable table, LevelKey place, Indicator indicator) =>
        table.ChangeGroup(place, others => [.. others.Append(indicator).OrderBy(i => i.Number)]);

    /// <summary>Takes an indicator out.</summary>
    public static PointTable WithoutIndicator(this PointTable table, LevelKey place) => table.ChangeGroup(place, others => [.. others]);

    /// <summary>Whether the table has an indicator under a key.</summary>
    public static Indicator? FindIndicator(this PointTable table, LevelKey key) => table.Indicators.FirstOrDefault(i => i.Key == key)?.Indicator;

    private static PointTable ChangeGroup(
        this PointTable table, LevelKey place, Func<IEnumerable<Indicator>, IReadOnlyList<Indicator>> change) =>
        table.With(
            table.Frame,
            [
                .. table.Goals.Select(goal => goal.With(
                    goal.Title, goal.MaxPoints,
                    [
                        .. goal.Groups.Select(group => goal.Grant == place.Grant && goal.Number == place.Goal && group.Kind == place.Group
                            ? group.With(group.MaxPoints, [.. change(group.Indicators.Where(i => i.Number != place.Indicator)).Select(i => i.Copy())])
                            : group.With(group.MaxPoints, [.. group.Indicators.Select(i => i.Copy())])),
                    ])),
            ]);
}
