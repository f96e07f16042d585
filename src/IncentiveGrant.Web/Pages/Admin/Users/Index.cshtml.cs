using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.Users;

public sealed class IndexModel(PortalDb db) : PageModel
{
    [FromQuery(Name = "q")] public string? Search { get; init; }

    [FromQuery(Name = "role")] public PortalRole? Role { get; init; }

    [FromQuery(Name = "closed")] public bool ShowsClosed { get; init; }

    [FromQuery(Name = PageAddress.PagerKey)] public int PageNumber { get; init; } = 1;

    [TempData] public string? Notice { get; set; }

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var accounts = Filtered();
        Paging = new Paging(PageNumber, await accounts.CountAsync(cancel));
        var shown = await accounts.OrderBy(a => a.NormalizedUserName).Skip(Paging.Skip).Take(Paging.Size)
            .Select(a => new { a.Id, a.UserName, a.DisplayName, a.Office, a.Role, Jurisdictions = a.Scopes.Select(s => s.Jurisdiction!).ToList() })
            .AsNoTracking().AsSplitQuery().ToListAsync(cancel);
        Rows = [.. shown.Select(a => new Row(a.Id, a.UserName!, a.DisplayName, a.Office, a.Role.Name(), ScopeNames.Of(a.Jurisdictions)))];
    }

    private IQueryable<Data.Accounts.Account> Filtered()
    {
        var accounts = db.Users.Where(a => a.IsClosed == ShowsClosed);
        if (Role is { } role) accounts = accounts.Where(a => a.Role == role);
        if (NormalizedText.Of(Search) is not { Length: > 0 } text) return accounts;
        var userName = text.ToUpperInvariant();
        return accounts.Where(a => a.NormalizedUserName!.Contains(userName) || a.DisplayName.Contains(text) || a.Office.Contains(text)
            || a.Scopes.Any(s => s.Jurisdiction!.Name.Contains(text)));
    }

    public sealed record Row(int Id, string UserName, string DisplayName, string Office, string Role, string Scope);
}
