using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>Reads a point-table workbook: every row first, then the table that they make, then whether it agrees with its allotment.</summary>
/// <param name="file">The opened file.</param>
internal sealed class PointTableReader(Spreadsheet file)
{
    private readonly ImportMessages messages = new();
    private FiscalYear? year;
    private Audience? audience;
    private string title = "";

    public ImportReading<PointTable> Read()
    {
        if (Table(Columns.OverviewSheet, [Columns.Label, Columns.Value]) is { } overview) ReadOverview(overview);
        var allotment = Table(Columns.AllotmentSheet, Columns.Allotment) is { } declared ? new AllotmentRows(declared, messages) : null;
        allotment?.Read();
        var cells = Table(Columns.CellSheet, Columns.Cells) is { } rows ? new CellRows(rows, messages) : null;
        cells?.Read();
        if (messages.HasErrors) return messages.With<PointTable>(null);
        cells!.CheckRows();
        cells.CheckAgainst(allotment!);
        if (messages.HasErrors) return messages.With<PointTable>(null);
        var table = Build(allotment!, cells);
        foreach (var fault in PointTableCheck.Of(table))
        {
            var place = fault.Key.Indicator is null ? allotment!.PlaceOf(fault.Key) : cells.PlaceOf(fault.Key);
            messages.Add(new ImportMessage(fault.IsBlocking ? ImportSeverity.Error : ImportSeverity.Warning, place, fault.Text));
        }
        return messages.With(table);
    }

    private TableReader? Table(string name, IReadOnlyList<TableColumn> columns)
    {
        if (file.OpenSheet(name) is { } sheet)
        {
            var table = new TableReader(sheet, messages);
            return table.FindHeadings(columns) ? table : null;
        }
        var found = file.IsCsv ? "CSV ファイルです" : $"あるシートは「{string.Join("」「", file.SheetNames)}」です";
        messages.Error(null, $"シート「{name}」がありません（{found}）。配点表のひな形（Excel ブック）に書いてください。");
        return null;
    }

    private void ReadOverview(TableReader table)
    {
        while (table.ReadRow())
        {
            switch (NormalizedText.Name(table.Raw(Columns.Label)))
            {
                case Columns.YearLabel when FiscalYear.TryParse(table.Text(Columns.Value), out var parsed):
                    year = parsed;
                    break;
                case Columns.YearLabel:
                    table.Error(Columns.Value, $"「{table.Text(Columns.Value)}」は年度として読めません。「令和8年度」のように書いてください。");
                    break;
                case Columns.AudienceLabel:
                    audience = table.Word(Columns.Value, Columns.Audiences);
                    break;
                case Columns.TitleLabel:
                    title = table.Raw(Columns.Value, PointTable.TitleMaxLength);
                    break;
            }
        }
        if (messages.HasErrors) return; // what could not be read is not missing
        if (year is null) Missing(Columns.YearLabel);
        if (audience is null) Missing(Columns.AudienceLabel);
        if (title.Length == 0) Missing(Columns.TitleLabel);

        void Missing(string label) =>
            messages.Error(table.Place(table.RowNumber, null), $"「{label}」がありません。項目の列に「{label}」、値の列にその内容を書いてください。");
    }

    private PointTable Build(AllotmentRows allotment, CellRows cells) => new()
    {
        FiscalYear = year!.Value,
        Audience = audience!.Value,
        Origin = PointTableOrigin.Written,
        Title = title,
        MaxPoints = allotment.Total,
        PromotionMaxPoints = allotment.OfGrant(Grant.Promotion),
        EffortSupportMaxPoints = allotment.OfGrant(Grant.EffortSupport),
        ExtraFrameMaxPoints = allotment.ExtraFrame,
        Goals = [.. allotment.Goals.OrderBy(g => g.Key.Grant).ThenBy(g => g.Key.Goal).Select(goal => new Goal
        {
            Grant = goal.Key.Grant!.Value, Number = goal.Key.Goal!.Value, Title = goal.Title, MaxPoints = goal.MaxPoints, IsCopy = goal.IsCopy,
            Groups = [.. GroupsOf(goal, cells)],
        })],
    };

    private static IEnumerable<IndicatorGroup> GroupsOf(AllotmentRows.GoalRow goal, CellRows cells)
    {
        foreach (var kind in Enum.GetValues<IndicatorGroupKind>())
        {
            var indicators = cells.IndicatorsOf(LevelKey.Of(goal.Key.Grant!.Value, goal.Key.Goal!.Value, kind));
            if (goal.MaxOf(kind) is not null || indicators.Count > 0)
                yield return new IndicatorGroup { Kind = kind, MaxPoints = goal.MaxOf(kind) ?? 0, Indicators = indicators };
        }
    }
}
