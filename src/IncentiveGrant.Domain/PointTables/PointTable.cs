using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// 配点表の版: one year's table of points for one audience. Draft until it is published, then frozen: a correction is a new edition with
/// a reason. A draft that is edited is written anew as a whole (<see cref="With(TableFrame, IReadOnlyList{Goal})"/>). Maxima are stored at
/// every level and never derived by adding cells (the naive sum of the R8 table is 929, its maximum 800).
/// </summary>
public sealed class PointTable
{
    /// <summary>Longest title.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest reason for a correction.</summary>
    public const int ReasonMaxLength = 400;

    /// <summary>The edition of a draft: its number is given when it is published.</summary>
    public const int DraftEdition = 0;

    /// <summary>Hexadecimal digits of the content's hash.</summary>
    public const int ContentHashLength = 64;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>評価年度.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>対象.</summary>
    public required Audience Audience { get; init; }

    /// <summary>版: 1 for the first that was published of the year and audience; <see cref="DraftEdition"/> for the draft.</summary>
    public int Edition { get; private set; }

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

    /// <summary>Why an edition was corrected by this one; null for the first of its year and audience.</summary>
    public string? Reason { get; private set; }

    /// <summary>The edition that a draft was begun from; null when it came from a file.</summary>
    public int? BasedOnId { get; init; }

    /// <summary>How often a draft has been saved: whoever saves names the revision they saw.</summary>
    public int Revision { get; init; }

    /// <summary>When a draft was last saved.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <summary>Goals of 推進, then of 支援, then of the frame outside the total.</summary>
    public required IReadOnlyList<Goal> Goals { get; init; }

    /// <summary>満点 of one grant.</summary>
    public decimal MaxPointsOf(Grant grant) => grant switch
    {
        Grant.Promotion => PromotionMaxPoints,
        Grant.EffortSupport => EffortSupportMaxPoints,
        _ => ExtraFrameMaxPoints ?? 0,
    };

    /// <summary>Title and 満点 above the goals.</summary>
    public TableFrame Frame => new(Title, MaxPoints, PromotionMaxPoints, EffortSupportMaxPoints, ExtraFrameMaxPoints);

    /// <summary>Every indicator under its key, in the order of the table.</summary>
    public IEnumerable<TableIndicator> Indicators =>
        from goal in Goals
        from @group in goal.Groups
        from indicator in @group.Indicators
        select new TableIndicator(LevelKey.Of(goal.Grant, goal.Number, @group.Kind, indicator.Number), indicator);

    /// <summary>Freezes the table.</summary>
    /// <param name="edition">The next edition of its year and audience.</param>
    /// <param name="reason">Why it corrects the edition before; null for the first.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">It is published already.</exception>
    public void Publish(int edition, string? reason, DateTimeOffset at)
    {
        if (State == PointTableState.Published) throw new InvalidOperationException("The table is published already.");
        (State, Edition, Reason, PublishedAt) = (PointTableState.Published, edition, reason, at);
    }

    /// <summary>The next revision of a draft, with the same number and other contents.</summary>
    public PointTable With(TableFrame frame, IReadOnlyList<Goal> goals) => new()
    {
        Id = Id, FiscalYear = FiscalYear, Audience = Audience, Origin = Origin, BasedOnId = BasedOnId, Revision = Revision + 1, Title = frame.Title,
        MaxPoints = frame.MaxPoints, PromotionMaxPoints = frame.PromotionMaxPoints, EffortSupportMaxPoints = frame.EffortSupportMaxPoints,
        ExtraFrameMaxPoints = frame.ExtraFrameMaxPoints, Goals = goals,
    };

    /// <summary>A draft with the contents of this edition, for the same year or for another.</summary>
    public PointTable NewDraft(FiscalYear year, string title) => new()
    {
        FiscalYear = year, Audience = Audience, Origin = PointTableOrigin.Written, BasedOnId = Id, Title = title, MaxPoints = MaxPoints,
        PromotionMaxPoints = PromotionMaxPoints, EffortSupportMaxPoints = EffortSupportMaxPoints, ExtraFrameMaxPoints = ExtraFrameMaxPoints,
        Goals = [.. Goals.Select(goal => goal.Copy())],
    };
}

/// <summary>What a table says above its goals.</summary>
/// <param name="Title">What the table is called on screens.</param>
/// <param name="MaxPoints">満点 of both grants together.</param>
/// <param name="PromotionMaxPoints">満点 of 推進.</param>
/// <param name="EffortSupportMaxPoints">満点 of 支援.</param>
/// <param name="ExtraFrameMaxPoints">満点 of the frame outside the total; null when the table has none.</param>
public sealed record TableFrame(
    string Title, decimal MaxPoints, decimal PromotionMaxPoints, decimal EffortSupportMaxPoints, decimal? ExtraFrameMaxPoints);

/// <summary>An indicator and where it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Indicator">The indicator.</param>
public sealed record TableIndicator(LevelKey Key, Indicator Indicator);

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
    /// <summary>Written as a table: loaded from a point-table workbook, or edited on the screen.</summary>
    Written = 1,

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

    /// <summary>The same goal, to be saved in another table.</summary>
    public Goal Copy() => With(Title, MaxPoints, [.. Groups.Select(group => group.With(group.MaxPoints, [.. group.Indicators.Select(i => i.Copy())]))]);

    /// <summary>The same goal with other contents.</summary>
    public Goal With(string title, decimal maxPoints, IReadOnlyList<IndicatorGroup> groups) =>
        new() { Grant = Grant, Number = Number, IsCopy = IsCopy, Title = title, MaxPoints = maxPoints, Groups = groups };
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

    /// <summary>The same group with other contents.</summary>
    public IndicatorGroup With(decimal maxPoints, IReadOnlyList<Indicator> indicators) =>
        new() { Kind = Kind, MaxPoints = maxPoints, Indicators = indicators };
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

    /// <summary>The same indicator, to be saved in another table.</summary>
    public Indicator Copy() => new()
    {
        Number = Number, Name = Name, MaxPoints = MaxPoints, Rule = Rule,
        SubItems =
        [
            .. SubItems.Select(item => new SubItem
            {
                Position = item.Position, Label = item.Label, Points = item.Points, Text = item.Text, TextSource = item.TextSource,
            }),
        ],
    };

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
