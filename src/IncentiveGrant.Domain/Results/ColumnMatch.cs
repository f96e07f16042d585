using System.Globalization;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Results;

/// <summary>What a column of a results file is in a table.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that is taken over.</summary>
    None,

    /// <summary>A scoring cell.</summary>
    Cell,

    /// <summary>A cell of a copied goal (支援Ⅳ): compared with its source and never counted again.</summary>
    CopiedCell,

    /// <summary>The points of a level.</summary>
    Level,

    /// <summary>The rank at a level.</summary>
    Rank,

    /// <summary>前年度 合計.</summary>
    PreviousTotal,

    /// <summary>前年度 順位.</summary>
    PreviousRank,
}

/// <summary>A column's place in a table.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Index">The cell or level; for a copied cell the cell of its source.</param>
internal readonly record struct MatchedColumn(ColumnRole Role, int Index);

/// <summary>The columns of a results file beside the cells and levels of a table: what is missing, unknown, or worth other points.</summary>
internal static class ColumnMatch
{
    private const int KeysShown = 10;

    /// <summary>Matches the columns, in the order of the file.</summary>
    public static MatchedColumn[] Of(ResultsFile file, CompiledTable table, ImportMessages messages)
    {
        var columns = file.Columns.Select(column => Match(column, table)).ToArray();
        for (var i = 0; i < columns.Length; i++) CheckColumn(file, file.Columns[i], columns[i], table, messages);
        CheckMissing(file, columns, table, messages);
        return columns;
    }

    private static MatchedColumn Match(ResultsColumn column, CompiledTable table) => column.Kind switch
    {
        FigureKind.PreviousPoints when column.Key == LevelKey.Total => new(ColumnRole.PreviousTotal, 0),
        FigureKind.PreviousRank when column.Key == LevelKey.Total => new(ColumnRole.PreviousRank, 0),
        FigureKind.Rank when table.FindLevel(column.Key) is { } level => new(ColumnRole.Rank, level.Index),
        FigureKind.Points when table.FindCell(column.Key) is { } cell =>
            new(cell.Key == column.Key ? ColumnRole.Cell : ColumnRole.CopiedCell, cell.Index),
        FigureKind.Points when table.FindLevel(column.Key) is { } level => new(ColumnRole.Level, level.Index),
        _ => new(ColumnRole.None, 0),
    };

    private static void CheckColumn(ResultsFile file, ResultsColumn column, MatchedColumn match, CompiledTable table, ImportMessages messages)
    {
        if (match.Role == ColumnRole.None && column.Kind == FigureKind.Points)
            messages.Error(file.Place(null, column), $"「{column.Key}」は{table.Title}にありません。配点表を直して登録し直すか、正しい年度を選んでください。");
        var expected = match.Role switch
        {
            ColumnRole.Cell or ColumnRole.CopiedCell => table.Cells[match.Index].Item.Points,
            ColumnRole.Level => table.Levels[match.Index].MaxPoints,
            _ => null,
        };
        if (column.MaxPoints is not { } printed || expected is not { } declared || printed == declared) return;
        var points = string.Create(CultureInfo.InvariantCulture, $"「{column.Key}」の配点は{printed:0.##}点ですが、{table.Title}では{declared:0.##}点です。");
        messages.Error(file.Place(file.PointsRow, column), points + "配点表を直して登録し直すか、正しい年度を選んでください。");
    }

    private static void CheckMissing(ResultsFile file, MatchedColumn[] columns, CompiledTable table, ImportMessages messages)
    {
        var cells = columns.Where(c => c.Role == ColumnRole.Cell).Select(c => c.Index).ToHashSet();
        var levels = columns.Where(c => c.Role == ColumnRole.Level).Select(c => c.Index).ToHashSet();
        // Prefectures' results may come by goals alone; municipal ones, and prefectures' with cells, come whole.
        if (file.Audience == Audience.Municipality || cells.Count > 0)
        {
            var missing = table.Cells.Where(c => !cells.Contains(c.Index)).Select(c => c.Key).ToList();
            var listed = $"{table.Title}にある枝番のうち{missing.Count:#,##0}個の列がありません（{Listed(missing)}）。";
            if (missing.Count > 0) messages.Error(file.Place(), listed + "見出しを確かめるか、正しい年度を選んでください。");
        }
        if (!levels.Contains(table.Total.Index)) messages.Warning(file.Place(), "今年度の合計の列がありません。合計は確かめられません。");
        var unprinted = table.Levels.Where(l => l.Kind is LevelKind.Grant or LevelKind.Goal && !levels.Contains(l.Index))
            .Select(l => l.Key).ToList();
        if (unprinted.Count > 0) messages.Information(file.Place(), $"小計の列がないもの：{Listed(unprinted)}。小計は枝番から計算したものだけになります。");
    }

    private static string Listed(List<LevelKey> keys) => string.Join("、", keys.Take(KeysShown)) + (keys.Count > KeysShown ? "、ほか" : "");
}
