namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// How the points of an indicator follow from its cells and values (domain.md, Scoring rules). Stored as one JSON column of the indicator.
/// </summary>
/// <param name="Kind">The rule.</param>
/// <param name="Note">What the table says besides, in its own words.</param>
public sealed record ScoringRule(RuleKind Kind, string? Note = null)
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 200;

    /// <summary>
    /// Whether the cells may add up to more than the indicator is worth, because only the better of several ladders counts or the sum is
    /// capped; so may those of a rule that is not known.
    /// </summary>
    public bool CellsMayExceedMaximum => Kind is RuleKind.BestOfTiers or RuleKind.AsPublished;
}

/// <summary>The kinds of rules.</summary>
public enum RuleKind
{
    /// <summary>Points of each ticked cell are added.</summary>
    Sum = 1,

    /// <summary>Cells of one indicator follow different rules, which the note names.</summary>
    Mixed,

    /// <summary>Cumulative tiers of all units by a value.</summary>
    Tiers,

    /// <summary>Tiers of the units that have a computable value.</summary>
    TiersOfValid,

    /// <summary>ア: a value above zero; the further tiers are of the units above zero.</summary>
    TiersOfPositive,

    /// <summary>Several ladders, added.</summary>
    AddedTiers,

    /// <summary>Several ladders: only the best counts, others show 0; plus and cap are possible.</summary>
    BestOfTiers,

    /// <summary>Tiers of the unit's own national rank by this year's total.</summary>
    SelfRank,

    /// <summary>A prefecture: tiers of the mean total of its municipalities.</summary>
    PrefectureMean,

    /// <summary>A prefecture: points if no municipality lies below the outlier limit.</summary>
    PrefectureNoOutlier,

    /// <summary>公表値のまま: the table was made from a results file; points are taken as published.</summary>
    AsPublished,
}
