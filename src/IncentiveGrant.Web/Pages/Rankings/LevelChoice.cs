using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Pages.Rankings;

/// <summary>
/// The levels that a table can be ranked by, as a chooser of links and as a list for a form. Goal Ⅳ of 支援 repeats that of 推進 and is left
/// out.
/// </summary>
public static class LevelChoice
{
    /// <summary>The rows of links: total, grants, goals, groups.</summary>
    public static IReadOnlyList<LevelSet> Rows(CompiledTable table) =>
    [
        .. new LevelSet[]
        {
            new("", [.. Of(table, LevelKind.Total)]),
            new("交付金", [.. Of(table, LevelKind.Grant)]),
            new("目標", [.. table.Goals]),
            new("指標群", [.. Of(table, LevelKind.GroupOverGoals)]),
        }.Where(set => set.Levels.Count > 0),
    ];

    /// <summary>Every level, in sets: total and grants, then each goal with its groups and indicators, then groups over all goals.</summary>
    public static IReadOnlyList<LevelSet> All(CompiledTable table) =>
    [
        new("合計・交付金", [.. Of(table, LevelKind.Total), .. Of(table, LevelKind.Grant)]),
        .. table.Goals.Select(goal => new LevelSet(
            $"{LevelText.Short(goal.Key)}　{goal.Name}",
            [.. table.Levels.Where(l => l.CopyOf is null && l.Kind != LevelKind.GroupOverGoals && goal.Key.Contains(l.Key))])),
        .. Of(table, LevelKind.GroupOverGoals).Any() ? [new LevelSet("指標群（全目標）", [.. Of(table, LevelKind.GroupOverGoals)])] : Array.Empty<LevelSet>(),
    ];

    /// <summary>推進Ⅰ 体制3 施策の実施状況の把握・改善（16点）: an entry of the list.</summary>
    public static string Text(TableLevel level) =>
        LevelText.Short(level.Key) + (level.Kind == LevelKind.Indicator ? " " + level.Name : "")
        + (level.MaxPoints is { } max ? string.Create(CultureInfo.InvariantCulture, $"（{max:0.##}点）") : "");

    /// <summary>支援Ⅱ 体制2 早期診断・早期対応の体制構築（満点19点）: a level in a heading.</summary>
    public static string FullName(TableLevel level) =>
        LevelText.Short(level.Key) + (level is { Kind: LevelKind.Goal or LevelKind.Indicator, Name.Length: > 0 } ? " " + level.Name : "")
        + (level.MaxPoints is { } max ? $"（満点{Figures.Points(max)}点）" : "");

    private static IEnumerable<TableLevel> Of(CompiledTable table, LevelKind kind) => table.Levels.Where(l => l.Kind == kind && l.CopyOf is null);
}

/// <summary>Levels under a heading.</summary>
/// <param name="Name">The heading; empty for none.</param>
/// <param name="Levels">The levels.</param>
public sealed record LevelSet(string Name, IReadOnlyList<TableLevel> Levels);
