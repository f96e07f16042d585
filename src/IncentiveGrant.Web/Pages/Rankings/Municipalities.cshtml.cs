using IncentiveGrant.Documents.Rankings;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Charts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Rankings;

/// <summary>市町村順位表: all municipalities at any level, narrowed and ordered by the address.</summary>
public sealed class MunicipalitiesModel(ScoreBoards boards, CurrentAccount account, TakeAway takeAway) : PageModel
{
    private const string MovedKey = "moved";
    private static readonly TableSort OwnOrder = new("rank");
    private static readonly Dictionary<string, RankingOrder> Orders = new()
    {
        [OwnOrder.Key] = RankingOrder.Points, ["name"] = RankingOrder.Name, ["band"] = RankingOrder.Band, ["points"] = RankingOrder.Points,
        ["promotion"] = RankingOrder.Promotion, ["support"] = RankingOrder.EffortSupport, ["previous"] = RankingOrder.Previous,
        ["change"] = RankingOrder.Change, [MovedKey] = RankingOrder.RankChange,
    };

    [FromRoute] public int Year { get; init; }
    [FromQuery] public int? Prefecture { get; init; }
    [FromQuery] public int? Band { get; init; }
    [FromQuery] public bool? Depopulated { get; init; }
    [FromQuery] public string? Name { get; init; }
    [FromQuery(Name = "level")] public string? LevelKeyText { get; init; }
    [FromQuery] public string? Sort { get; init; }
    [FromQuery(Name = PageAddress.PagerKey)] public int PageNumber { get; init; } = 1;

    public FiscalYear FiscalYear => new(Year);
    public LevelRanking Ranking { get; private set; } = default!;
    public ScoreStatistics Statistics { get; private set; } = default!;
    public IReadOnlyList<RankedUnit> Found { get; private set; } = [];
    public Paging Paging { get; private set; } = default!;
    public TableSort Order => TableSort.Parse(Sort, OwnOrder, [.. Orders.Keys.Where(key => ShowsRankChange || key != MovedKey)]);
    public TableLevel Level => Ranking.Level;
    public ScoreBoard Board => Ranking.Board;
    public bool IsFiltered => Filter is not { Prefecture: null, Band: null, IsDepopulated: null } || !string.IsNullOrWhiteSpace(Name);

    /// <summary>Below the goals many municipalities have the same points, and a rank moves by hundreds for one of them: it is not shown there.</summary>
    public bool ShowsRankChange => Level.Kind is not (LevelKind.Group or LevelKind.Indicator);

    /// <summary>The reader's own municipality; null where they have none, or it has no result.</summary>
    public RankedUnit? Own { get; private set; }

    /// <summary>The page of the list on which the own row lies; null where it is the page shown, or where the filter leaves the row out.</summary>
    public int? OwnPage => Found.Index().Where(f => f.Item == Own).Select(f => (int?)Paging.PageOf(f.Index)).FirstOrDefault(page => page != Paging.Page);

    /// <summary>What is marked in the distribution: the reader's own municipality, else the mean of their prefecture; null where they have neither.</summary>
    public ChartMark? Mark => Own is { Score.Complete: { } points } own ? new ChartMark(own.Unit.Name, points)
        : Own is null && account.HomePrefecture is { } home && Board.Statistics(Level, RankingPool.OfPrefecture(home.Number)).Mean is { } mean
            ? new ChartMark($"{home.Name}の平均", ScoreRate.OneDecimal(mean))
        : null;

    public bool IsInScope(RankedUnit unit) => account.Scope.Includes(unit.Unit.Id, unit.Unit.PrefectureNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Paging = new Paging(PageNumber, Found.Count);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? takeAway.Xlsx(Layout(), MunicipalityRankingSheet.Rows(Ranking, Found), FileName) : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? takeAway.Csv(Layout(), MunicipalityRankingSheet.Rows(Ranking, Found), FileName) : NotFound();

    private string FileName =>
        $"{FiscalYear.Japanese}_市町村順位表_{LevelText.Short(Level.Key).Replace(' ', '_')}"
        + (Filter.Prefecture is { } number ? "_" + PrefectureName.Of(number).Name : "");

    private SheetLayout Layout() => MunicipalityRankingSheet.Layout(Ranking, Conditions, takeAway.SourceNotes(Board));

    /// <summary>What the list is narrowed to, in words; empty for all.</summary>
    public IReadOnlyList<string> Conditions =>
    [
        .. Filter.Prefecture is { } number ? [$"都道府県：{PrefectureName.Of(number).Name}"] : Array.Empty<string>(),
        .. Filter.Band is { } band ? [$"区分：{band.Name()}（{band.Range()}）"] : Array.Empty<string>(),
        .. Depopulated is { } depopulated ? [Depopulation.Name(depopulated)] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Name) ? Array.Empty<string>() : [$"団体名：{Name}"],
    ];

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await boards.FindAsync(FiscalYear, Audience.Municipality, cancel) is not { } board) return false;
        var level = LevelKey.TryParse(LevelKeyText, out var key) ? board.Table.FindLevel(key) : board.Table.Total;
        if (level is null) return false;
        Ranking = LevelRanking.Of(board, await boards.FindPreviousAsync(board, cancel), level);
        Statistics = board.Statistics(level);
        Own = account.HomeMunicipality is { } home ? Ranking.Rows.FirstOrDefault(r => r.Unit.Id == home.Id) : null;
        Found = Ranking.Select(Filter);
        return true;
    }

    /// <summary>What the address asks for. A prefecture or band that does not exist narrows nothing, here as in the sheet's heading.</summary>
    private RankingFilter Filter => new(
        PrefectureName.TryOf(Prefecture)?.Number, InsuredBands.TryOf(Band), Depopulated, Name, Orders[Order.Key],
        // Rank 1 has the most points: a ranking upwards by rank runs downwards by points.
        Order.Key == OwnOrder.Key ? !Order.IsDescending : Order.IsDescending);
}
