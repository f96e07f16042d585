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
    private static readonly TableSort OwnOrder = new("rank");
    private static readonly string[] SortKeys = ["rank", "name", "band", "points", "promotion", "support", "previous", "change", "moved"];

    [FromRoute] public int Year { get; init; }
    [FromQuery] public int? Prefecture { get; init; }
    [FromQuery] public int? Band { get; init; }
    [FromQuery] public bool? Depopulated { get; init; }
    [FromQuery] public string? Name { get; init; }
    [FromQuery(Name = "level")] public string? LevelKeyText { get; init; }
    [FromQuery] public string? Sort { get; init; }
    [FromQuery] public int P { get; init; } = 1;

    public FiscalYear FiscalYear => new(Year);
    public LevelRanking Ranking { get; private set; } = default!;
    public ScoreStatistics Statistics { get; private set; } = default!;
    public IReadOnlyList<RankedUnit> Found { get; private set; } = [];
    public Paging Paging { get; private set; } = default!;
    public TableSort Order => TableSort.Parse(Sort, OwnOrder, SortKeys);
    public TableLevel Level => Ranking.Level;
    public ScoreBoard Board => Ranking.Board;
    public bool IsFiltered => Prefecture is not null || Band is not null || Depopulated is not null || !string.IsNullOrWhiteSpace(Name);

    /// <summary>The reader's own municipality; null where they have none, or it has no result.</summary>
    public RankedUnit? Own { get; private set; }

    /// <summary>The page of the list on which the own row lies, unless it is the page shown.</summary>
    public int? OwnPage => Found.Index().Where(f => f.Item == Own).Select(f => (int?)Paging.PageOf(f.Index)).FirstOrDefault(page => page != Paging.Page);

    /// <summary>The mean of the reader's prefecture, for those who have no municipality of their own.</summary>
    public ChartMark? Mark => Own is { Score.Complete: { } points } own ? new ChartMark(own.Unit.Name, points)
        : Own is null && account.HomePrefecture is { } home && Board.Statistics(Level, RankingPool.OfPrefecture(home.Number)).Mean is { } mean ? new ChartMark($"{home.Name}の平均", ScoreRate.OneDecimal(mean))
        : null;

    public bool IsInScope(RankedUnit unit) => account.Scope.Includes(unit.Unit.Id, unit.Unit.PrefectureNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Paging = new Paging(P, Found.Count);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? takeAway.Xlsx(Layout(), MunicipalityRankingSheet.Rows(Ranking, Found), FileName) : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? TakeAway.Csv(Layout(), MunicipalityRankingSheet.Rows(Ranking, Found), FileName) : NotFound();

    private string FileName => $"{FiscalYear.Japanese}_市町村順位表_{LevelText.Short(Level.Key).Replace(' ', '_')}";

    private SheetLayout Layout() => MunicipalityRankingSheet.Layout(Ranking, Conditions(), takeAway.SourceNotes(Board));

    private IReadOnlyList<string> Conditions() =>
    [
        .. Prefecture is { } number and >= 1 and <= 47 ? [$"都道府県：{PrefectureName.Of(number).Name}"] : Array.Empty<string>(),
        .. Band is { } band and >= 1 and <= 5 ? [$"区分：{((InsuredBand)band).Name()}（{((InsuredBand)band).Range()}）"] : Array.Empty<string>(),
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
        Found = Ranking.Select(Filter());
        return true;
    }

    private RankingFilter Filter() => new(
        Prefecture, Band is >= 1 and <= 5 ? (InsuredBand)Band : null, Depopulated, Name,
        Order.Key switch
        {
            "name" => RankingOrder.Name,
            "band" => RankingOrder.Band,
            "promotion" => RankingOrder.Promotion,
            "support" => RankingOrder.EffortSupport,
            "previous" => RankingOrder.Previous,
            "change" => RankingOrder.Change,
            "moved" => RankingOrder.RankChange,
            _ => RankingOrder.Points,
        },
        // Rank 1 has the most points: a ranking upwards by rank runs downwards by points.
        Order.Key == "rank" ? !Order.IsDescending : Order.IsDescending);
}
