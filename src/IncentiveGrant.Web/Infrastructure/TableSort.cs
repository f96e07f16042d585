namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// The order of a table, as its address has it: <c>?sort=rank</c> upwards, <c>?sort=-total</c> downwards.
/// </summary>
/// <param name="Key">The column.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record TableSort(string Key, bool IsDescending = false)
{
    /// <summary>The query value that holds it.</summary>
    public const string QueryKey = "sort";

    /// <summary>Reads an order; what names no column of the table is the table's own order.</summary>
    /// <param name="text">The query value.</param>
    /// <param name="ownOrder">The table's own order.</param>
    /// <param name="keys">The columns that can be sorted by.</param>
    public static TableSort Parse(string? text, TableSort ownOrder, params IReadOnlyCollection<string> keys)
    {
        var key = text?.TrimStart('-') ?? "";
        return keys.Contains(key) ? new TableSort(key, text!.StartsWith('-')) : ownOrder;
    }

    /// <summary>The order that a click on a column's heading asks for: its first direction, then back and forth.</summary>
    /// <param name="key">The column.</param>
    /// <param name="firstDescending">Whether the largest comes first at the first click: points do, ranks and names do not.</param>
    public TableSort Next(string key, bool firstDescending) =>
        key == Key ? this with { IsDescending = !IsDescending } : new TableSort(key, firstDescending);

    /// <summary>The query value.</summary>
    public override string ToString() => (IsDescending ? "-" : "") + Key;
}
