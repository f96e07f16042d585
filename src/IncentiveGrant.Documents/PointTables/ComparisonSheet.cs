using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>新旧対照: what differs between two tables, as a sheet. One row a cell or indicator that differs.</summary>
public static class ComparisonSheet
{
    /// <summary>The sheet of a comparison.</summary>
    public static FilledSheet Of(TableComparison comparison) => new(
        new SheetLayout("新旧対照",
        [
            new("場所", ColumnFormat.Text, 16), new("指標", ColumnFormat.Text, 44), new("枝番", ColumnFormat.Text, 7),
            new("違い", ColumnFormat.Text, 24), new("旧 配点", ColumnFormat.Points, 9), new("新 配点", ColumnFormat.Points, 9),
            new("差", ColumnFormat.Difference, 9), new("旧", ColumnFormat.WrappedText, 60), new("新", ColumnFormat.WrappedText, 60),
        ])
        {
            TitleLines = [$"旧：{NameOf(comparison.Before)}", $"新：{NameOf(comparison.After)}"], FrozenColumns = 3, HasFilter = true,
            Notes = ["同じ指標・枝番かどうかは、文言と位置から判断しています。"],
        },
        [.. comparison.Levels.Select(RowOf), .. comparison.Changed.SelectMany(RowsOf)]);

    private static string NameOf(PointTable table) =>
        $"{table.FiscalYear.Japanese} {table.Title} {(table.State == PointTableState.Draft ? "下書き" : $"第{table.Edition}版")}";

    private static IReadOnlyList<SheetValue> RowOf(LevelDifference level) =>
    [
        level.Key.ToString(), "（配点の内訳）", "", TableDifference.Reweighted.Name(), SheetValue.OrBlank(level.Before), SheetValue.OrBlank(level.After),
        SheetValue.OrBlank((level.After ?? 0) - (level.Before ?? 0)), "", "",
    ];

    private static IEnumerable<IReadOnlyList<SheetValue>> RowsOf(IndicatorPair pair)
    {
        if (pair.Differences != TableDifference.None)
        {
            var (old, now) = (pair.Before?.Indicator, pair.After?.Indicator);
            yield return Row(pair, "", pair.Differences, old?.MaxPoints, now?.MaxPoints, old?.Name, now?.Name);
        }
        foreach (var cell in pair.Cells.Where(c => c.Differences != TableDifference.None))
        {
            yield return Row(
                pair, (cell.After ?? cell.Before)!.Item.Label, cell.Differences, cell.Before?.Item.Points, cell.After?.Item.Points,
                TableComparisonText.Of(cell.Before, cell.Differences), TableComparisonText.Of(cell.After, cell.Differences));
        }
    }

    /// <summary>What is new brings all of it and what is dropped takes it; a maximum that is not known gives no difference.</summary>
    private static decimal? ChangeOf(TableDifference differences, decimal? before, decimal? after) =>
        differences.HasFlag(TableDifference.New) ? after : differences.HasFlag(TableDifference.Dropped) ? -before : after - before;

    private static SheetValue[] Row(
        IndicatorPair pair, string label, TableDifference differences, decimal? before, decimal? after, string? old, string? now) =>
    [
        pair.Key.ToString(), pair.Name, label, string.Join("・", differences.Each().Select(d => d.Name())), SheetValue.OrBlank(before),
        SheetValue.OrBlank(after), SheetValue.OrBlank(ChangeOf(differences, before, after)), old, now,
    ];
}
