using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>The rows of the sheet 「配点の内訳」: the declared maxima of goals and groups, of the grants and of both together.</summary>
/// <param name="table">The sheet.</param>
/// <param name="messages">What is wrong with it.</param>
internal sealed class AllotmentRows(TableReader table, ImportMessages messages)
{
    private static readonly Dictionary<IndicatorGroupKind, TableColumn> GroupColumns = new()
    {
        [IndicatorGroupKind.Structure] = Columns.Structure,
        [IndicatorGroupKind.Activity] = Columns.Activity,
        [IndicatorGroupKind.Outcome] = Columns.Outcome,
    };

    private readonly Dictionary<LevelKey, (decimal Points, int Row)> sums = [];
    private readonly List<GoalRow> goals = [];

    public IReadOnlyList<GoalRow> Goals => goals;

    public decimal Total => sums[LevelKey.Total].Points;

    /// <summary>The declared maximum of the frame outside the total; null when none is declared.</summary>
    public decimal? ExtraFrame => sums.TryGetValue(LevelKey.Of(Grant.ExtraFrame), out var sum) ? sum.Points : null;

    public decimal OfGrant(Grant grant) => sums[LevelKey.Of(grant)].Points;

    /// <summary>Whether any goal is declared by groups; a year may be kept by goals alone.</summary>
    public bool HasGroups => goals.Exists(g => g.Groups.Count > 0);

    public bool HasGoal(LevelKey goal) => goals.Exists(g => g.Key == goal);

    /// <summary>Where a total, a grant, a goal or a group is declared.</summary>
    public ImportPlace PlaceOf(LevelKey key)
    {
        if (key.Goal is null) return table.Place(sums[key].Row, Columns.Sum);
        var goal = goals.Find(g => g.Key == (key.Group is null ? key : key.Parent))!;
        return table.Place(goal.Row, key.Group is { } kind ? GroupColumns[kind] : Columns.Sum);
    }

    public void Read()
    {
        while (table.ReadRow())
        {
            if (NormalizedText.Name(table.Raw(Columns.Grant)) == Columns.TotalWord) ReadSum(LevelKey.Total);
            else if (table.Word(Columns.Grant, Columns.Grants) is not { } grant) continue;
            else if (NormalizedText.Name(table.Raw(Columns.Goal)) == Columns.SumWord) ReadSum(LevelKey.Of(grant));
            else if (table.Word(Columns.Goal, Columns.GoalSigns) is { } goal) ReadGoal(LevelKey.Of(grant, goal));
        }
        var hasExtraFrame = goals.Exists(g => g.Key.Grant == Grant.ExtraFrame);
        foreach (var key in (LevelKey[])[.. Enum.GetValues<Grant>().Where(g => g != Grant.ExtraFrame || hasExtraFrame).Select(g => LevelKey.Of(g)),
            LevelKey.Total])
            if (!sums.ContainsKey(key))
                messages.Error(table.Place(table.RowNumber, null), $"{(key == LevelKey.Total ? "「合計」" : $"{key}の「計」")}の行がありません。公表されている配点を書いてください。");
    }

    private void ReadSum(LevelKey key)
    {
        if (Declared() is not { } points) return;
        if (!sums.TryAdd(key, (points, table.RowNumber))) table.Error(Columns.Grant, $"「{key}」の計の行が2回あります。1つだけ残してください。");
    }

    private void ReadGoal(LevelKey key)
    {
        var groups = new Dictionary<IndicatorGroupKind, decimal>();
        foreach (var (kind, column) in GroupColumns)
            if (table.Number(column) is { } points)
                groups.Add(kind, points);
        var mark = table.Text(Columns.Copy);
        if (mark is not ("" or "○" or "〇" or "◯")) table.Error(Columns.Copy, $"「{mark}」は使えません。写しの目標は○、それ以外は空けてください。");
        var title = table.Raw(Columns.GoalTitle, Goal.TitleMaxLength);
        if (HasGoal(key)) table.Error(Columns.Goal, $"「{key}」の行が2回あります。1つだけ残してください。");
        else if (Declared() is { } max) goals.Add(new GoalRow(key, title, max, mark.Length > 0, groups, table.RowNumber));
    }

    private decimal? Declared()
    {
        if (table.Number(Columns.Sum) is { } points) return points;
        if (table.Raw(Columns.Sum).Length == 0) table.Error(Columns.Sum, "空です。公表されている配点を書いてください。");
        return null;
    }

    /// <summary>A goal as declared.</summary>
    internal sealed record GoalRow(
        LevelKey Key, string Title, decimal MaxPoints, bool IsCopy, IReadOnlyDictionary<IndicatorGroupKind, decimal> Groups, int Row)
    {
        /// <summary>The declared maximum of a group; null when the goal has none. A copied goal has no groups of its own.</summary>
        public decimal? MaxOf(IndicatorGroupKind kind) => !IsCopy && Groups.TryGetValue(kind, out var max) ? max : null;
    }
}
