namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// How the points of an indicator follow from what is known of a jurisdiction (docs/domain.md, Scoring rules): its cells are divided into
/// branches, each with a measure (what is looked at) and a test (which cells it earns). Stored as one JSON column of the indicator.
/// </summary>
/// <param name="Branches">
/// The branches in order; every cell of the indicator stands in exactly one. None means 公表値のまま: the table was made from a results
/// file and points are taken as published.
/// </param>
public sealed record ScoringRule(IReadOnlyList<RuleBranch> Branches)
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 200;

    /// <summary>Points are taken as published.</summary>
    public static ScoringRule AsPublished { get; } = new([]);

    /// <summary>How the points of the branches make the indicator's.</summary>
    public BranchCombination Combination { get; init; } = BranchCombination.Added;

    /// <summary>What the table says besides, in its own words.</summary>
    public string? Note { get; init; }

    /// <summary>Whether points are taken as published.</summary>
    public bool IsAsPublished => Branches.Count == 0;

    /// <summary>
    /// Whether the cells may add up to more than the indicator is worth, because only the better of several branches counts or the sum is
    /// capped; so may those of a rule that is not known.
    /// </summary>
    public bool CellsMayExceedMaximum => Combination == BranchCombination.Best || IsAsPublished;

    /// <summary>Points of each ticked cell are added.</summary>
    public static ScoringRule Ticks(IReadOnlyList<string> cells, ValueSource source = ValueSource.Municipality) =>
        new([new RuleBranch(null, cells, new EnteredValue(source), new TickTest())]);
}

/// <summary>How the points of several branches make an indicator's.</summary>
public enum BranchCombination
{
    /// <summary>合計: all branches are added.</summary>
    Added = 1,

    /// <summary>
    /// 高い方: of the competing branches only the best scores, the others show 0 (of equals the first scores); branches marked as a plus
    /// are added; the indicator's maximum is the cap.
    /// </summary>
    Best = 2,
}

/// <summary>A branch of an indicator's rule: some of its cells, scored together.</summary>
/// <param name="Sign">
/// 枝 (ア): its value stands under the indicator's key and this sign; null when the value stands under the indicator's own key. Ticks
/// stand under the cells' keys.
/// </param>
/// <param name="Cells">The labels of its cells, in order.</param>
/// <param name="Measure">What is looked at.</param>
/// <param name="Test">Which of its cells that earns.</param>
public sealed record RuleBranch(string? Sign, IReadOnlyList<string> Cells, Measure Measure, PointsTest Test)
{
    /// <summary>加算: under <see cref="BranchCombination.Best"/>, added to the best branch instead of competing with it.</summary>
    public bool IsPlus { get; init; }
}
