using System.Globalization;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>
/// An indicator as it is typed into a form: the words of the workbook, read by the reader of the workbook, so that file and screen
/// understand the same and say the same.
/// </summary>
public sealed class IndicatorText
{
    private static readonly Dictionary<string, (string Name, bool IsOfCell)> Fields = new()
    {
        [Columns.Number.Heading] = (nameof(Number), false), [Columns.Indicator.Heading] = (nameof(Name), false),
        [Columns.IndicatorMax.Heading] = (nameof(MaxPoints), false), [Columns.Combination.Heading] = (nameof(Combination), false),
        [Columns.RuleNote.Heading] = (nameof(Note), false), [Columns.Item.Heading] = (nameof(CellText.Label), true),
        [Columns.Points.Heading] = (nameof(CellText.Points), true), [Columns.Sign.Heading] = (nameof(CellText.Sign), true),
        [Columns.Plus.Heading] = (nameof(CellText.Plus), true), [Columns.Test.Heading] = (nameof(CellText.Test), true),
        [Columns.Step.Heading] = (nameof(CellText.Step), true), [Columns.Direction.Heading] = (nameof(CellText.Direction), true),
        [Columns.Measure.Heading] = (nameof(CellText.Measure), true), [Columns.MeasureOf.Heading] = (nameof(CellText.MeasureOf), true),
        [Columns.Source.Heading] = (nameof(CellText.Source), true), [Columns.ValueName.Heading] = (nameof(CellText.ValueName), true),
        [Columns.Unit.Heading] = (nameof(CellText.Unit), true), [Columns.Numerator.Heading] = (nameof(CellText.Numerator), true),
        [Columns.Denominator.Heading] = (nameof(CellText.Denominator), true), [Columns.Text.Heading] = (nameof(CellText.Text), true),
        [Columns.TextSource.Heading] = (nameof(CellText.TextSource), true),
    };

    /// <summary>番号.</summary>
    public string? Number { get; set; }

    /// <summary>指標.</summary>
    public string? Name { get; set; }

    /// <summary>指標満点.</summary>
    public string? MaxPoints { get; set; }

    /// <summary>組み合わせ.</summary>
    public string? Combination { get; set; }

    /// <summary>算定の補足.</summary>
    public string? Note { get; set; }

    /// <summary>枝番, in order.</summary>
    public List<CellText> Cells { get; set; } = [];

    /// <summary>The indicator in words.</summary>
    public static IndicatorText Of(Indicator indicator) => new()
    {
        Number = indicator.Number.ToString(CultureInfo.InvariantCulture), Name = indicator.Name, MaxPoints = Text(indicator.MaxPoints),
        Combination = indicator.Rule.Combination.Name(), Note = indicator.Rule.Note,
        Cells = [.. indicator.SubItems.Select(item => CellText.Of(item, RuleRow.Written(indicator.Rule, item.Label)))],
    };

    /// <summary>Reads the words.</summary>
    /// <param name="group">The group that the indicator belongs to.</param>
    public IndicatorReading Read(LevelKey group)
    {
        var messages = new ImportMessages();
        var table = new TableReader(new TextSheetReader([[.. Columns.Cells.Select(c => c.Heading)], .. Cells.Select(cell => RowOf(group, cell))]), messages);
        table.FindHeadings(Columns.Cells);
        var rows = new CellRows(table, messages);
        rows.Read();
        if (!messages.HasErrors) rows.CheckRows();
        if (!messages.HasErrors && Cells.Count == 0) messages.Error(null, "枝番がありません。枝番の行を加えてください。");
        var indicator = messages.HasErrors ? null : rows.IndicatorsOf(group)[0];
        return new IndicatorReading(indicator, [.. messages.ToList().Select(FaultOf).Distinct()]);
    }

    internal static string? Text(decimal? points) => points?.ToString("0.####", CultureInfo.InvariantCulture);

