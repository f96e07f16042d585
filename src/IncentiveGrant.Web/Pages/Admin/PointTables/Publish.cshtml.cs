using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>What publishing a draft would do, and the button that does it.</summary>
public sealed class PublishModel(PortalDb db, PointTableDrafts drafts, CurrentAccount account, ScoreBoards boards) : PageModel
{
    /// <summary>How many of the units that move most are shown.</summary>
    public const int MoverCount = 10;

    [FromRoute] public int Id { get; init; }

    /// <summary>The revision of the draft whose effect the reader has seen.</summary>
    [BindProperty] public int Revision { get; set; }

    [BindProperty, StringLength(PointTable.ReasonMaxLength), Display(Name = "訂正の理由")] public string? Reason { get; set; }

    [TempData] public string? Notice { get; set; }

    /// <summary>The draft.</summary>
    public PointTable Table { get; private set; } = null!;

    /// <summary>What keeps it from being published.</summary>
    public IReadOnlyList<PointTableFault> Blocking { get; private set; } = [];

    /// <summary>The published edition that it corrects; null for the first of its year.</summary>
    public EditionRow? Corrects { get; private set; }

    /// <summary>What differs from that edition, or from the year before; null for the very first table.</summary>
    public TableComparison? Comparison { get; private set; }

    /// <summary>What it would do to the newest results that there are; null where there are none with cells.</summary>
    public EditionEffect? Effect { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Revision = Table.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = Table.Revision == Revision
            ? await drafts.PublishAsync(Table, Reason, account.UserName, cancel)
            : new DraftOutcome.Conflict();
        switch (outcome)
        {
            case DraftOutcome.Saved:
                Notice = "公開しました。";
                return RedirectToPage("/Admin/PointTables/Edition", new { Id });
            case DraftOutcome.Refused refused:
                ModelState.AddModelError(Corrects is null ? "" : nameof(Reason), refused.Text);
                break;
            case DraftOutcome.Conflict:
                ModelState.AddModelError("", "画面を開いている間に、下書きが変更されました。公開していません。下の内容をもう一度確かめてください。");
                ModelState.Remove(nameof(Revision));
                Revision = Table.Revision;
                break;
            default:
                return NotFound();
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { State: PointTableState.Draft } table) return false;
        Table = table;
        Blocking = [.. PointTableCheck.Of(table).Where(f => f.IsBlocking)];
        var usual = EditionList.UsualComparison(await EditionList.LoadAsync(db, cancel), table);
        Corrects = usual?.FiscalYear == table.FiscalYear ? usual : null;
        if (usual is not null) Comparison = TableComparison.Of(await PointTableStore.LoadAsync(db, usual.Id, cancel), table);
        if (Blocking.Count == 0) Effect = await EffectAsync(table, cancel);
        return true;
    }

    /// <summary>On the results of the same year, or of the latest year before.</summary>
    private async Task<EditionEffect?> EffectAsync(PointTable table, CancellationToken cancel)
    {
        var versions = await boards.VersionsAsync(cancel);
        var usable = versions.Where(v => v.Audience == table.Audience && v.Kind == ScoreKind.Final && v.FiscalYear <= table.FiscalYear)
            .Where(v => table.FiscalYear.IsComparableWith(v.FiscalYear));
        foreach (var version in usable.OrderByDescending(v => v.FiscalYear))
            if (await boards.FindAsync(version.FiscalYear, table.Audience, cancel) is { Table.Cells.Count: > 0 } board)
                return EditionEffect.Of(board, await PointTableStore.LoadAsync(db, board.Table.TableId, cancel), table);
        return null;
    }
}
