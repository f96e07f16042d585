using IncentiveGrant.Documents.Spreadsheets;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// The header of a results sheet as labels: for every column the labels that stand above it, from top to bottom. A label stands above the
/// columns of its merged range; one that is not merged reaches to the right over empty cells until a label ends its reach
/// (<see cref="HeaderLabel.Power"/>), in whatever row that stands.
/// </summary>
internal sealed class HeaderBlock
{
    private readonly List<StackedLabel>[] stacks;

    /// <param name="rows">The header's rows with their numbers; cells from column 0.</param>
    /// <param name="merges">The sheet's merged ranges.</param>
    public HeaderBlock(IReadOnlyList<(int Number, SheetCell[] Cells)> rows, IReadOnlyList<MergedCells> merges)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length);
        stacks = [.. Enumerable.Range(0, columns).Select(_ => new List<StackedLabel>())];
        var labels = rows.Select(r => Array.ConvertAll(r.Cells, HeaderLabel.Of)).ToList();
        var strongest = StrongestByColumn(labels, columns);
        for (var row = 0; row < rows.Count; row++)
            for (var column = 0; column < labels[row].Length; column++)
                if (labels[row][column] is { } label)
                    Place(label, rows[row].Number, column, LastColumnOf(label, labels[row], column, strongest, merges, rows[row].Number));
    }

    /// <summary>How many columns the header has.</summary>
    public int ColumnCount => stacks.Length;

    /// <summary>The labels above a column, from top to bottom.</summary>
    public IReadOnlyList<StackedLabel> StackOf(int column) => stacks[column];

    private static int[] StrongestByColumn(List<HeaderLabel?[]> labels, int columns)
    {
        var strongest = new int[columns];
        Array.Fill(strongest, int.MaxValue);
        foreach (var row in labels)
            for (var column = 0; column < row.Length; column++)
                if (row[column] is { } label)
                    strongest[column] = Math.Min(strongest[column], label.Power);
        return strongest;
    }

    private static (int Last, bool IsMerged) LastColumnOf(
        HeaderLabel label, HeaderLabel?[] row, int column, int[] strongest, IReadOnlyList<MergedCells> merges, int rowNumber)
    {
        var merge = merges.FirstOrDefault(m => m.Contains(rowNumber, column));
        if (merge is not null && merge.LastColumn > column) return (merge.LastColumn, true);
        if (label.Reach is not { } reach) return (column, false);
        var last = column;
        while (last + 1 < row.Length && row[last + 1] is null && strongest[last + 1] > reach) last++;
        return (last, false);
    }

    private void Place(HeaderLabel label, int row, int column, (int Last, bool IsMerged) reach)
    {
        for (var at = column; at <= Math.Min(reach.Last, stacks.Length - 1); at++)
            stacks[at].Add(new StackedLabel(label, row, IsOwn: at == column, IsCertain: at == column || reach.IsMerged));
    }
}

/// <summary>A label above a column.</summary>
/// <param name="Label">The label.</param>
/// <param name="Row">Its row.</param>
/// <param name="IsOwn">Whether it stands in this very column.</param>
/// <param name="IsCertain">Whether it stands in this column or is merged over it, and does not just reach to it.</param>
internal sealed record StackedLabel(HeaderLabel Label, int Row, bool IsOwn, bool IsCertain);
