using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.Users;

public sealed class EditModel(PortalDb db, AccountDirectory directory, CurrentAccount account, TimeProvider clock) : AccountFormModel(db)
{
    [FromRoute] public int Id { get; init; }

    /// <summary>The user as saved.</summary>
    public Data.Accounts.Account Subject { get; private set; } = null!;

    /// <summary>Somebody else has changed the user while this form was open.</summary>
    public bool IsConflict { get; private set; }

    public bool IsOwn => Id == account.Id;

    /// <summary>Until when wrong passwords keep the user out; null when they do not.</summary>
    public DateTimeOffset? LockedUntil => Subject.LockoutEnd > clock.GetUtcNow() ? Subject.LockoutEnd : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowSavedAsync(cancel);

    /// <summary>The form as the user is saved.</summary>
    private async Task<IActionResult> ShowSavedAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new Form
        {
            DisplayName = Subject.DisplayName,
            Office = Subject.Office,
            Role = Subject.Role,
            Scope = [.. Subject.Scopes.Select(s => s.JurisdictionId)],
            Prefecture = Subject.Scopes.FirstOrDefault(s => s.Jurisdiction is not Prefecture)?.Jurisdiction!.PrefectureNumber,
            Stamp = Subject.ConcurrencyStamp,
        };
        return await ShowAsync(cancel);
    }

    public Task<IActionResult> OnPostPrefectureAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    /// <summary>The form as it was typed.</summary>
    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await ShowAgainAsync(cancel);
        switch (await directory.ChangeAsync(Id, Input.Details, Input.Stamp, account.Actor, cancel))
        {
            case AccountOutcome.Conflict conflict:
                // The form now stands on what it shows as saved: saving it again is a choice made knowingly.
                IsConflict = true;
                ModelState.Remove("Input.Stamp");
                Input.Stamp = conflict.Current.ConcurrencyStamp;
                return await ShowAgainAsync(cancel);
            case AccountOutcome.Refused refused:
                ModelState.AddFaults(refused.Faults);
                return await ShowAgainAsync(cancel);
            case var outcome:
                return await AnswerAsync(outcome, "保存しました。", cancel);
        }
    }

    public async Task<IActionResult> OnPostResetPasswordAsync(CancellationToken cancel) =>
        await AnswerAsync(await directory.ResetPasswordAsync(Id, account.Actor, cancel), "一時的なパスワードを発行しました。", cancel);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        await AnswerAsync(await directory.SetClosedAsync(Id, isClosed: true, account.Actor, cancel), "利用を停止しました。", cancel);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        await AnswerAsync(await directory.SetClosedAsync(Id, isClosed: false, account.Actor, cancel), "利用を再開しました。", cancel);

    private async Task<IActionResult> AnswerAsync(AccountOutcome outcome, string notice, CancellationToken cancel)
    {
        if (outcome is AccountOutcome.Refused refused)
        {
            ModelState.AddFaults(refused.Faults);
            return await ShowSavedAsync(cancel);
        }
        if (outcome is not AccountOutcome.Saved saved) return NotFound();
        (Notice, OneTimePassword) = (notice, saved.OneTimePassword);
        return RedirectToPage("/Admin/Users/Edit", new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await Db.Users.AsNoTracking().Include(a => a.Scopes).ThenInclude(s => s.Jurisdiction)
            .SingleOrDefaultAsync(a => a.Id == Id, cancel);
        if (found is not null) Subject = found;
        return found is not null;
    }
}
