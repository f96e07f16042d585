using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// Builds the edition of a year whose results are loaded without a point table: cells and points from the header and the 配点 row, points
/// taken as published (docs/domain.md, Tables). Rules:
/// 1. Maxima of groups, goals, grants and the total are those of the 配点 row. A goal with one group gives it its own maximum; what the
///    row does not say of goals, grants and the total follows from the frame of 令和6年度 and later.
/// 2. Goal Ⅳ of 支援 is a copy of that of 推進.
/// 3. Maxima of indicators are not printed; see <see cref="IndicatorMaxima"/>.
/// </summary>
public sealed class PointTableFromResults
{
    private readonly ResultsFile file;
    private readonly FiscalYear year;
    private readonly ImportMessages messages = new();
    private readonly Dictionary<LevelKey, ResultsColumn> columns;
    private readonly List<LevelKey> goals;

    private PointTableFromResults(ResultsFile file, FiscalYear year)
    {
        (this.file, this.year) = (file, year);
        columns = file.Columns.Where(c => c.Kind == FigureKind.Points).ToDictionary(c => c.Key);
        goals =
        [
            .. columns.Keys.Where(k => k is { Grant: not null, Goal: not null }).Select(k => LevelKey.Of(k.Grant!.Value, k.Goal!.Value))
                .Distinct().OrderBy(k => k.Grant).ThenBy(k => k.Goal),
        ];
    }

    /// <summary>Builds the table, or says why the file does not hold enough for one.</summary>
    /// <param name="file">The results.</param>
    /// <param name="year">評価年度 that they are loaded for.</param>
    public static ImportReading<PointTable> Build(ResultsFile file, FiscalYear year) => new PointTableFromResults(file, year).Build();

    private ImportReading<PointTable> Build()
    {
        var table = new PointTable
        {
            FiscalYear = year,
            Audience = file.Audience,
            Origin = PointTableOrigin.ResultsFile,
            Title = $"{year.Japanese} 公表結果による配点表（{file.Audience.Name()}）",
            MaxPoints = MaxOf(LevelKey.Total, SchemeFrame.Of(year)?.Total),
            PromotionMaxPoints = MaxOf(LevelKey.Of(Grant.Promotion), SchemeFrame.Of(year)?.Grant),
            EffortSupportMaxPoints = MaxOf(LevelKey.Of(Grant.EffortSupport), SchemeFrame.Of(year)?.Grant),
            Goals = [.. goals.Select(BuildGoal)],
        };
        if (messages.HasErrors) return messages.With<PointTable>(null);
        foreach (var fault in PointTableCheck.Of(table))
        {
            var severity = fault.IsBlocking ? ImportSeverity.Error : ImportSeverity.Warning;
            messages.Add(new ImportMessage(severity, file.Place(file.PointsRow, columns.GetValueOrDefault(fault.Key)), $"「{fault.Key}」{fault.Text}"));
        }
        return messages.With(table);
    }

    private Goal BuildGoal(LevelKey key)
    {
        var max = MaxOf(key, SchemeFrame.Of(year)?.Goal);
        var isCopy = key is { Grant: Grant.EffortSupport, Goal: SchemeText.OutcomeGoal } && goals.Contains(key.In(Grant.Promotion));
        return new Goal
        {
            Grant = key.Grant!.Value, Number = key.Goal!.Value, Title = "", MaxPoints = max, IsCopy = isCopy,
            Groups = isCopy ? [] : [.. GroupsOf(key, max)],
        };
    }

    private IEnumerable<IndicatorGroup> GroupsOf(LevelKey goal, decimal goalMax)
    {
        var groups = columns.Keys.Where(k => k.Group is not null && goal.Contains(k))
            .Select(k => LevelKey.Of(k.Grant!.Value, k.Goal!.Value, k.Group!.Value))
            .Distinct().OrderBy(k => k.Group).ToList();
        foreach (var key in groups)
        {
            var isOnly = groups.Count == 1; // its subtotal is then that of the goal
            var max = MaxOf(key, isOnly ? goalMax : null);
            var subtotal = isOnly && !columns.ContainsKey(key) ? goal : key;
            yield return new IndicatorGroup { Kind = key.Group!.Value, MaxPoints = max, Indicators = [.. IndicatorsOf(key, subtotal, max)] };
        }
    }

    private IEnumerable<Indicator> IndicatorsOf(LevelKey group, LevelKey subtotal, decimal groupMax)
    {
        var indicators = file.Columns.Select((column, index) => (Column: column, Index: index))
            .Where(c => c.Column.Kind == FigureKind.Points && c.Column.Key.Indicator is not null && group.Contains(c.Column.Key))
            .GroupBy(c => c.Column.Key.Indicator!.Value).OrderBy(g => g.Key)
            .Select(g => (Number: g.Key, All: g.ToList(), Cells: g.Where(c => c.Column.Key.IsCell).ToList())).ToList();
        var cells = indicators.Select(i => i.Cells.Select(c => c.Index).ToList()).ToList();
        var maxima = IndicatorMaxima.Of(file, cells, IndexOf(subtotal), groupMax);
        for (var i = 0; i < indicators.Count; i++)
        {
            yield return new Indicator
            {
                Number = indicators[i].Number,
                Name = indicators[i].All[0].Column.Heading,
                MaxPoints = indicators[i].All.Find(c => !c.Column.Key.IsCell).Column?.MaxPoints ?? maxima[i],
                Rule = ScoringRule.AsPublished,
                SubItems = [.. indicators[i].Cells.Select((c, position) => BuildItem(c.Column, position))],
            };
        }
    }

    private SubItem BuildItem(ResultsColumn column, int position) =>
        new() { Position = position, Label = column.Key.Cell!, Points = CellPoints(column), Text = null, TextSource = null };

    private decimal CellPoints(ResultsColumn column)
    {
        if (column.MaxPoints is { } points) return points;
        messages.Error(file.Place(null, column), "配点がありません。配点の行に数字がある集計表を読み込むか、先に配点表を登録してください。");
        return 0;
    }

    private decimal MaxOf(LevelKey key, decimal? otherwise)
    {
        if (columns.TryGetValue(key, out var column) && column.MaxPoints is { } declared) return declared;
        if (otherwise is not null) return otherwise.Value;
        messages.Error(file.Place(null, column), $"「{key}」の配点がわかりません。配点の行がある集計表を読み込むか、先に配点表を登録してください。");
        return 0;
    }

    private int? IndexOf(LevelKey key)
    {
        for (var i = 0; i < file.Columns.Count; i++)
            if (file.Columns[i].Kind == FigureKind.Points && file.Columns[i].Key == key)
                return i;
        return null;
    }
}
