namespace IncentiveGrant.Domain.PointTables;

/// <summary>In what an indicator or a cell of one table differs from that of another.</summary>
[Flags]
public enum TableDifference
{
    /// <summary>In nothing.</summary>
    None = 0,

    /// <summary>新設: the earlier table has no such thing.</summary>
    New = 1,

    /// <summary>廃止: the later table has no such thing.</summary>
    Dropped = 2,

    /// <summary>移動: it stands under another key.</summary>
    Moved = 4,

    /// <summary>文言の変更: it is worded otherwise.</summary>
    Reworded = 8,

    /// <summary>配点の変更: it is worth more or less.</summary>
    Reweighted = 16,

    /// <summary>判定の変更: it is earned otherwise.</summary>
    RuleChanged = 32,
}

/// <summary>The words for differences.</summary>
public static class TableDifferences
{
    /// <summary>Every difference that there can be.</summary>
    public static IReadOnlyList<TableDifference> All { get; } = [.. Enum.GetValues<TableDifference>().Where(d => d != TableDifference.None)];

    /// <summary>新設, 廃止….</summary>
    public static string Name(this TableDifference difference) => difference switch
    {
        TableDifference.New => "新設",
        TableDifference.Dropped => "廃止",
        TableDifference.Moved => "移動",
        TableDifference.Reworded => "文言の変更",
        TableDifference.Reweighted => "配点の変更",
        TableDifference.RuleChanged => "判定の変更",
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, "Not a single difference."),
    };

    /// <summary>The differences one by one.</summary>
    public static IEnumerable<TableDifference> Each(this TableDifference differences) => All.Where(d => differences.HasFlag(d));
}
