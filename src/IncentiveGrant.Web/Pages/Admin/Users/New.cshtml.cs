using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IncentiveGrant.Web.Pages.Admin.Users;

public sealed class NewModel(PortalDb db, AccountDirectory directory, CurrentAccount account) : AccountFormModel(db)
{
    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public Task OnPostPrefectureAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        switch (await directory.CreateAsync(Input.UserName ?? "", Input.Details, null, account.Actor, cancel))
        {
            case AccountOutcome.Saved saved:
                (Notice, OneTimePassword) = ("利用者を登録しました。", saved.OneTimePassword);
                return RedirectToPage("/Admin/Users/Edit", new { saved.Account.Id });
            case AccountOutcome.Refused refused:
                ModelState.AddFaults(refused.Faults);
                return await ShowAsync(cancel);
            default:
                return NotFound();
        }
    }
}
