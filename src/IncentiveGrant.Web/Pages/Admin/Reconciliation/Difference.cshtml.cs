using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Analysis;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.Reconciliation;

/// <summary>One difference: both values, a likely cause, and what an administrator says of it.</summary>
public sealed class DifferenceModel(PortalDb db, ReconciledFigures figures, AcknowledgementStore store, CurrentAccount account) : PageModel
{
    [FromRoute] public int Year { get; init; }
    [FromRoute] public string Subject { get; init; } = "";

    [BindProperty] public Form Input { get; set; } = new();

    [TempData] public string? Notice { get; set; }

    public ReconciledFigure Figure { get; private set; } = null!;

    /// <summary>What is said of it, as saved; null for nothing.</summary>
    public DifferenceAcknowledgement? Saved { get; private set; }

    /// <summary>Somebody else has said something else while this form was open.</summary>
    public bool IsConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new Form { Note = Saved?.Note, Stamp = Saved?.Stamp };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var note = NormalizedLines(Input.Note);
        if (note.Length == 0 && ModelState.IsValid) ModelState.AddModelError("Input.Note", "メモを入力してください。");
        if (note.Length > DifferenceAcknowledgement.NoteMaxLength && ModelState.IsValid)
            ModelState.AddModelError("Input.Note", $"メモは{DifferenceAcknowledgement.NoteMaxLength}文字以内で入力してください（「…」や「㈱」は、開いて数えます）。");
        if (!ModelState.IsValid) return Page();
        return await store.SaveAsync(Figure, note, Input.Stamp, account.UserName, cancel)
            ? Answer($"「{Figure.Description}」の差異を確認済みにしました。") : await ConflictAsync(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        return await store.WithdrawAsync(Figure, Input.Stamp, account.UserName, cancel)
            ? Answer($"「{Figure.Description}」の確認を取り消しました。") : await ConflictAsync(cancel);
    }

    private RedirectToPageResult Answer(string notice)
    {
        Notice = notice;
        return RedirectToPage("/Admin/Reconciliation/Index", new { Year });
    }

    /// <summary>The form as it was typed, over what is saved now: saving it again is a choice made knowingly.</summary>
    private async Task<PageResult> ConflictAsync(CancellationToken cancel)
    {
        Saved = await SavedAsync(cancel);
        IsConflict = true;
        ModelState.Remove("Input.Stamp");
        Input.Stamp = Saved?.Stamp;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Year is < FiscalYear.Earliest or > FiscalYear.Latest) return false;
        var found = (await figures.OfAsync(new FiscalYear(Year), cancel)).FirstOrDefault(f => !f.Agrees && f.Subject == Subject);
        if (found is null) return false;
        (Figure, Saved) = (found, await SavedAsync(cancel));
        return true;
    }

    private Task<DifferenceAcknowledgement?> SavedAsync(CancellationToken cancel) =>
        db.DifferenceAcknowledgements.AsNoTracking().SingleOrDefaultAsync(a => a.Subject == Subject, cancel);

    /// <summary>The note with its lines, without what is not seen.</summary>
    private static string NormalizedLines(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(NormalizedText.Of)).Trim();

    public sealed class Form
    {
        [StringLength(DifferenceAcknowledgement.NoteMaxLength), Display(Name = "メモ")]
        public string? Note { get; set; }

        /// <summary>What the administrator has seen saved.</summary>
        public string? Stamp { get; set; }
    }
}
