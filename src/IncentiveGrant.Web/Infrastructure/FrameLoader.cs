using IncentiveGrant.Data;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Gathers what the frame shows, once for each page. The error page keeps what was gathered before the fault; else it says no more than that
/// this is a demonstration, because it must stand while the database does not.
/// </summary>
public sealed class FrameLoader(RequestDelegate next, IOptions<DemoOptions> demo)
{
    /// <summary>Runs before the page.</summary>
    public async Task InvokeAsync(HttpContext context, ScoreBoards boards, CurrentAccount account, PortalDb db)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            var isError = context.Request.Path.StartsWithSegments("/error");
            if (!isError && account.IsSignedIn) context.Features.Set(await LoadAsync(context, boards, account, db));
            else if (context.Features.Get<PortalFrame>() is null) context.Features.Set(new PortalFrame { IsDemo = demo.Value.Enabled });
        }
        await next(context);
    }

    private async Task<PortalFrame> LoadAsync(HttpContext context, ScoreBoards boards, CurrentAccount account, PortalDb db)
    {
        var versions = await boards.VersionsAsync(context.RequestAborted);
        var years = versions.Where(v => v.Kind == ScoreKind.Final).Select(v => v.FiscalYear).Distinct().ToList();
        var shown = YearOf(context, years);
        return new PortalFrame
        {
            IsDemo = demo.Value.Enabled,
            Years = [.. years.Select(year => new FrameYear(year, year >= FiscalYear.FirstOfCurrentFrame ? ScoreKind.Final.Name() : "旧制度・得点率のみ"))],
            User = new FrameUser(
                account.DisplayName, account.Office,
                await ScopeAsync(account, db, context.RequestAborted))
            { Links = [new NavigationItem("アカウント", "/account")] },
            Navigation = Navigation.For(shown, account.Role, isOlder: years.Count > 0 && shown != years[0]),
            DataUpdatedAt = versions.Count == 0 ? null : versions.Max(v => v.ChangedAt),
        };
    }

    /// <summary>The year of the page, so that the menu stays in it; else the newest.</summary>
    private static FiscalYear? YearOf(HttpContext context, List<FiscalYear> years)
    {
        var isKnown = FiscalYear.TryParse(
            context.Request.RouteValues[PageAddress.YearKey]?.ToString() ?? context.Request.Query[PageAddress.YearKey], out var year) && years.Contains(year);
        return isKnown ? year : years.Count > 0 ? years[0] : null;
    }

    private static async Task<string> ScopeAsync(CurrentAccount account, PortalDb db, CancellationToken cancel)
    {
        if (account.HomeMunicipality is { } home) return $"担当：{home.Name}";
        var ids = account.Scope.JurisdictionIds;
        if (ids.Count == 0) return account.Role.Name();
        var first = await db.Jurisdictions.Where(j => ids.Contains(j.Id)).OrderBy(j => j.Id).Select(j => j.Name).FirstOrDefaultAsync(cancel);
        return ids.Count == 1 ? $"担当：{first}" : $"担当：{first} ほか{ids.Count - 1}団体";
    }
}
