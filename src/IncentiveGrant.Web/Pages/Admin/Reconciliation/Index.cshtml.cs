using IncentiveGrant.Data;
using IncentiveGrant.Documents.Analysis;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.Reconciliation;

/// <summary>公表値の突合: every published figure that is loaded beside the recomputed one, differences first.</summary>
public sealed class IndexModel(PortalDb db, ReconciledFigures figures, TakeAway takeAway) : PageModel
{
    /// <summary>The value of <see cref="Show"/> for the figures that agree.</summary>
    public const string Agreeing = "agreeing";

    [FromQuery] public int? Year { get; init; }
    [FromQuery] public string? Source { get; init; }
    [FromQuery] public string? Show { get; init; }
    [FromQuery(Name = PageAddress.PagerKey)] public int PageNumber { get; init; } = 1;

    [TempData] public string? Notice { get; set; }

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    /// <summary>The year that is shown; null for all.</summary>
    public FiscalYear? ShownYear => Years.Cast<FiscalYear?>().FirstOrDefault(y => y!.Value.Value == Year);

    /// <summary>The sources of the year.</summary>
    public IReadOnlyList<SourceState> Sources { get; private set; } = [];

    public bool IsFiltered => ShownYear is not null || ShownSource is not null;
    public string? ShownSource => Sources.FirstOrDefault(s => s.Source == Source)?.Source;
    public bool ShowsAgreeing => Show == Agreeing;

    /// <summary>Differences that nobody has acknowledged as they are now.</summary>
    public IReadOnlyList<Row> Open { get; private set; } = [];

    public IReadOnlyList<Row> Acknowledged { get; private set; } = [];

    public IReadOnlyList<Row> Agreed { get; private set; } = [];

    /// <summary>Where the list that is paged is.</summary>
    public Paging Paging => new(PageNumber, ShowsAgreeing ? Agreed.Count : Open.Count);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var sources = Sources.Where(s => ShownSource is null || s.Source == ShownSource).Select(s => s.Source);
        return takeAway.Xlsx(
            ReconciliationSheet.Layout(ShownYear, [$"出典：{string.Join("、", sources)}。", takeAway.MadeNote]),
            Open.Concat(Acknowledged).Concat(Agreed)
                .Select(r => ReconciliationSheet.RowOf(r.Figure, r.IsOpen, r.Acknowledgement, r.Acknowledgement is { } a ? Figures.Moment(a.At) : null)),
            $"{ShownYear?.Japanese ?? "全年度"}_公表値の突合");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Years = await figures.YearsAsync(cancel);
        var all = await figures.OfAsync(ShownYear, cancel);
        var acknowledged = await db.DifferenceAcknowledgements.AsNoTracking().ToDictionaryAsync(a => a.Subject, cancel);
        var rows = all.Select(f => new Row(f, f.Agrees ? null : acknowledged.GetValueOrDefault(f.Subject))).ToList();
        Sources =
        [
            .. rows.GroupBy(r => r.Figure.Source)
                .Select(s => new SourceState(s.Key, s.Count(), s.Count(r => r.IsOpen), s.Count(r => r is { Figure.Agrees: false, IsOpen: false }))),
        ];
        var shown = rows.Where(r => ShownSource is null || r.Figure.Source == ShownSource).ToLookup(r => (r.Figure.Agrees, r.IsOpen));
        (Open, Acknowledged, Agreed) = ([.. shown[(false, true)]], [.. shown[(false, false)]], [.. shown[(true, false)]]);
    }

    /// <summary>A figure with what was said of its difference.</summary>
    public sealed record Row(ReconciledFigure Figure, DifferenceAcknowledgement? Acknowledgement)
    {
        /// <summary>Whether it is a difference that nobody has acknowledged with the values that it has now.</summary>
        public bool IsOpen => !Figure.Agrees && Acknowledgement?.Values != Figure.Values;
    }

    /// <summary>How a source stands.</summary>
    public sealed record SourceState(string Source, int Compared, int Open, int Acknowledged);
}
