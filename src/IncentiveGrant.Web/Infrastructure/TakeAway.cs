using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>A sheet to take away, as xlsx or CSV, with what it needs to be understood without the portal: source, edition, date.</summary>
public sealed class TakeAway(TimeProvider clock, ScoreSource source, IOptions<DemoOptions> demo)
{
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
        return new FileStreamResult(
            stream, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        { FileDownloadName = NameOf(fileName) + ".xlsx" };
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
