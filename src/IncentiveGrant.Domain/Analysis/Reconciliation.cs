using System.Globalization;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>
/// Compares what a results file prints with what the portal computes from its cells: every subtotal, total, rank and statistic. Points and
/// ranks agree exactly or not at all; statistics agree within 1e-9, relative above 1, since the file holds them as floating-point numbers.
/// Both figures are kept, and the difference is shown: nothing is mended silently (docs/domain.md, Words).
/// </summary>
public static class Reconciliation
{
    private const double Tolerance = 1e-9;

    /// <summary>The differences, statistics first, then row by row.</summary>
    /// <param name="board">The board scored from the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="rows">The rows of the file in the order of the board's.</param>
    public static IReadOnlyList<FigureDifference> Of(ScoreBoard board, ResultsFile file, IReadOnlyList<ResultsRow> rows)
    {
        var columns = file.Columns.Select((column, index) => (Column: column, Index: index))
            .Where(c => c.Column.Kind is FigureKind.Points or FigureKind.Rank)
            .Select(c => new Compared(c.Column, c.Index, board.Table.FindLevel(c.Column.Key), board.Table.FindCell(c.Column.Key))).ToList();
        var levels = columns.FindAll(c => c.Level is not null);
        return
        [
            .. file.Statistics.SelectMany(statistic => columns.Select(column => CompareStatistic(board, file, statistic, column)))
                .OfType<FigureDifference>(),
            .. rows.SelectMany((printed, row) => levels.Select(column => ComparePrinted(board, file, printed, row, column)))
                .OfType<FigureDifference>(),
        ];
    }

    /// <summary>What a board makes of a figure; null where such a figure is not recomputed.</summary>
    /// <param name="board">The board.</param>
    /// <param name="row">The unit's row; null for a statistic of the nation.</param>
    /// <param name="kind">What the figure is.</param>
    /// <param name="key">Its level or cell.</param>
    public static RecomputedFigure? Recompute(ScoreBoard board, int? row, FigureKind kind, LevelKey key) =>
        Recompute(board, row, kind, board.Table.FindLevel(key), board.Table.FindCell(key));

    /// <summary>Whether a printed figure is what was recomputed.</summary>
    /// <param name="isStatistic">Whether it is a statistic of the nation.</param>
    /// <param name="printed">公表値.</param>
    /// <param name="computed">再計算値.</param>
    public static bool Agrees(bool isStatistic, decimal printed, decimal? computed) => isStatistic
        ? computed is { } value && Math.Abs((double)(printed - value)) <= Tolerance * Math.Max(1, Math.Abs((double)value))
        : computed == printed;

    private static RecomputedFigure? Recompute(ScoreBoard board, int? row, FigureKind kind, TableLevel? level, TableCell? cell)
    {
        if (row is { } unit)
        {
            return (kind, level) switch
            {
                (FigureKind.Rank, { } at) => new RecomputedFigure(board.Standing(unit, at, PoolKind.Nation)?.Rank),
                (FigureKind.Points, { } at) when IsMadeOfParts(board, unit, at) => new RecomputedFigure(board.Score(unit, at).Complete),
                _ => null,
            };
        }
        var (statistics, max) = cell is not null ? (board.Statistics(cell, RankingPool.Nation), cell.Item.Points)
            : level is not null ? (board.Statistics(level), level.MaxPoints)
            : (null, null);
        return statistics is not null && TryCompute(kind, statistics, max, out var computed) ? new RecomputedFigure(computed) : null;
    }

    /// <summary>Whether a level is summed up; where its parts are not all known, the printed points stand for it and confirm nothing.</summary>
    private static bool IsMadeOfParts(ScoreBoard board, int unit, TableLevel level)
    {
        if (level.CopyOf is { } source) return board.Score(unit, source).IsComplete;
        var parts = level.Key is { Grant: null, Group: { } group }
            ? board.Table.Levels.Where(l => l.Kind == LevelKind.Group && l.Key.Grant is not null && l.Key.Group == group)
            : board.Table.ChildrenOf(level);
        var (count, known) = (0, 0);
        foreach (var part in parts) (count, known) = (count + 1, known + (board.Score(unit, part).IsComplete ? 1 : 0));
        if (count > 0) return known == count;
        var cells = board.Table.CellsOf(level).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => board.Cell(unit, cell.Index).IsKnown);
    }

    private static FigureDifference? ComparePrinted(ScoreBoard board, ResultsFile file, ResultsRow printed, int row, Compared column) =>
        Compare(board, file, printed.Number, printed.Figures[column.Index].Value, row, column.Column.Kind, column);

    private static FigureDifference? CompareStatistic(ScoreBoard board, ResultsFile file, ResultsStatistics printed, Compared column) =>
        column.Column.Kind != FigureKind.Points ? null : Compare(board, file, printed.Number, printed.Figures[column.Index].Value, null, printed.Kind, column);

    private static FigureDifference? Compare(ScoreBoard board, ResultsFile file, int number, decimal? printed, int? row, FigureKind kind, Compared column)
    {
        if (printed is not { } value || Recompute(board, row, kind, column.Level, column.Cell) is not { } computed) return null;
        return Agrees(row is null, value, computed.Value) ? null : column.Difference(file, number, kind, value, computed.Value);
    }

    /// <summary>The statistic that a row of this kind prints; false for one that is not recomputed.</summary>
    private static bool TryCompute(FigureKind kind, ScoreStatistics of, decimal? max, out decimal? value)
    {
        value = kind switch
        {
            FigureKind.Sum => of.Sum,
            FigureKind.Mean or FigureKind.ItemMean => of.Mean,
            FigureKind.MeanRate when max is > 0 => of.Mean / max,
            FigureKind.Median => of.Median,
            FigureKind.StandardDeviation => (decimal?)of.StandardDeviation,
            FigureKind.ScoringCount => of.ScoringCount,
            FigureKind.ScoringRate => of.ImplementationRate / 100m,
            _ => null,
        };
        return kind is not (FigureKind.MaxPoints or FigureKind.MeanRate) || (kind == FigureKind.MeanRate && max is > 0);
    }

    private sealed record Compared(ResultsColumn Column, int Index, TableLevel? Level, TableCell? Cell)
    {
        public FigureDifference Difference(ResultsFile file, int row, FigureKind kind, decimal printed, decimal? recomputed) =>
            new(file.Place(row, Column), kind, Column.Key, printed, recomputed);
    }
}

/// <summary>What a recomputation gives.</summary>
/// <param name="Value">再計算値; null when the scores that it needs are not all known.</param>
public readonly record struct RecomputedFigure(decimal? Value);

/// <summary>A printed figure that a recomputation does not confirm.</summary>
/// <param name="Place">Where it is printed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The level or cell.</param>
/// <param name="Printed">公表値.</param>
/// <param name="Recomputed">再計算値; null when nothing can be computed.</param>
public sealed record FigureDifference(ImportPlace Place, FigureKind Kind, LevelKey Level, decimal Printed, decimal? Recomputed)
{
    /// <summary>The difference as a sentence.</summary>
    public string Text => Recomputed is { } value
        ? $"「{Level}」の{Kind.Name()}は{Shown(Printed)}と公表されていますが、再計算では{Shown(value)}です。"
        : $"「{Level}」の{Kind.Name()}は{Shown(Printed)}と公表されていますが、再計算では求められません。";

    private static string Shown(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
