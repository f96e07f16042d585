using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>A page that shows an edition, and changes it while it is a draft.</summary>
public abstract class DraftPageModel(PortalDb db, PointTableDrafts drafts, CurrentAccount account) : PageModel
{
    private const string ConflictText =
        "画面を開いている間に、ほかの人が下書きを変更しました。入力はまだ保存していません。このまま保存すると、下の入力で上書きします。";

    [FromRoute] public int Id { get; init; }

    /// <summary>The revision of the draft that the form was filled in on.</summary>
    [BindProperty] public int Revision { get; set; }

    [TempData] public string? Notice { get; set; }

    /// <summary>The edition as it is saved.</summary>
    public PointTable Table { get; private set; } = null!;

    /// <summary>Whether it can be changed.</summary>
    public bool IsDraft => Table.State == PointTableState.Draft;

    /// <summary>Its name: 令和8年度 市町村分 第1版.</summary>
    public string Name => EditionModel.NameOf(Table);

    /// <summary>Reads the edition; false when there is none.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { } table) return false;
        Table = table;
        if (HttpContext.Request.Method == HttpMethods.Get) Revision = table.Revision;
        return true;
    }

    /// <summary>Saves what was made of <see cref="Table"/> and goes back to the edition, or shows the form again.</summary>
    /// <param name="edited">The draft as it shall be.</param>
    /// <param name="change">What was changed, for the audit.</param>
    /// <param name="notice">What is said afterwards.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    protected async Task<IActionResult> SaveAsync(PointTable edited, string change, string notice, CancellationToken cancel)
    {
        var outcome = Revision == Table.Revision ? await drafts.SaveAsync(edited, change, account.UserName, cancel) : new DraftOutcome.Conflict();
        switch (outcome)
        {
            case DraftOutcome.Saved:
                Notice = notice;
                return RedirectToPage("/Admin/PointTables/Edition", new { Id });
            case DraftOutcome.Conflict when await LoadAsync(cancel):
                // The form now stands on the draft as it is: saving it again is a choice made knowingly.
                ModelState.AddModelError("", ConflictText);
                ModelState.Remove(nameof(Revision));
                Revision = Table.Revision;
                return Page();
            default:
                return NotFound();
        }
    }
}
