using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// What taking a results file over would do, before anything is saved: what a dry run tells, and all that a saver needs. A saver
/// creates the jurisdictions of <see cref="Units"/> and <see cref="Unions"/> that are new, and writes for each unit its
/// <see cref="CellsOf"/>, <see cref="FiguresOf"/> and profile, then <see cref="NationalFigures"/> and the findings.
/// </summary>
public sealed class ResultsPlan
{
    private readonly MatchedColumn[] columns;
    private readonly string[] levels;

    private ResultsPlan(ResultsFile file, PointTable table, ResultsJoin join, MatchedColumn[] columns, ScoreBoard? board, ImportMessages messages)
    {
        (File, Table, Units, Unions, Board, this.columns) = (file, table, join.Units, join.Unions, board, columns);
        levels = [.. file.Columns.Select(c => c.Key.ToString())];
        Differences = board is null ? [] : Reconciliation.Of(board, file, [.. Units.Select(u => u.Row)]);
        foreach (var difference in Differences) messages.Warning(difference.Place, difference.Text);
        (Messages, IsRefused) = (messages.ToList(), messages.HasErrors);
    }

    /// <summary>The file.</summary>
    public ResultsFile File { get; }

    /// <summary>The table whose cells the points belong to.</summary>
    public PointTable Table { get; }

    /// <summary>The scored units in the order of the file; row n of <see cref="Board"/> is unit n.</summary>
    public IReadOnlyList<JoinedRow> Units { get; }

    /// <summary>The rows of 広域連合.</summary>
    public IReadOnlyList<JoinedRow> Unions { get; }

    /// <summary>The scores of the file; null when its columns do not fit the table. Units that are new have negative numbers in it.</summary>
    public ScoreBoard? Board { get; }

    /// <summary>Every printed figure that the recomputation does not confirm.</summary>
    public IReadOnlyList<FigureDifference> Differences { get; }

    /// <summary>Everything to say about the file; of very many differences the first, and how many more.</summary>
    public IReadOnlyList<ImportMessage> Messages { get; }

    /// <summary>Whether the file cannot be taken over.</summary>
    public bool IsRefused { get; }

    /// <summary>The jurisdictions that are created on confirmation.</summary>
    public IEnumerable<JoinedRow> NewJurisdictions => Unions.Concat(Units).Where(row => row.IsNew);

    /// <summary>Works out what taking a file over would do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="table">The table of its year and audience: published, or built by <see cref="PointTableFromResults"/>.</param>
    /// <param name="known">All jurisdictions that the portal knows.</param>
    /// <param name="kind">暫定 or 確定.</param>
    public static ResultsPlan Of(ResultsFile file, PointTable table, IReadOnlyList<KnownJurisdiction> known, ScoreKind kind = ScoreKind.Final)
    {
        var messages = new ImportMessages();
        var compiled = CompiledTable.Of(table);
        if (file.FiscalYear is { } year && year != table.FiscalYear)
            messages.Error(file.Place(), $"ファイルは{year.Japanese}の結果ですが、選ばれているのは{table.FiscalYear.Japanese}です。年度を選び直してください。");
        if (file.Audience != table.Audience)
            messages.Error(file.Place(), $"ファイルは{file.Audience.Name()}ですが、配点表は{table.Audience.Name()}です。");
        var join = ResultsJoin.Of(file, known, messages);
        if (messages.HasErrors) return new ResultsPlan(file, table, join, [], null, messages);
        var columns = ColumnMatch.Of(file, compiled, messages);
        if (messages.HasErrors) return new ResultsPlan(file, table, join, columns, null, messages);
        var input = new ResultsScoring(file, columns, compiled, messages).InputOf(join.Units, kind);
        return new ResultsPlan(file, table, join, columns, messages.HasErrors ? null : Scorer.Score(input), messages);
    }

    /// <summary>The results of a unit's cells, as far as they are known.</summary>
    /// <param name="unit">Its place in <see cref="Units"/>.</param>
    public IEnumerable<PlannedCell> CellsOf(int unit) =>
        from cell in Board!.Table.Cells
        let result = Board.Cell(unit, cell.Index)
        where result.IsKnown
        select new PlannedCell(cell.Item, result);

    /// <summary>
    /// What is printed for a unit besides the numbers of its cells: levels, ranks, the year before, and signs that stand for no number.
    /// </summary>
    /// <param name="unit">Its place in <see cref="Units"/>.</param>
    public IEnumerable<PlannedFigure> FiguresOf(int unit)
    {
        var figures = Units[unit].Row.Figures;
        for (var i = 0; i < columns.Length; i++)
        {
            var isCell = columns[i].Role is ColumnRole.Cell or ColumnRole.CopiedCell;
            if (columns[i].Role == ColumnRole.None || figures[i].IsBlank || (isCell && figures[i].Text is null)) continue;
            yield return new PlannedFigure(File.Columns[i].Kind, levels[i], figures[i].Value, figures[i].Text);
        }
    }

    /// <summary>The statistics of the nation as printed.</summary>
    public IEnumerable<PlannedFigure> NationalFigures =>
        from statistic in File.Statistics
        where statistic.Kind != FigureKind.MaxPoints // the 配点 row is the table
        from i in Enumerable.Range(0, columns.Length)
        where columns[i].Role is ColumnRole.Cell or ColumnRole.CopiedCell or ColumnRole.Level && !statistic.Figures[i].IsBlank
        select new PlannedFigure(statistic.Kind, levels[i], statistic.Figures[i].Value, statistic.Figures[i].Text);
}

/// <summary>The result of a cell, to be saved.</summary>
/// <param name="Item">The sub-item of the table; its number is known once the table is saved.</param>
/// <param name="Result">Points, or the reason why there are none.</param>
public readonly record struct PlannedCell(SubItem Item, CellResult Result);

/// <summary>A published figure, to be saved.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The level or cell, in its written form.</param>
/// <param name="Value">The number; null when the print is no number.</param>
/// <param name="PrintedText">What is printed instead of a number.</param>
public readonly record struct PlannedFigure(FigureKind Kind, string Level, decimal? Value, string? PrintedText);
