using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Documents.Profiles;

/// <summary>A municipality's result as a workbook: levels, indicators, sub-items, each beside maximum, means and the year before.</summary>
public static class ProfileWorkbook
{
    /// <summary>The sheets.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sourceNotes">Where the figures come from and when the file was made.</param>
    public static IReadOnlyList<FilledSheet> Sheets(UnitResult result, IReadOnlyList<string> sourceNotes) =>
    [
        new(
            Layout("階層別", LevelColumns("階層", 26), result, sourceNotes),
            result.Board.Table.Levels.Where(l => l.Kind != LevelKind.Indicator).Select(level => LevelRow(result, level, LevelText.Short(level.Key)))),
        new(
            Layout("指標別", [new("指標群", ColumnFormat.Text, 16), .. LevelColumns("指標", 44)], result, sourceNotes) with { FrozenColumns = 2, HasFilter = true },
            Indicators(result).Select(level => (IReadOnlyList<SheetValue>)[LevelText.Short(level.Key), .. LevelRow(result, level, level.Name)])),
        new(Layout("枝番別", CellColumns(), result, sourceNotes) with { FrozenColumns = 2, HasFilter = true },
            result.Board.Table.Cells.Select(cell => CellRow(result, cell))),
    ];

    private static SheetLayout Layout(string name, IReadOnlyList<SheetColumn> columns, UnitResult result, IReadOnlyList<string> sourceNotes)
    {
        var unit = result.Unit;
        return new SheetLayout(name, columns)
        {
            TitleLines =
            [
                $"{unit.Prefecture.Name} {unit.Name}　{result.FiscalYear.Japanese}（{result.FiscalYear}）評価結果　{name}",
                string.Join("　", ((PoolKind[])[PoolKind.Nation, PoolKind.Prefecture, PoolKind.Band, PoolKind.BandDepopulated])
                    .Select(kind => (Pool: result.Board.PoolOf(result.Row, kind), Standing: result.Standing(result.Board.Table.Total, kind)))
                    .Where(s => s is { Pool: not null, Standing: not null })
                    .Select(s => $"{s.Pool!.Value.Name} {s.Standing!.Value.Rank:#,0}位／{s.Standing.Value.Size:#,0}")),
            ],
            FrozenColumns = 1,
            Notes =
            [
                .. sourceNotes,
                "「—」は、まだ分からない値です（0点ではありません）。平均は得点の分かる団体の単純平均、順位は同点を同じ順位とします。",
                "目標Ⅳ（成果）は両交付金に計上されます。前年度との増減には配点の変更によるものを含みます。",
            ],
        };
    }

    private static IReadOnlyList<SheetColumn> LevelColumns(string heading, double width) =>
    [
        new(heading, ColumnFormat.Text, width), new("満点", ColumnFormat.Points, 8), new("得点", ColumnFormat.Points, 8), new("得点率（％）", ColumnFormat.Percent, 12),
        new("全国平均", ColumnFormat.Mean, 10), new("全国平均との差", ColumnFormat.DifferenceToMean, 14), new("県平均", ColumnFormat.Mean, 10),
        new("全国順位", ColumnFormat.Integer, 10), new("県内順位", ColumnFormat.Integer, 10), new("区分内順位", ColumnFormat.Integer, 11),
        new("前年度", ColumnFormat.Points, 9), new("増減（点）", ColumnFormat.Difference, 11),
    ];

    private static IReadOnlyList<SheetValue> LevelRow(UnitResult result, TableLevel level, string name) =>
    [
        name, level.MaxPoints, result.Score(level).Complete, result.Rate(level), result.Board.Statistics(level).Mean, result.ToMean(level),
        result.PrefectureMean(level),
        result.Standing(level, PoolKind.Nation)?.Rank, result.Standing(level, PoolKind.Prefecture)?.Rank, result.Standing(level, PoolKind.Band)?.Rank,
        result.Previous(level), result.Change(level),
    ];

    private static IReadOnlyList<SheetColumn> CellColumns() =>
    [
        new("指標群", ColumnFormat.Text, 14), new("枝番", ColumnFormat.Text, 7), new("指標", ColumnFormat.Text, 36), new("内容", ColumnFormat.WrappedText, 60),
        new("配点", ColumnFormat.Points, 7), new("得点", ColumnFormat.Points, 7), new("理由", ColumnFormat.Text, 12),
        new("全国該当率（％）", ColumnFormat.Percent, 15), new("県内該当率（％）", ColumnFormat.Percent, 15), new("前年度の得点", ColumnFormat.Points, 13),
    ];

    private static IReadOnlyList<SheetValue> CellRow(UnitResult result, TableCell cell)
    {
        var points = result.Cell(cell);
        return
        [
            LevelText.Short(cell.Key.Parent!), cell.Item.Label, result.Board.Table.Levels[cell.Level].Name, cell.Item.Text ?? "設問文は未登録",
            cell.MaxPoints.Value, points.PointsIfKnown?.Value,
            points.Reason.Name(),
            result.Board.Statistics(cell, RankingPool.Nation).ImplementationRate,
            result.Board.Statistics(cell, RankingPool.OfPrefecture(result.Unit.PrefectureNumber)).ImplementationRate,
            result.PreviousCell(cell)?.Result.PointsIfKnown?.Value,
        ];
    }

    private static IEnumerable<TableLevel> Indicators(UnitResult result) =>
        result.Board.Table.Levels.Where(l => l is { Kind: LevelKind.Indicator, CopyOf: null });
}
