using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Documents.Results;

/// <summary>The place in the scheme that the labels above a column name together.</summary>
internal sealed class StackedPlace
{
    private int? goal;
    private IndicatorGroupKind? group;
    private int? number;
    private string? item;
    private int? subItem;
    private bool lastIsLevel;

    private StackedPlace()
    {
    }

    /// <summary>The grant.</summary>
    public Grant? Grant { get; private set; }

    /// <summary>The grant, where a label of the column itself or one merged over it names it.</summary>
    public Grant? CertainGrant { get; private set; }

    /// <summary>Whether any label names a part of the scheme.</summary>
    public bool IsOfScheme => Grant is not null || goal is not null || group is not null || item is not null;

    /// <summary>The indicator's name.</summary>
    public string? Name { get; private set; }

    /// <summary>The label that stands lowest in the column itself, as printed.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Whether the figures are a sum or a rank.</summary>
    public LabelSign Sign { get; private set; }

    /// <summary>Whether the label of the sum names its level.</summary>
    public bool NamesItsLevel { get; private set; }

    /// <summary>Whether the sum is called 小計.</summary>
    public bool IsSubtotal { get; private set; }

    /// <summary>Whether the figures are points of a level: it says so, or nothing stands below the level's own label.</summary>
    public bool IsSum => item is null && (Sign == LabelSign.Sum || (Sign == LabelSign.None && lastIsLevel && number is null));

    /// <summary>The level of a sum; null when the labels name none.</summary>
    public LevelKey? SumKey =>
        Grant is { } grant ? InGrant(grant)
        : goal is not null ? null
        : group is { } kind ? LevelKey.Of(kind)
        : Sign == LabelSign.Sum ? LevelKey.Total
        : null;

    /// <summary>The cell, or the indicator where the sheet has no 枝番; null when the labels do not name one.</summary>
    public LevelKey? CellKey
    {
        get
        {
            var kind = group ?? (goal == SchemeText.OutcomeGoal ? IndicatorGroupKind.Outcome : null); // Ⅳ has only one group
            if (Grant is null || goal is null || kind is null || number is null) return null;
            var indicator = LevelKey.Of(Grant.Value, goal.Value, kind.Value, number.Value);
            if (item is null) return subItem is null ? indicator : null;
            return indicator.WithCell(subItem is null ? item : item + HeaderLabel.Circled(subItem.Value));
        }
    }

    /// <summary>Reads a stack from top to bottom.</summary>
    public static StackedPlace Of(IReadOnlyList<StackedLabel> stack)
    {
        var place = new StackedPlace();
        foreach (var stacked in stack)
        {
            place.Take(stacked);
            if (stacked.IsOwn) place.Heading = stacked.Label.Printed;
        }
        var previous = stack.FirstOrDefault(s => s.Label.IsPrevious)?.Label.Printed;
        if (previous is not null && previous != place.Heading) place.Heading = $"{previous} {place.Heading}";
        return place;
    }

    private void Take(StackedLabel stacked)
    {
        var label = stacked.Label;
        lastIsLevel = label.Kind == LabelKind.Level && label.HasLevel;
        switch (label.Kind)
        {
            case LabelKind.Level:
                TakeLevel(stacked);
                break;
            case LabelKind.Number when item is null:
                number = label.Number;
                break;
            case LabelKind.Number or LabelKind.SubItem: // below ア a number is the second part of a 枝番
                subItem = label.Number;
                break;
            case LabelKind.Item:
                item = label.Item;
                break;
            case LabelKind.Name:
                Name = label.Printed;
                number ??= label.Number;
                break;
        }
    }

    private void TakeLevel(StackedLabel stacked)
    {
        var label = stacked.Label;
        if (label.Sign != LabelSign.None && Sign != LabelSign.Rank)
        {
            Sign = label.Sign;
            (NamesItsLevel, IsSubtotal) = (label.HasLevel, label.IsSubtotalWord);
        }
        if (label.Grant is not null) (Grant, goal, group) = (label.Grant, null, null);
        if (label.Grant is not null && stacked.IsCertain) CertainGrant = label.Grant;
        if (label.Goal is not null) (goal, group) = (label.Goal, null);
        if (label.Group is not null) group = label.Group;
    }

    private LevelKey InGrant(Grant grant) =>
        goal is not { } ofGoal ? LevelKey.Of(grant)
        : group is { } kind ? LevelKey.Of(grant, ofGoal, kind)
        : LevelKey.Of(grant, ofGoal);
}
