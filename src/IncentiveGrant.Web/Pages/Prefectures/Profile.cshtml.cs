using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Prefectures;

/// <summary>都道府県の結果: its own points, and its municipalities by means, goals and ranks.</summary>
public sealed class ProfileModel(ScoreBoards boards) : PageModel
{
    [FromRoute] public string Code { get; init; } = "";
    [FromRoute] public int Year { get; init; }

    public FiscalYear FiscalYear => new(Year);
    public PrefectureName Prefecture { get; private set; } = default!;

    /// <summary>The prefecture's own result; null where it is not loaded.</summary>
    public UnitResult? Own { get; private set; }

    /// <summary>The municipal board; null where it is not loaded.</summary>
    public ScoreBoard? Municipal { get; private set; }

    public ScoreBoard? PreviousMunicipal { get; private set; }

    /// <summary>Of which kind the scores are.</summary>
    public ScoreKind Kind => (Own?.Board ?? Municipal)!.Kind;

    /// <summary>Its municipalities by rank.</summary>
    public IReadOnlyList<RankedUnit> Municipalities { get; private set; } = [];

    public PrefectureMean? Mean { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (PrefectureName.All.FirstOrDefault(p => p.Code == Code) is not { } prefecture) return NotFound();
        Prefecture = prefecture;
        Own = await boards.FindResultAsync(FiscalYear, Audience.Prefecture, Code, cancel);
        Municipal = await boards.FindAsync(FiscalYear, Audience.Municipality, cancel);
        if (Own is null && Municipal is null) return NotFound();
        if (Municipal is not { } board) return Page();
        PreviousMunicipal = await boards.FindPreviousAsync(board, cancel);
        Municipalities = LevelRanking.Of(board, PreviousMunicipal, board.Table.Total).Select(new RankingFilter(prefecture.Number));
        Mean = PrefectureMean.Of(board, board.Table.Total, prefecture);
        return Page();
    }

    /// <summary>Statistics of its municipalities at a level.</summary>
    public ScoreStatistics StatisticsOf(TableLevel level) => Municipal!.Statistics(level, RankingPool.OfPrefecture(Prefecture.Number));

    /// <summary>The mean of its municipalities in the year before; null where there is nothing to compare.</summary>
    public decimal? PreviousMeanOf(TableLevel level) =>
        PreviousMunicipal?.Table.FindLevel(level.Key) is { } same ? PreviousMunicipal.Statistics(same, RankingPool.OfPrefecture(Prefecture.Number)).Mean : null;
}
