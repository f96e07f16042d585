using IncentiveGrant.Data;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages;

/// <summary>ホーム: the first question of the day, by role.</summary>
public sealed class IndexModel(ScoreBoards boards, PortalDb db, CurrentAccount account) : PageModel
{
    public PortalRole Role => account.Role;

    /// <summary>The year that was chosen in the head.</summary>
    [FromQuery(Name = PageAddress.YearKey)] public int? AskedYear { get; init; }

    /// <summary>The year asked for, else the newest with municipal results; null before the first.</summary>
    public FiscalYear? Year { get; private set; }

    public ScoreBoard? Municipal { get; private set; }

    /// <summary>The reader's own municipality; null where they have none with a result.</summary>
    public UnitResult? Own { get; private set; }

    public IReadOnlyList<RoomToGrow> Room { get; private set; } = [];

    /// <summary>The reader's prefecture; null where they act for none.</summary>
    public PrefectureView? Prefecture { get; private set; }

    public IReadOnlyList<LoadedYear> Loaded { get; private set; } = [];
    public IReadOnlyList<ImportFinding> Findings { get; private set; } = [];
    public MasterCounts Counts { get; private set; } = new(0, 0, 0);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Year = await boards.ChosenYearAsync(Audience.Municipality, Role == PortalRole.Administrator ? null : AskedYear, cancel);
        if (Year is { } year) Municipal = await boards.FindAsync(year, Audience.Municipality, cancel);
        if (Role == PortalRole.Administrator) await LoadStateAsync(cancel);
        else if (Municipal is { } board) await LoadOwnAsync(board, cancel);
    }

    private async Task LoadOwnAsync(ScoreBoard board, CancellationToken cancel)
    {
        if (account.HomeMunicipality is { } home && board.FindRow(home.Id) is { } row)
        {
            Own = await boards.ResultAsync(board, row, cancel);
            Room = RoomToGrow.Of(board, row);
        }
        else if (account.HomePrefecture is { } prefecture)
        {
            Prefecture = await PrefectureAsync(board, prefecture, cancel);
        }
    }

    private async Task<PrefectureView> PrefectureAsync(ScoreBoard board, PrefectureName prefecture, CancellationToken cancel)
    {
        var previous = await boards.FindPreviousAsync(board, cancel);
        var units = LevelRanking.Of(board, previous, board.Table.Total).Select(new RankingFilter(prefecture.Number));
        var inScope = units.Where(u => account.Scope.Includes(u.Unit.Id, u.Unit.PrefectureNumber)).ToList();
        var own = await boards.FindResultAsync(board.FiscalYear, Audience.Prefecture, prefecture.Code, cancel);
        var nation = board.Statistics(board.Table.Total);
        return new PrefectureView(
            prefecture, own, PrefectureMean.Of(board, board.Table.Total, prefecture), inScope,
            inScope.Count(u => nation.IsInUpperQuarter(u.Score.Complete)), inScope.Count(u => nation.IsInLowerQuarter(u.Score.Complete)),
            [.. inScope.Where(u => u.Score.IsComplete).Reverse().Take(5)], [.. inScope.Where(u => u.RankChange < 0).OrderBy(u => u.RankChange).Take(5)],
            [
                .. board.Table.Goals
                    .Select(goal => (goal, Own: board.Statistics(goal, RankingPool.OfPrefecture(prefecture.Number)).Mean, All: board.Statistics(goal).Mean))
                    .OrderBy(g => g.Own - g.All),
            ]);
    }

    private async Task LoadStateAsync(CancellationToken cancel)
    {
        var sets = await db.ResultSets.AsNoTracking().OrderByDescending(s => s.Id).ToListAsync(cancel);
        var tables = await db.PointTables.AsNoTracking().Select(t => new { t.Id, t.Title, t.Edition, t.Origin, t.FiscalYear, t.Audience }).ToListAsync(cancel);
        Loaded =
        [
            .. sets.DistinctBy(s => (s.FiscalYear, s.Audience, s.Kind)).OrderByDescending(s => s.FiscalYear).ThenBy(s => s.Audience)
                .Select(s => (Set: s, Table: tables.Single(t => t.Id == s.PointTableId)))
                .Select(s => new LoadedYear(s.Set, s.Table.Title, s.Table.Edition, s.Table.Origin)),
        ];
        var current = Loaded.Select(l => l.Set.Id).ToList();
        Findings = await db.ImportFindings.AsNoTracking().Where(f => current.Contains(f.ResultSetId)).OrderBy(f => f.Id).Take(20).ToListAsync(cancel);
        Counts = new MasterCounts(
            await db.Municipalities.CountAsync(cancel), await db.WideAreaUnions.CountAsync(cancel), await db.Users.CountAsync(a => !a.IsClosed, cancel));
    }

    /// <summary>A prefecture's state.</summary>
    public sealed record PrefectureView(
        PrefectureName Prefecture, UnitResult? Own, PrefectureMean Mean, IReadOnlyList<RankedUnit> Units, int InUpperQuarter, int InLowerQuarter,
        IReadOnlyList<RankedUnit> Lowest, IReadOnlyList<RankedUnit> Fallen, IReadOnlyList<(TableLevel Goal, decimal? Own, decimal? All)> Goals);

    /// <summary>Results that are loaded.</summary>
    public sealed record LoadedYear(ResultSet Set, string Title, int Edition, PointTableOrigin Origin);

    /// <summary>What the master data hold.</summary>
    public sealed record MasterCounts(int Municipalities, int Unions, int Accounts);
}
