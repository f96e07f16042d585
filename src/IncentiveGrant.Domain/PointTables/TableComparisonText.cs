namespace IncentiveGrant.Domain.PointTables;

/// <summary>What screens and workbooks write beside a difference of a cell: its wording, its rule, or both.</summary>
public static class TableComparisonText
{
    /// <summary>One side of a difference; empty where that says nothing.</summary>
    /// <param name="cell">The cell; null where the table has none.</param>
    /// <param name="differences">In what the two sides differ.</param>
    public static string Of(TableSubItem? cell, TableDifference differences)
    {
        if (cell is null) return "";
        var parts = new List<string>();
        if ((differences & (TableDifference.Reworded | TableDifference.New | TableDifference.Dropped)) != 0 && cell.Item.Text is { } text) parts.Add(text);
        if (differences.HasFlag(TableDifference.RuleChanged)
            && cell.Indicator.Rule.Branches.FirstOrDefault(b => b.Cells.Contains(cell.Item.Label)) is { } branch)
            parts.Add(RuleSentence.Of(branch, cell.Indicator));
        return string.Join(" ", parts);
    }
}
