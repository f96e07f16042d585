namespace IncentiveGrant.Domain.PointTables;

/// <summary>Which cells of a branch a measured value earns.</summary>
public abstract record PointsTest
{
    /// <summary>判定: what a table calls it.</summary>
    public TestKind Kind => this switch
    {
        AllOfTest => TestKind.AllOf,
        AnyOfTest => TestKind.AnyOf,
        CountTest => TestKind.Count,
        ThresholdTest => TestKind.Threshold,
        TierTest { Population: TierPopulation.All } => TestKind.TiersOfAll,
        TierTest { Population: TierPopulation.Valid } => TestKind.TiersOfValid,
        TierTest => TestKind.TiersOfPositive,
        _ => TestKind.Tick,
    };
}

/// <summary>該当: each cell is ○ or × by itself (nested ①–⑤ too).</summary>
public sealed record TickTest : PointsTest;

/// <summary>すべて該当: one ○ for the branch if all its parts hold.</summary>
/// <param name="Parts">How many parts there are; null where the table does not say.</param>
public sealed record AllOfTest(int? Parts = null) : PointsTest;

/// <summary>いずれか該当: one ○ for the branch if at least one of its parts holds.</summary>
/// <param name="Parts">How many parts there are; null where the table does not say.</param>
public sealed record AnyOfTest(int? Parts = null) : PointsTest;

/// <summary>個数: cumulative count; each cell is earned from a number of things that hold (2 → +2, 3 → +2, 4 → +2).</summary>
/// <param name="Counts">The number from which each cell is earned.</param>
public sealed record CountTest(IReadOnlyList<int> Counts) : PointsTest;

/// <summary>基準値: each cell is earned by a number at or beyond a limit (受診率50％以上).</summary>
/// <param name="Limits">The limit of each cell; the limit itself is enough.</param>
/// <param name="Direction">以上 (higher) or 以下 (lower).</param>
public sealed record ThresholdTest(IReadOnlyList<decimal> Limits, Direction Direction) : PointsTest;

/// <summary>
/// 上位の割合: cumulative tiers by place. A unit earns a cell if 1 + the number of units strictly better ≤ the cut, so all that tie at the
/// cut earn it. Points are given only when the whole population is known.
/// </summary>
/// <param name="Population">Whom N counts.</param>
/// <param name="Cuts">The cut of each cell.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record TierTest(TierPopulation Population, IReadOnlyList<TierCut> Cuts, Direction Direction) : PointsTest
{
    /// <summary>上位7割, 5割, 3割, 1割: the cuts of all ladders of 令和8年度.</summary>
    public static IReadOnlyList<TierCut> UsualCuts { get; } = [TierCut.OfShare(70), TierCut.OfShare(50), TierCut.OfShare(30), TierCut.OfShare(10)];

    /// <summary>The cuts of ladders over positive values: above zero, then 上位5割, 3割, 1割 of those above zero.</summary>
    public static IReadOnlyList<TierCut> PositiveCuts { get; } = [TierCut.OfShare(100), TierCut.OfShare(50), TierCut.OfShare(30), TierCut.OfShare(10)];
}

/// <summary>Whom the N of a ladder counts.</summary>
public enum TierPopulation
{
    /// <summary>全団体: every unit; 対象外 counts in N and earns nothing.</summary>
    All = 1,

    /// <summary>値のある団体: units with a computable value.</summary>
    Valid = 2,

    /// <summary>実績のある団体: units with a value above 0.</summary>
    Positive = 3,
}

/// <summary>A cut: a share of N in percent (floor(N × p)), or a number of places.</summary>
/// <param name="Percent">The share; null for places.</param>
/// <param name="Places">The number of places; null for a share.</param>
public readonly record struct TierCut(decimal? Percent, int? Places)
{
    /// <summary>上位 percent ％.</summary>
    public static TierCut OfShare(decimal percent) => new(percent, null);

    /// <summary>上位 places 団体.</summary>
    public static TierCut OfPlaces(int places) => new(null, places);

    /// <summary>The last place that earns the cell: floor(N × p), or the places, at most N.</summary>
    public int At(int population) => Places is { } places ? Math.Min(places, population) : (int)decimal.Floor(population * Percent!.Value / 100m);
}
