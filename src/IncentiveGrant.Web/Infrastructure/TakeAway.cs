using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>A sheet to take away, as xlsx or CSV, with what it needs to be understood without the portal: source, edition, date.</summary>
public sealed class TakeAway(TimeProvider clock, ScoreSource source, IOptions<DemoOptions> demo)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private bool IsDemo => demo.Value.Enabled;

    /// <summary>What every file says of its origin.</summary>
    public IReadOnlyList<string> SourceNotes(ScoreBoard board) =>
    [
        $"出典：{source.Of(board)}（{board.Kind.Name()}）を{PortalFrame.ServiceName}が集計。{Figures.Survey(board.FiscalYear)}。"
        + $"配点表：{board.Table.Title} 第{board.Table.Edition}版。",
        MadeNote,
    ];

    /// <summary>When a file was made.</summary>
    public string MadeNote => $"作成：{Figures.Moment(clock.GetUtcNow())}";

    /// <summary>An xlsx of one sheet.</summary>
    public IActionResult Xlsx(SheetLayout layout, IEnumerable<IReadOnlyList<SheetValue>> rows, string fileName) =>
        Xlsx([new FilledSheet(layout, rows)], fileName);

    /// <summary>An xlsx of several sheets.</summary>
    public IActionResult Xlsx(IReadOnlyList<FilledSheet> sheets, string fileName)
    {
        var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream, fileName.Replace('_', ' '), clock.GetUtcNow()))
            foreach (var sheet in sheets) workbook.AddSheet(Marked(sheet.Layout), sheet.Rows);
        stream.Position = 0;
        return new FileStreamResult(stream, WorkbookType) { FileDownloadName = NameOf(fileName) + ".xlsx" };
    }

    /// <summary>A point table as the workbook that is read back. It holds no scores, so that no demonstration needs to be told of.</summary>
    public IActionResult PointTable(PointTable table)
    {
        var stream = new MemoryStream();
        PointTableWorkbook.Write(table, stream, clock.GetUtcNow());
        stream.Position = 0;
        var name = table.State == PointTableState.Draft ? "下書き" : $"第{table.Edition}版";
        return new FileStreamResult(stream, WorkbookType) { FileDownloadName = $"{table.FiscalYear.Japanese}_配点表_{table.Audience.Name()}_{name}.xlsx" };
    }

    /// <summary>A CSV.</summary>
    public IActionResult Csv(SheetLayout layout, IEnumerable<IReadOnlyList<SheetValue>> rows, string fileName)
    {
        var stream = new MemoryStream();
        CsvWriter.Write(stream, Marked(layout), rows);
        stream.Position = 0;
        return new FileStreamResult(stream, "text/csv; charset=utf-8") { FileDownloadName = NameOf(fileName) + ".csv" };
    }

    private SheetLayout Marked(SheetLayout layout) => IsDemo ? layout with { Notice = PortalFrame.DemoNotice } : layout;

    /// <summary>A CSV is a plain table and has no row for a warning: its name carries it.</summary>
    private string NameOf(string fileName) => IsDemo ? fileName + "_デモデータ" : fileName;
}