    private string?[] RowOf(LevelKey group, CellText cell) =>
    [
        group.Grant!.Value.Sign(), SchemeText.GoalSign(group.Goal!.Value), group.Group!.Value.Sign(), Number, Name, cell.Label, cell.Points,
        MaxPoints, Combination, cell.Sign, cell.Plus, cell.Test, cell.Step, cell.Direction, cell.Measure, cell.MeasureOf, cell.Source,
        cell.ValueName, cell.Unit, cell.Numerator, cell.Denominator, Note, cell.Text, cell.TextSource,
    ];

    /// <summary>The first row is that of the headings.</summary>
    private static IndicatorFault FaultOf(ImportMessage message) =>
        Fields.TryGetValue(message.Place?.Heading ?? "", out var field)
            ? new IndicatorFault(field.IsOfCell ? message.Place!.Row - 2 : null, field.Name, message.Text)
            : new IndicatorFault(null, "", message.Text);
}

/// <summary>A cell as it is typed into a form; the names are those of the workbook's columns.</summary>
public sealed class CellText
{
    /// <summary>枝番.</summary>
    public string? Label { get; set; }

    /// <summary>配点.</summary>
    public string? Points { get; set; }

    /// <summary>値の枝.</summary>
    public string? Sign { get; set; }

    /// <summary>加算: ○ or nothing.</summary>
    public string? Plus { get; set; }

    /// <summary>判定.</summary>
    public string? Test { get; set; }

    /// <summary>区切り.</summary>
    public string? Step { get; set; }

    /// <summary>向き.</summary>
    public string? Direction { get; set; }

    /// <summary>測るもの.</summary>
    public string? Measure { get; set; }

    /// <summary>測る対象.</summary>
    public string? MeasureOf { get; set; }

    /// <summary>値の提供元.</summary>
    public string? Source { get; set; }

    /// <summary>値の名前.</summary>
    public string? ValueName { get; set; }

    /// <summary>単位.</summary>
    public string? Unit { get; set; }

    /// <summary>分子.</summary>
    public string? Numerator { get; set; }

    /// <summary>分母.</summary>
    public string? Denominator { get; set; }

    /// <summary>設問文.</summary>
    public string? Text { get; set; }

    /// <summary>設問文の出典.</summary>
    public string? TextSource { get; set; }

    /// <summary>Begins a cell that is earned like another.</summary>
    public static CellText Like(CellText other) => new()
    {
        Sign = other.Sign, Plus = other.Plus, Test = other.Test, Direction = other.Direction, Measure = other.Measure, MeasureOf = other.MeasureOf,
        Source = other.Source, ValueName = other.ValueName, Unit = other.Unit, Numerator = other.Numerator, Denominator = other.Denominator,
    };

    internal static CellText Of(SubItem item, IReadOnlyList<Workbooks.SheetValue> rule)
    {
        var words = rule.Select(value => value.Text).ToList();
        return new CellText
        {
            Label = item.Label, Points = IndicatorText.Text(item.Points), Sign = words[1], Plus = words[2], Test = words[3], Step = words[4],
            Direction = words[5], Measure = words[6], MeasureOf = words[7], Source = words[8], ValueName = words[9], Unit = words[10],
            Numerator = words[11], Denominator = words[12], Text = item.Text, TextSource = item.TextSource?.Name(),
        };
    }
}

/// <summary>What reading an indicator's form brought.</summary>
/// <param name="Indicator">The indicator; null when something cannot be read.</param>
/// <param name="Faults">What cannot be read.</param>
public sealed record IndicatorReading(Indicator? Indicator, IReadOnlyList<IndicatorFault> Faults);

/// <summary>Something that cannot be read.</summary>
/// <param name="Cell">The place of its cell in the form; null where it concerns the indicator.</param>
/// <param name="Field">The field; empty where it concerns none.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record IndicatorFault(int? Cell, string Field, string Text);
