using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.PointTables;

/// <summary>Everything that a table says, line by line: two tables are the same when these are.</summary>
internal static class PointTableText
{
    public static IReadOnlyList<string> Lines(PointTable table) =>
    [
        Line(table.FiscalYear, table.Audience, table.Origin, table.Title, table.MaxPoints, table.PromotionMaxPoints, table.EffortSupportMaxPoints),
        .. table.Goals.SelectMany(goal => (string[])
        [
            Line(goal.Key, goal.Title, goal.MaxPoints, goal.IsCopy),
            .. goal.Groups.SelectMany(group => (string[])
            [
                Line(goal.Key, group.Kind, group.MaxPoints),
                .. group.Indicators.SelectMany(i => i.SubItems.Select(s =>
                    Line(
                        goal.Key, group.Kind, i.Number, i.Name, i.MaxPoints, ScoringRuleText.Of(i.Rule),
                        s.Position, s.Label, s.Points, s.Text, s.TextSource))),
            ]),
        ]),
    ];

    private static string Line(params object?[] parts) => string.Join('|', parts.Select(part => part is decimal points
        ? points.ToString("0.####", CultureInfo.InvariantCulture)
        : Convert.ToString(part, CultureInfo.InvariantCulture)));
}
