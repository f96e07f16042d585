using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>One edition: its tree, what does not agree in it, and what can be done with it.</summary>
public sealed class EditionModel(PortalDb db, PointTableDrafts drafts, CurrentAccount account, TakeAway takeAway) : PageModel
{
    [FromRoute] public int Id { get; init; }

    /// <summary>The revision of the draft that the reader saw.</summary>
    [BindProperty] public int Revision { get; set; }

    /// <summary>評価年度 of the draft that is begun from this edition.</summary>
    [BindProperty, Display(Name = "評価年度")] public int? DraftYear { get; set; }

    [TempData] public string? Notice { get; set; }

    /// <summary>The edition.</summary>
    public PointTable Table { get; private set; } = null!;

    /// <summary>What does not agree in it.</summary>
    public IReadOnlyList<PointTableFault> Faults { get; private set; } = [];

    /// <summary>Whether it can be changed.</summary>
    public bool IsDraft => Table.State == PointTableState.Draft;

    /// <summary>Its name: 令和8年度 市町村分 第1版.</summary>
    public string Name => NameOf(Table);

    /// <summary>The name of an edition.</summary>
    public static string NameOf(PointTable table) =>
        $"{table.FiscalYear.Japanese} {table.Audience.Name()} {EditionRow.NameOf(table.State, table.Edition)}";

    /// <summary>The years for which a draft can be begun from this edition.</summary>
    public IReadOnlyList<FiscalYear> DraftYears => [new(Table.FiscalYear.Value + 1), Table.FiscalYear];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        await PointTableStore.FindAsync(db, Id, cancel) is { } table ? takeAway.PointTable(table) : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { State: PointTableState.Published } table) return NotFound();
        if (DraftYear is not { } value || (value != table.FiscalYear.Value && value != table.FiscalYear.Value + 1))
        {
            ModelState.AddModelError(nameof(DraftYear), "評価年度を選んでください。");
            return await ShowAsync(cancel);
        }
        var year = new FiscalYear(value);
        var title = year == table.FiscalYear ? table.Title : $"{year.Japanese} 配点表（{table.Audience.Name()}）";
        return await AnswerAsync(
            await drafts.BeginAsync(table.NewDraft(year, title), NameOf(table), account.UserName, cancel), "下書きを作りました。", cancel);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { } table) return NotFound();
        if (table.Revision != Revision) return await AnswerAsync(new DraftOutcome.Conflict(), "", cancel);
        var outcome = await drafts.DiscardAsync(table, account.UserName, cancel);
        if (outcome is not DraftOutcome.Saved) return await AnswerAsync(outcome, "", cancel);
        Notice = $"{NameOf(table)}を破棄しました。";
        return RedirectToPage("/Admin/PointTables/Index");
    }

    private async Task<IActionResult> AnswerAsync(DraftOutcome outcome, string notice, CancellationToken cancel)
    {
        switch (outcome)
        {
            case DraftOutcome.Saved saved:
                Notice = notice;
                return RedirectToPage("/Admin/PointTables/Edition", new { id = saved.TableId });
            case DraftOutcome.Refused refused:
                ModelState.AddModelError("", refused.Text);
                return await ShowAsync(cancel);
            case DraftOutcome.Conflict:
                ModelState.AddModelError("", "画面を開いている間に、下書きが変更されました。内容を確かめて、もう一度お試しください。");
                return await ShowAsync(cancel);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await PointTableStore.FindAsync(db, Id, cancel) is not { } table) return NotFound();
        (Table, Faults) = (table, PointTableCheck.Of(table));
        return Page();
    }
}
