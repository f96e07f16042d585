using System.Globalization;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// Makes the input of a score board from joined rows. Rules (docs/domain.md, Unknown, missing, zero):
/// 1. A blank cell, or one with a sign instead of a number, is 算定待ち; the word 対象外 is 対象外. Neither is a zero.
/// 2. Points that do not lie between 0 and the cell's 配点, or are finer than 1/100, are an error that names the address.
/// 3. Goal Ⅳ of 支援 must repeat that of 推進; it is compared and not counted again.
/// 4. Printed points of a level stand for it only where its own cells are not all known (the scorer's rule 3).
/// </summary>
/// <param name="file">The file.</param>
/// <param name="columns">Its columns in the table.</param>
/// <param name="table">The table.</param>
/// <param name="messages">Where faults are told.</param>
internal sealed class ResultsScoring(ResultsFile file, MatchedColumn[] columns, CompiledTable table, ImportMessages messages)
{
    /// <summary>The input; its rows are the units in their order.</summary>
    public ScoringInput InputOf(IReadOnlyList<JoinedRow> units, ScoreKind kind)
    {
        var input = new ScoringInput(table, kind, [.. units.Select(ScoredOf)], CellReason.Pending);
        var source = SourceColumns();
        for (var row = 0; row < units.Count; row++)
            for (var column = 0; column < columns.Length; column++)
                Take(input, row, units[row].Row, column, source);
        return input;
    }

    private ScoredJurisdiction ScoredOf(JoinedRow unit, int index)
    {
        var id = unit.JurisdictionId ?? -(index + 1); // a number of its own until it is created
        var profile = unit.ProfileFor(id, table.FiscalYear);
        return new ScoredJurisdiction(id, Jurisdiction.KeyOf(null, id), unit.Row.Name, "", unit.Row.PrefectureNumber, profile, null);
    }

    /// <summary>For each cell its own column, by which the copied one is compared.</summary>
    private int[] SourceColumns()
    {
        var source = new int[table.Cells.Count];
        for (var column = 0; column < columns.Length; column++)
            if (columns[column].Role == ColumnRole.Cell)
                source[columns[column].Index] = column;
        return source;
    }

    private void Take(ScoringInput input, int row, ResultsRow printed, int column, int[] source)
    {
        var (role, index) = columns[column];
        var figure = printed.Figures[column];
        switch (role)
        {
            case ColumnRole.Cell:
                TakeCell(input, row, printed, column, index);
                break;
            case ColumnRole.CopiedCell when figure != printed.Figures[source[index]]:
                var original = $"写しの元の「{table.Cells[index].Key}」（{file.Columns[source[index]].Letter}列）は{Shown(printed.Figures[source[index]])}です";
                Error(printed, column, $"「{file.Columns[column].Key}」は{Shown(figure)}ですが、{original}。目標Ⅳは推進と支援で同じでなければなりません。");
                break;
            case ColumnRole.Level when figure.Value is { } points:
                if (Points.TryOf(points, out var exact)) input.SetPublishedPoints(row, index, exact);
                else Error(printed, column, $"「{table.Levels[index].Key}」の{Shown(figure)}点は、小数第2位より細かいため読み込めません。");
                break;
            case ColumnRole.PreviousTotal:
                input.Previous[row] = input.Previous[row] with { Total = figure.Value };
                break;
            case ColumnRole.PreviousRank when figure.Value is { } rank:
                if (decimal.IsInteger(rank) && rank is > 0 and < 100_000) input.Previous[row] = input.Previous[row] with { Rank = (int)rank };
                else Error(printed, column, $"{Shown(figure)}は順位として読めません。1以上の整数にしてください。");
                break;
        }
    }

    private void TakeCell(ScoringInput input, int row, ResultsRow printed, int column, int cell)
    {
        var figure = printed.Figures[column];
        if (figure.Text?.Contains(CellReasons.NotApplicable, StringComparison.Ordinal) == true)
            input.SetCell(row, cell, CellResult.NotApplicable);
        if (figure.Value is not { } value) return;
        var (what, max) = ($"「{table.Cells[cell].Key}」の{Shown(figure)}点は、", table.Cells[cell].MaxPoints);
        if (!Points.TryOf(value, out var points)) Error(printed, column, what + "小数第2位より細かいため読み込めません。");
        else if (points > max && points > Points.Zero) Error(printed, column, $"{what}配点{Shown(new Figure(max.Value))}点を超えています。");
        else if (points < max && points < Points.Zero) Error(printed, column, what + "0点より小さい点です。");
        else input.SetCell(row, cell, points);
    }

    private void Error(ResultsRow printed, int column, string text) => messages.Error(file.Place(printed.Number, file.Columns[column]), text);

    private static string Shown(Figure figure) => figure.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? figure.Text ?? "空欄";
}
