using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.TestData;

/// <summary>
/// The municipal point table of 令和8年度 from the reference files (point-table-r8-municipality.csv, allotment-r8.csv). A test takes it as
/// it is, or changes cells and goals before it builds the table.
/// </summary>
public sealed class ReferencePointTable
{
    // The reference files speak English; the table that administrators see is Japanese.
    private static readonly Dictionary<string, string> Notes = new()
    {
        ["tiers 7/5/3/1割 of the municipality's own national rank by this year's total"] = "今年度の合計点による全国順位が上位7割・5割・3割・1割に入るごとに加点",
        ["only municipalities with a computable value (1,738 in R8)"] = "値を計算できる市町村だけを母数とする（令和8年度は1,738）",
        ["ア all-of 3; イ①–③ cumulative count 2/3/4 forms; ウ–オ sum"] = "アは3つすべてに該当すれば加点。イ①〜③は取組の数が2・3・4に達するごとに加点。ウ〜オは該当するものを加点",
        ["many ties"] = "同じ値の市町村が多い",
        ["ties"] = "同じ値の市町村がある",
        ["many at 100%"] = "100％の市町村が多い",
        ["branches ア (level) and イ (change): only the better one scores"] = "ア（水準）とイ（変化）のうち高い方だけを加点",
        ["branches ア and イ"] = "アとイのうち高い方だけを加点",
        ["three ladders ア イ ウ are added"] = "ア・イ・ウの3つの段階を合計",
        ["two ladders ア イ are added"] = "ア・イの2つの段階を合計",
        ["two ladders added"] = "ア・イの2つの段階を合計",
        ["best of ladders ア イ ウ, plus エ (check), capped at 4"] = "ア・イ・ウのうち最も高いものにエを加え、4点を上限とする",
        ["エ is a numeric threshold: consultation rate >= 50%"] = "エは受診率が50％以上であれば加点",
    };

    /// <summary>The scoring cells in the order of the table, goal Ⅳ once.</summary>
    public List<CellRow> Cells { get; } = [.. ReferenceData.Rows("point-table-r8-municipality.csv").Select(CellOf)];

    /// <summary>The goals with their declared maxima; group maxima by kind.</summary>
    public List<GoalRow> Goals { get; } = [.. GoalRows("municipality")];

    /// <summary>満点 of both grants.</summary>
    public decimal MaxPoints { get; set; } = 800;

    /// <summary>満点 of 推進.</summary>
    public decimal PromotionMaxPoints { get; set; } = 400;

    /// <summary>The year.</summary>
    public FiscalYear FiscalYear { get; set; } = new(2026);

    /// <summary>Builds the table.</summary>
    public PointTable Build() => new()
    {
        FiscalYear = FiscalYear,
        Audience = Audience.Municipality,
        Origin = PointTableOrigin.Written,
        Title = "令和8年度 評価指標 配点表（市町村分）",
        MaxPoints = MaxPoints,
        PromotionMaxPoints = PromotionMaxPoints,
        EffortSupportMaxPoints = 400,
        Goals = [.. Goals.Select(goal => new Goal
        {
            Grant = goal.Grant, Number = goal.Number, Title = goal.Title, MaxPoints = goal.MaxPoints, IsCopy = goal.IsCopy,
            Groups = [.. goal.Groups.Select(group => GroupOf(goal, group.Key, group.Value))],
        })],
    };

    /// <summary>Changes the cell with a key.</summary>
    public ReferencePointTable Change(string key, Func<CellRow, CellRow> change)
    {
        var wanted = LevelKey.Parse(key);
        var at = Cells.FindIndex(c => c.Key == wanted);
        Cells[at] = change(Cells[at]);
        return this;
    }

    private IndicatorGroup GroupOf(GoalRow goal, IndicatorGroupKind kind, decimal max) => new()
    {
        Kind = kind,
        MaxPoints = max,
        Indicators = [.. Cells.Where(c => c.Grant == goal.Grant && c.Goal == goal.Number && c.Group == kind).GroupBy(c => c.Number).Select(IndicatorOf)],
    };

    /// <summary>The indicator that some cells make.</summary>
    public static Indicator IndicatorOf(IGrouping<int, CellRow> cells)
    {
        var first = cells.First();
        return new Indicator
        {
            Number = first.Number, Name = first.Name, MaxPoints = first.IndicatorMax, Rule = ReferenceRule.Of([.. cells]),
            SubItems = [.. cells.Select((c, i) => new SubItem { Position = i, Label = c.Label, Points = c.Points, Text = c.Text, TextSource = c.TextSource })],
        };
    }

    /// <summary>A row of a reference table as a cell.</summary>
    public static CellRow CellOf(IReadOnlyDictionary<string, string> row) => new(
        GrantOf(row["grant"]), GoalOf(row["goal"]), LevelKey.Parse(row["group"]).Group!.Value, int.Parse(row["no"], CultureInfo.InvariantCulture),
        row["indicator"], row["sub_item"], Number(row["points"]), Number(row["indicator_max"]),
        row["rule"], row["rule_note"].Length == 0 ? null : Notes[row["rule_note"]],
        Enum.Parse<ValueSource>(row["source"], ignoreCase: true),
        row["direction"] switch { "higher" => Direction.Higher, "lower" => Direction.Lower, _ => null },
        row["text"].Length == 0 ? null : row["text"],
        row["text_source"] switch { "seed" => TextSource.Published, "restated" => TextSource.Restated, _ => null });

    /// <summary>The goals of an audience as the allotment declares them, goal Ⅳ with its copy.</summary>
    public static IEnumerable<GoalRow> GoalRows(string audience)
    {
        var goals = ReferenceData.Rows("allotment-r8.csv").Where(r => r["audience"] == audience).Select(r => new GoalRow(
            r["grant"] == "promotion" ? Grant.Promotion : Grant.EffortSupport, GoalOf(r["goal"]), r["goal_title"].Replace('/', '／'),
            Number(r["subtotal"]), false,
            new() { [IndicatorGroupKind.Structure] = Number(r["structure_points"]), [IndicatorGroupKind.Activity] = Number(r["activity_points"]) }));
        return goals
            .Append(new GoalRow(Grant.Promotion, SchemeText.OutcomeGoal, "", 100, false, new() { [IndicatorGroupKind.Outcome] = 100 }))
            .Append(new GoalRow(Grant.EffortSupport, SchemeText.OutcomeGoal, "", 100, true, []))
            .OrderBy(g => g.Grant).ThenBy(g => g.Number);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Grant GrantOf(string sign) => LevelKey.Parse(sign).Grant!.Value;

    private static int GoalOf(string sign) => LevelKey.Parse("推進/" + sign).Goal!.Value;

    /// <summary>A scoring cell of the reference file.</summary>
    public sealed record CellRow(
        Grant Grant, int Goal, IndicatorGroupKind Group, int Number, string Name, string Label, decimal Points, decimal? IndicatorMax, string Rule,
        string? Note,
        ValueSource Source, Direction? Direction, string? Text, TextSource? TextSource)
    {
        /// <summary>Its key.</summary>
        public LevelKey Key => LevelKey.Of(Grant, Goal, Group, Number).WithCell(Label);
    }

    /// <summary>A goal of the reference file.</summary>
    public sealed record GoalRow(Grant Grant, int Number, string Title, decimal MaxPoints, bool IsCopy, Dictionary<IndicatorGroupKind, decimal> Groups);
}
