using IncentiveGrant.Documents.Rankings;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Rankings;

/// <summary>都道府県順位表: the 47 prefectures by their own points, or by the mean of their municipalities (<c>?by=municipalities</c>).</summary>
public sealed class PrefecturesModel(ScoreBoards boards, CurrentAccount account, TakeAway takeAway) : PageModel
{
    private static readonly TableSort OwnOrder = new("rank");
    private static readonly Dictionary<string, Func<PrefectureRow, decimal?>> Orders = new()
    {
        [OwnOrder.Key] = r => r.Standing?.Rank,
        ["code"] = r => r.Prefecture.Number,
        ["total"] = r => r.Total,
        ["promotion"] = r => r.Promotion,
        ["support"] = r => r.EffortSupport,
        ["previous"] = r => r.PreviousTotal,
        ["moved"] = r => r.PreviousRank - r.Standing?.Rank,
        ["other"] = r => r.MunicipalMean?.Standing?.Rank,
    };

    [FromRoute] public int Year { get; init; }
    [FromQuery] public string? By { get; init; }
    [FromQuery] public string? Sort { get; init; }

    public FiscalYear FiscalYear => new(Year);
    public bool IsByMunicipalities => By == "municipalities";
    public TableSort Order => TableSort.Parse(Sort, OwnOrder, Orders.Keys);

    /// <summary>The board that is ranked; null where its results are not loaded.</summary>
    public ScoreBoard? Board { get; private set; }

    /// <summary>The municipal board of the year; null where it is not loaded.</summary>
    public ScoreBoard? Municipal { get; private set; }

    public PrefectureRanking? Ranking { get; private set; }
    public IReadOnlyList<PrefectureRow> Rows { get; private set; } = [];
    public PrefectureRow? Own => Rows.FirstOrDefault(r => r.Prefecture.Number == account.HomePrefecture?.Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) && Board is not null ? takeAway.Xlsx(Layout(), SheetRows(), FileName) : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) && Board is not null ? takeAway.Csv(Layout(), SheetRows(), FileName) : NotFound();

    /// <summary>What marks the reader's prefecture: theirs, or that of their municipality.</summary>
    public string OwnMark => account.HomeMunicipality is null ? "自団体" : "所属の県";

    /// <summary>Points as the table writes them: means to one decimal throughout.</summary>
    public string Points(decimal? points) => IsByMunicipalities ? Figures.PointsOneDecimal(points) : Figures.Points(points);

    private string FileName => $"{FiscalYear.Japanese}_{(IsByMunicipalities ? "都道府県別の市町村平均" : "都道府県順位表")}";

    private SheetLayout Layout() => PrefectureRankingSheet.Layout(Board!, IsByMunicipalities, takeAway.SourceNotes(Board!));

    private IEnumerable<IReadOnlyList<SheetValue>> SheetRows() => PrefectureRankingSheet.Rows(Ranking!, Rows);

    /// <summary>False when the portal has nothing of the year; a year of which only the other audience is loaded has a page that says so.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var own = await boards.FindAsync(FiscalYear, Audience.Prefecture, cancel);
        Municipal = await boards.FindAsync(FiscalYear, Audience.Municipality, cancel);
        if (own is null && Municipal is null) return false;
        Board = IsByMunicipalities ? Municipal : own;
        if (Board is null) return true;
        var previous = await boards.FindPreviousAsync(Board, cancel);
        Ranking = IsByMunicipalities ? PrefectureRanking.ByMunicipalities(Board, previous) : PrefectureRanking.ByOwnPoints(Board, previous, Municipal);
        Rows = Ordered(Ranking.Rows);
        return true;
    }

    private IReadOnlyList<PrefectureRow> Ordered(IReadOnlyList<PrefectureRow> rows)
    {
        var (value, sign) = (Orders[Order.Key], Order.IsDescending ? -1 : 1);
        return [.. rows.OrderBy(r => value(r) is null).ThenBy(r => sign * value(r)).ThenBy(r => r.Prefecture.Number)];
    }
}
