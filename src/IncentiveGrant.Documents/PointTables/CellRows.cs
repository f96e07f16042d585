using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>The rows of the sheet 「配点表」: one scoring cell each, with what belongs to its indicator repeated.</summary>
/// <param name="table">The sheet.</param>
/// <param name="messages">What is wrong with it.</param>
internal sealed class CellRows(TableReader table, ImportMessages messages)
{
    private const int LargestNumber = 99;

    /// <summary>What belongs to a branch's value.</summary>
    private static readonly TableColumn[] BranchColumns =
    [
        Columns.Direction, Columns.Measure, Columns.MeasureOf, Columns.Source, Columns.ValueName, Columns.Unit, Columns.Numerator,
        Columns.Denominator,
    ];

    private readonly List<CellRow> rows = [];

    /// <summary>The cells of a group of a goal, as indicators in order.</summary>
    public IReadOnlyList<Indicator> IndicatorsOf(LevelKey group) =>
        [.. rows.Where(r => r.Indicator.Parent == group).GroupBy(r => r.Indicator).OrderBy(i => i.Key.Indicator).Select(BuildIndicator)];

    /// <summary>Where a cell, or the maximum of an indicator, stands.</summary>
    public ImportPlace PlaceOf(LevelKey key)
    {
        var row = rows.Find(r => key.IsCell ? r.Indicator.WithCell(r.Label) == key : r.Indicator == key)!;
        return table.Place(row.Number, key.IsCell ? Columns.Points : Columns.IndicatorMax);
    }

    public void Read()
    {
        while (table.ReadRow())
            if (ReadCell() is { } cell)
                rows.Add(cell);
    }

    /// <summary>Whether rows and allotment belong together: each row's goal must be declared.</summary>
    public void CheckAgainst(AllotmentRows allotment)
    {
        if (rows.Count == 0 && allotment.HasGroups)
            messages.Error(table.Place(table.RowNumber, null), "枝番の行がありません。枝番1つにつき1行を書いてください。");
        foreach (var indicator in rows.GroupBy(r => r.Indicator))
        {
            var goal = LevelKey.Of(indicator.Key.Grant!.Value, indicator.Key.Goal!.Value);
            if (!allotment.HasGoal(goal))
                messages.Error(table.Place(indicator.First().Number, Columns.Goal), $"シート「{Columns.AllotmentSheet}」に「{goal}」の行がありません。内訳に行を加えてください。");
        }
    }

    /// <summary>What belongs to the indicator is written on each of its rows and must be the same on all.</summary>
    public void CheckRows()
    {
        foreach (var indicator in rows.GroupBy(r => r.Indicator))
        {
            var first = indicator.First();
            foreach (var row in indicator)
            {
                Same(row, first, Columns.Indicator, r => r.Name);
                Same(row, first, Columns.IndicatorMax, r => r.IndicatorMax);
                Same(row, first, Columns.Combination, r => r.Combination);
                if (row.Rule is null != first.Rule is null) Same(row, first, Columns.Test, r => r.Rule?.Test);
                Same(row, first, Columns.RuleNote, r => r.Note);
            }
            foreach (var branch in indicator.Where(r => r.Rule is not null).GroupBy(r => r.Rule!.Branch)) CheckBranch([.. branch]);
        }
    }

    /// <summary>What belongs to a branch's value is written on each of its rows and must be the same on all.</summary>
    private void CheckBranch(IReadOnlyList<CellRow> branch)
    {
        foreach (var row in branch)
        {
            Same(row, branch[0], Columns.Direction, r => r.Rule!.Direction);
            Same(row, branch[0], Columns.Measure, r => r.Rule!.Measure);
            Same(row, branch[0], Columns.MeasureOf, r => r.Rule!.MeasureOf);
            Same(row, branch[0], Columns.Source, r => r.Rule!.Source);
            Same(row, branch[0], Columns.ValueName, r => r.Rule!.ValueName);
            Same(row, branch[0], Columns.Unit, r => r.Rule!.Unit);
            Same(row, branch[0], Columns.Numerator, r => r.Rule!.Numerator);
            Same(row, branch[0], Columns.Denominator, r => r.Rule!.Denominator);
        }
    }

