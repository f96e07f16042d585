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

    private static FigureDifference? ComparePrinted(ScoreBoard board, ResultsFile file, ResultsRow printed, int row, Compared column)
    {
        if (printed.Figures[column.Index].Value is not { } value) return null;
        var computed = column.Column.Kind == FigureKind.Rank
            ? board.Standing(row, column.Level!, PoolKind.Nation)?.Rank
            : board.Score(row, column.Level!).Complete;
        return computed == value ? null : column.Difference(file, printed.Number, column.Column.Kind, value, computed);
    }

    private static FigureDifference? CompareStatistic(ScoreBoard board, ResultsFile file, ResultsStatistics printed, Compared column)
    {
        if (column.Column.Kind != FigureKind.Points || printed.Figures[column.Index].Value is not { } value) return null;
        var (statistics, max) = column.Cell is { } cell ? (board.Statistics(cell, RankingPool.Nation), cell.Item.Points)
            : column.Level is { } level ? (board.Statistics(level), level.MaxPoints)
            : (null, null);
        if (statistics is null || !TryCompute(printed.Kind, statistics, max, out var computed) || Agrees(value, computed)) return null;
        return column.Difference(file, printed.Number, printed.Kind, value, computed);
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

    private static bool Agrees(decimal printed, decimal? computed) =>
        computed is { } value && Math.Abs((double)(printed - value)) <= Tolerance * Math.Max(1, Math.Abs((double)value));

    private sealed record Compared(ResultsColumn Column, int Index, TableLevel? Level, TableCell? Cell)
    {
        public FigureDifference Difference(ResultsFile file, int row, FigureKind kind, decimal printed, decimal? recomputed) =>
            new(file.Place(row, Column), kind, Column.Key, printed, recomputed);
    }
}

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
