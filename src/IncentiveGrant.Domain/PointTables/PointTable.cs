using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// 配点表の版: one year's table of points for one audience. Draft until it is published, then frozen: a correction is a new edition.
/// Maxima are stored at every level and never derived by adding cells (the naive sum of the R8 table is 929, its maximum 800).
/// </summary>
public sealed class PointTable
{
    /// <summary>Longest title.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Hexadecimal digits of the content's hash.</summary>
    public const int ContentHashLength = 64;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>評価年度.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>対象.</summary>
    public required Audience Audience { get; init; }

    /// <summary>版: 1 for the first of the year and audience.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>Draft or published.</summary>
    public PointTableState State { get; private set; }

    /// <summary>Where the table came from.</summary>
    public required PointTableOrigin Origin { get; init; }

    /// <summary>What the table is called on screens.</summary>
    public required string Title { get; init; }

    /// <summary>満点 of both grants together.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>満点 of 推進.</summary>
    public required decimal PromotionMaxPoints { get; init; }

    /// <summary>満点 of 支援.</summary>
    public required decimal EffortSupportMaxPoints { get; init; }

    /// <summary>満点 of the frame outside the total; null when the table has none.</summary>
    public decimal? ExtraFrameMaxPoints { get; init; }

    /// <summary>SHA-256 of the table's content in hexadecimal, by which a second loading of the same table is recognised.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Goals of 推進, then of 支援, then of the frame outside the total.</summary>
    public required IReadOnlyList<Goal> Goals { get; init; }

    /// <summary>満点 of one grant.</summary>
    public decimal MaxPointsOf(Grant grant) => grant switch
    {
        Grant.Promotion => PromotionMaxPoints,
        Grant.EffortSupport => EffortSupportMaxPoints,
        _ => ExtraFrameMaxPoints ?? 0,
    };

    /// <summary>Freezes the table.</summary>
    /// <exception cref="InvalidOperationException">It is published already.</exception>
    public void Publish(DateTimeOffset at)
    {
        if (State == PointTableState.Published) throw new InvalidOperationException("The table is published already.");
        (State, PublishedAt) = (PointTableState.Published, at);
    }
}

/// <summary>Draft or published.</summary>
public enum PointTableState
{
    /// <summary>下書き.</summary>
    Draft = 0,

    /// <summary>公開済み（固定）.</summary>
    Published = 1,
}

/// <summary>Where a table came from.</summary>
public enum PointTableOrigin
{
    /// <summary>Loaded from a point-table workbook.</summary>
    Workbook = 1,

    /// <summary>Built from the header and the 配点 row of a results workbook: plain points, rules 「公表値のまま」.</summary>
    ResultsFile = 2,
}

/// <summary>目標 of one grant.</summary>
public sealed class Goal
{
    /// <summary>Longest title.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>The grant.</summary>
    public required Grant Grant { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Number { get; init; }

    /// <summary>持続可能な地域のあるべき姿をかたちにする; empty when the table does not say.</summary>
    public required string Title { get; init; }

    /// <summary>満点.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>Copied from the same goal of 推進 (rule copy: 支援Ⅳ = 推進Ⅳ); such a goal has no groups of its own.</summary>
    public required bool IsCopy { get; init; }

    /// <summary>Indicator groups in order; none where the year is loaded by goals only.</summary>
    public required IReadOnlyList<IndicatorGroup> Groups { get; init; }

    /// <summary>Its key.</summary>
    public LevelKey Key => LevelKey.Of(Grant, Number);
}

/// <summary>指標群 of a goal.</summary>
public sealed class IndicatorGroup
{
    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>体制・取組, 活動 or 成果.</summary>
    public required IndicatorGroupKind Kind { get; init; }

    /// <summary>満点.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>Indicators in order.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }
}

/// <summary>指標.</summary>
public sealed class Indicator
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 200;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>Number in the group, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// 満点. Null where it is not known: a table built from a results file has no maxima of indicators whose cells exclude each other.
    /// </summary>
    public required decimal? MaxPoints { get; init; }

    /// <summary>How its points follow.</summary>
    public required ScoringRule Rule { get; init; }

    /// <summary>Scoring cells in order.</summary>
    public required IReadOnlyList<SubItem> SubItems { get; init; }

    /// <summary>Who gives its values.</summary>
    public IReadOnlyList<ValueSource> Sources => [.. Rule.Branches.Select(b => b.Measure.Source).Distinct().Order()];
}

/// <summary>枝番: a scoring cell.</summary>
public sealed class SubItem
{
    /// <summary>Longest label.</summary>
    public const int LabelMaxLength = 10;

    /// <summary>Longest wording.</summary>
    public const int TextMaxLength = 1000;

    /// <summary>The portal's own number, which cell points refer to.</summary>
    public int Id { get; init; }

    /// <summary>Place in the indicator, from 0: labels do not sort (カ comes before ア① only by position).</summary>
    public required int Position { get; init; }

    /// <summary>ア, イ①.</summary>
    public required string Label { get; init; }

    /// <summary>配点.</summary>
    public required decimal Points { get; init; }

    /// <summary>設問文; null where the table has none.</summary>
    public required string? Text { get; init; }

    /// <summary>Where the wording comes from; null without a wording.</summary>
    public required TextSource? TextSource { get; init; }
}