    private CellRow? ReadCell()
    {
        var errors = messages.CountOf(ImportSeverity.Error);
        var indicator = ReadIndicatorKey();
        var name = Filled(Columns.Indicator, Indicator.NameMaxLength, "指標の名前");
        var label = Filled(Columns.Item, SubItem.LabelMaxLength, "枝番（ア、イ①など）");
        var points = ReadPoints(Columns.Points);
        if (points is null && table.Raw(Columns.Points).Length == 0) table.Error(Columns.Points, "空です。配点を入力してください。");
        var max = ReadPoints(Columns.IndicatorMax);
        var combination = table.Word(Columns.Combination, Columns.Combinations, mayBeEmpty: true) ?? BranchCombination.Added;
        var (rule, note) = (RuleRow.Read(table), table.Raw(Columns.RuleNote, ScoringRule.NoteMaxLength));
        var text = table.Raw(Columns.Text, SubItem.TextMaxLength);
        var textSource = table.Word(Columns.TextSource, Columns.TextSources, mayBeEmpty: true);
        if ((text.Length == 0) != (textSource is null)) table.Error(Columns.TextSource, "設問文と出典は、両方を書くか、両方とも空けてください。");
        return messages.CountOf(ImportSeverity.Error) > errors ? null : new CellRow(
            table.RowNumber, indicator!, name, max, combination, rule, note.Length == 0 ? null : note, label, points!.Value, text.Length == 0 ? null : text,
            textSource);
    }

    private LevelKey? ReadIndicatorKey()
    {
        var grant = table.Word(Columns.Grant, Columns.Grants);
        var goal = table.Word(Columns.Goal, Columns.GoalSigns);
        var group = table.Word(Columns.Group, Columns.Groups);
        var number = table.Integer(Columns.Number, LargestNumber);
        if (number is 0 || (number is null && table.Raw(Columns.Number).Length == 0)) table.Error(Columns.Number, "指標の番号を1から付けてください。");
        if (grant is null || goal is null || group is null || number is null) return null;
        return LevelKey.Of(grant.Value, goal.Value, group.Value, number.Value);
    }

    private decimal? ReadPoints(TableColumn column)
    {
        var points = table.Number(column);
        if (points is not { } number || Points.TryOf(number, out _)) return points;
        table.Error(column, $"「{table.Text(column)}」は使えません。小数は第2位まで、1,000,000未満にしてください。");
        return 0; // it is not missing
    }

    private string Filled(TableColumn column, int maxLength, string what)
    {
        var text = table.Raw(column, maxLength);
        if (text.Length == 0) table.Error(column, $"空です。{what}を書いてください。");
        return text;
    }

    private void Same<T>(CellRow row, CellRow first, TableColumn column, Func<CellRow, T> part)
    {
        if (!EqualityComparer<T>.Default.Equals(part(row), part(first)))
        {
            var rows = BranchColumns.Contains(column) ? "同じ値で判定する" : "同じ指標の";
            messages.Error(table.Place(row.Number, column), $"枝番「{first.Label}」の行と違います。{rows}すべての行に同じ内容を書いてください。");
        }
    }

    private static Indicator BuildIndicator(IGrouping<LevelKey, CellRow> rows)
    {
        var first = rows.First();
        return new Indicator
        {
            Number = rows.Key.Indicator!.Value,
            Name = first.Name,
            MaxPoints = first.IndicatorMax,
            Rule = first.Rule is null ? ScoringRule.AsPublished with { Note = first.Note } : new ScoringRule(
            [
                .. rows.GroupBy(r => r.Rule!.Branch).Select(branch => RuleRow.BranchOf([.. branch.Select(r => (r.Label, r.Rule!))])),
            ])
            {
                Combination = first.Combination, Note = first.Note,
            },
            SubItems =
            [
                .. rows.Select((row, i) => new SubItem
                {
                    Position = i, Label = row.Label, Points = row.Points, Text = row.Text, TextSource = row.TextSource,
                }),
            ],
        };
    }

    private sealed record CellRow(
        int Number, LevelKey Indicator, string Name, decimal? IndicatorMax, BranchCombination Combination, RuleRow? Rule, string? Note, string Label,
        decimal Points, string? Text, TextSource? TextSource);
}
