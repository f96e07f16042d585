using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// The one grammar by which files, addresses, the API and tests name a place in a point table:
/// <c>合計</c>, <c>推進</c>, <c>推進/Ⅰ</c>, <c>推進/Ⅰ/体制</c>, <c>推進/Ⅰ/体制/3</c> and, for a scoring cell, <c>推進/Ⅰ/体制/3/ア①</c>;
/// <c>体制</c>, <c>活動</c>, <c>成果</c> name a group over all goals of both grants; <c>枠外</c> stands in the place of a grant for what no
/// total counts. Keys are equal when they are equal after NFKC.
/// </summary>
public sealed record LevelKey
{
    /// <summary>Longest key in its written form.</summary>
    public const int MaxLength = 40;

    private const string TotalSign = "合計";

    private static readonly Dictionary<string, Grant> Grants = Enum.GetValues<Grant>().ToDictionary(g => g.Sign());
    private static readonly Dictionary<string, IndicatorGroupKind> Groups = Enum.GetValues<IndicatorGroupKind>().ToDictionary(g => g.Sign());
    private static readonly Dictionary<string, int> Goals = Enumerable.Range(1, 4).ToDictionary(g => NormalizedText.Of(SchemeText.GoalSign(g)));

    private LevelKey(Grant? grant, int? goal, IndicatorGroupKind? group, int? indicator, string? cell)
    {
        (Grant, Goal, Group, Indicator) = (grant, goal, group, indicator);
        (Cell, NormalizedCell) = (cell, cell is null ? null : NormalizedText.Name(cell));
    }

    /// <summary>The grant; null for the total and for a group over all goals.</summary>
    public Grant? Grant { get; }

    /// <summary>Goal 1 to 4.</summary>
    public int? Goal { get; }

    /// <summary>The indicator group.</summary>
    public IndicatorGroupKind? Group { get; }

    /// <summary>Number of the indicator in its group.</summary>
    public int? Indicator { get; }

    /// <summary>枝番 as written (ア①); null for a level.</summary>
    public string? Cell { get; }

    private string? NormalizedCell { get; }

    /// <summary>The total of both grants.</summary>
    public static LevelKey Total { get; } = new(null, null, null, null, null);

    /// <summary>Whether it names a scoring cell.</summary>
    public bool IsCell => Cell is not null;

    /// <summary>The level that it counts towards; null for the total, for a group over all goals and for the frame outside the total.</summary>
    public LevelKey? Parent =>
        Cell is not null ? new(Grant, Goal, Group, Indicator, null)
        : Indicator is not null ? new(Grant, Goal, Group, null, null)
        : Group is not null ? Grant is null ? null : new(Grant, Goal, null, null, null)
        : Goal is not null ? new(Grant, null, null, null, null)
        : Grant is not null and not PointTables.Grant.ExtraFrame ? Total
        : null;

    /// <summary>A grant.</summary>
    public static LevelKey Of(Grant grant) => new(grant, null, null, null, null);

    /// <summary>A goal of a grant.</summary>
    public static LevelKey Of(Grant grant, int goal) => new(grant, goal, null, null, null);

    /// <summary>A group of a goal.</summary>
    public static LevelKey Of(Grant grant, int goal, IndicatorGroupKind group) => new(grant, goal, group, null, null);

    /// <summary>An indicator.</summary>
    public static LevelKey Of(Grant grant, int goal, IndicatorGroupKind group, int indicator) => new(grant, goal, group, indicator, null);

    /// <summary>A group over all goals of both grants.</summary>
    public static LevelKey Of(IndicatorGroupKind group) => new(null, null, group, null, null);

    /// <summary>A cell of this indicator.</summary>
    public LevelKey WithCell(string cell) => new(Grant, Goal, Group, Indicator, cell);

    /// <summary>The same place in the other grant (goal Ⅳ is booked in both).</summary>
    public LevelKey In(Grant grant) => new(grant, Goal, Group, Indicator, Cell);

    /// <summary>Whether <paramref name="other"/> lies inside this level or is it.</summary>
    public bool Contains(LevelKey other) =>
        Grant is null && Group is not null ? other.Group == Group && other.Grant != PointTables.Grant.ExtraFrame
        : (Grant is null ? other.Grant != PointTables.Grant.ExtraFrame : Grant == other.Grant) && (Goal is null || Goal == other.Goal)
            && (Group is null || Group == other.Group) && (Indicator is null || Indicator == other.Indicator)
            && (Cell is null || NormalizedCell == other.NormalizedCell);

    /// <summary>Reads a key; widths and circled numbers do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LevelKey? key)
    {
        key = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var written = text.Split('/', '／');
        var parts = Array.ConvertAll(written, NormalizedText.Name);
        if (parts is [TotalSign]) key = Total;
        else if (parts.Length == 1 && Groups.TryGetValue(parts[0], out var overall)) key = Of(overall);
        else if (Grants.TryGetValue(parts[0], out var grant)) key = InGrant(grant, parts, written);
        return key is not null;
    }

    private static LevelKey? InGrant(Grant grant, string[] parts, string[] written)
    {
        if (parts.Length == 1) return Of(grant);
        if (parts.Length > 5 || !Goals.TryGetValue(parts[1], out var goal)) return null;
        if (parts.Length == 2) return Of(grant, goal);
        if (!Groups.TryGetValue(parts[2], out var group)) return null;
        if (parts.Length == 3) return Of(grant, goal, group);
        if (!int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var indicator) || indicator is < 1 or > 99) return null;
        if (parts.Length == 4) return Of(grant, goal, group, indicator);
        return parts[4].Length == 0 ? null : Of(grant, goal, group, indicator).WithCell(written[4].Trim());
    }

    /// <summary>Reads a key that is known to be right.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static LevelKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a level key.");

    /// <inheritdoc />
    public bool Equals(LevelKey? other) =>
        other is not null && Grant == other.Grant && Goal == other.Goal && Group == other.Group && Indicator == other.Indicator
            && NormalizedCell == other.NormalizedCell;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Grant, Goal, Group, Indicator, NormalizedCell);

    /// <summary>The key as it is written.</summary>
    public override string ToString()
    {
        if (Grant is null) return Group?.Sign() ?? TotalSign;
        var parts = new List<string>(5) { Grant.Value.Sign() };
        if (Goal is { } goal) parts.Add(SchemeText.GoalSign(goal));
        if (Group is { } group) parts.Add(group.Sign());
        if (Indicator is { } indicator) parts.Add(indicator.ToString(CultureInfo.InvariantCulture));
        if (Cell is not null) parts.Add(Cell);
        return string.Join('/', parts);
    }
}
