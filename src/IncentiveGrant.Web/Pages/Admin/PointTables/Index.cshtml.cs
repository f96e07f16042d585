using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.PointTables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>The editions of point tables, and how a new one is begun.</summary>
public sealed class IndexModel(
    PortalDb db, PointTableDrafts drafts, CurrentAccount account, TakeAway takeAway, IHostEnvironment environment) : PageModel
{
    [BindProperty] public IFormFile? Upload { get; set; }

    [TempData] public string? Notice { get; set; }

    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];

    /// <summary>What the uploaded file was refused for.</summary>
    public IReadOnlyList<ImportMessage> Messages { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public IActionResult OnGetTemplate() => takeAway.PointTable(ShippedTable.Read(environment));

    /// <summary>A file becomes a draft: nothing is live before somebody has looked at it and published it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken cancel)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "配点表のファイル（xlsx）を選んでください。");
            return await ShowAsync(cancel);
        }
        await using var content = Upload.OpenReadStream();
        var source = await SourceFile.OfAsync(content, Upload.FileName, cancel);
        var reading = PointTableWorkbook.Read(content, Upload.FileName);
        if (reading.IsRefused)
        {
            Messages = reading.Messages;
            ModelState.AddModelError(nameof(Upload), $"「{Upload.FileName}」を読み込めませんでした。データは変わっていません。下の誤りを直して、もう一度選んでください。");
            return await ShowAsync(cancel);
        }
        switch (await drafts.BeginAsync(reading.Content!, source.ToString(), account.UserName, cancel))
        {
            case DraftOutcome.Saved saved:
                Notice = "ファイルを下書きとして読み込みました。まだ公開していません。前の版との違いを確かめてください。";
                return RedirectToPage("/Admin/PointTables/Compare", new { id = saved.TableId });
            case DraftOutcome.Refused refused:
                ModelState.AddModelError(nameof(Upload), refused.Text);
                return await ShowAsync(cancel);
            default:
                return NotFound();
        }
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancel)
    {
        Editions = await EditionList.LoadAsync(db, cancel);
        return Page();
    }
}
