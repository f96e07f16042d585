using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Pages.Municipalities;

/// <summary>評価結果の報告書: the profile on sheets of A4, on screen, on paper, and as a PDF of the same view.</summary>
public sealed class ReportModel(ScoreBoards boards, ReportRenderer renderer, PdfPrinter printer, IOptions<DemoOptions> demo, TimeProvider clock) : PageModel
{
    private const string ViewPath = "/Pages/Municipalities/_ReportDocument.cshtml";

    [FromRoute] public string Code { get; init; } = "";
    [FromRoute] public int Year { get; init; }

    /// <summary>Why there is no PDF, after one was asked for.</summary>
    [TempData] public string? PdfFault { get; set; }

    public FiscalYear FiscalYear => new(Year);
    public ReportView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        switch (await printer.PrintAsync(await renderer.RenderAsync(ViewPath, View, User), cancel))
        {
            case PdfResult.Printed printed:
                return File(printed.Bytes, "application/pdf", $"{FiscalYear.Japanese}_{View.Result.Unit.Name}_評価結果.pdf");
            case PdfResult.Unavailable unavailable:
                PdfFault = unavailable.Reason;
                return RedirectToPage(new { Code, Year, handler = "" });
            default:
                throw new InvalidOperationException("A print has no third outcome.");
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await boards.FindResultAsync(FiscalYear, Audience.Municipality, Code, cancel) is not { } result) return false;
        View = new ReportView(result, RoomToGrow.Of(result.Board, result.Row), clock.GetUtcNow(), demo.Value.Enabled);
        return true;
    }
}

/// <summary>What the sheets are written from.</summary>
/// <param name="Result">The municipality's result.</param>
/// <param name="Room">Its room to grow.</param>
/// <param name="MadeAt">When the report is made.</param>
/// <param name="IsDemo">Whether the scores are made up: every sheet says so.</param>
public sealed record ReportView(UnitResult Result, IReadOnlyList<RoomToGrow> Room, DateTimeOffset MadeAt, bool IsDemo);
