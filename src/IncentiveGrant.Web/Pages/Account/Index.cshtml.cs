using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Account;

public sealed class IndexModel(PortalDb db, CurrentAccount account) : PageModel
{
    [TempData] public string? Notice { get; set; }

    public CurrentAccount Account => account;

    /// <summary>The names of the scope.</summary>
    public string ScopeText { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        int[] ids = [.. account.Scope.JurisdictionIds];
        ScopeText = ScopeNames.Of(await db.Jurisdictions.AsNoTracking().Where(j => ids.Contains(j.Id)).ToListAsync(cancel));
    }
}
