using IncentiveGrant.Documents.Profiles;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Municipalities;

/// <summary>
/// 団体の結果: totals beside maxima and means, ranks in every pool, goals, indicators and sub-items, last year beside this one. Indicators
/// open on demand: the address names those that are open, and a script fetches one alone.
/// </summary>
public sealed class ProfileModel(ScoreBoards boards, CurrentAccount account, TakeAway takeAway) : PageModel
{
    [FromRoute] public string Code { get; init; } = "";
    [FromRoute] public int Year { get; init; }

    /// <summary>The keys of the indicators that are open; "all" for all.</summary>
    [FromQuery] public string[] Open { get; init; } = [];

    /// <summary>lost: only indicators with points to gain; changed: only those that differ from last year.</summary>
    [FromQuery] public string? Show { get; init; }

    /// <summary>all: the whole list of room to grow.</summary>
    [FromQuery(Name = "room")] public string? RoomShown { get; init; }

    public FiscalYear FiscalYear => new(Year);
    public UnitResult Result { get; private set; } = default!;
    public IReadOnlyList<RoomToGrow> Room { get; private set; } = [];
    public IReadOnlyList<CellChange> Changes { get; private set; } = [];
    public IReadOnlyList<UnitResult> Years { get; private set; } = [];
    public bool IsOwn => account.Scope.Includes(Result.Unit.Id, Result.Unit.PrefectureNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Room = RoomToGrow.Of(Result.Board, Result.Row);
        Changes = CellChange.Of(Result);
        Years = await YearsAsync(cancel);
        return Page();
    }

    /// <summary>One indicator alone, open or closed, for the script that replaces it in the page.</summary>
    public async Task<IActionResult> OnGetIndicatorAsync(string? key, bool open, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !LevelKey.TryParse(key, out var parsed)
            || Result.Board.Table.FindLevel(parsed) is not { Kind: LevelKind.Indicator } level) return NotFound();
        return Partial("_Indicator", new IndicatorView(Result, level, open, QueryOf(open ? [] : [level.Key.ToString()], null)));
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var sheets = ProfileWorkbook.Sheets(Result, takeAway.SourceNotes(Result.Board));
        return takeAway.Xlsx(sheets, $"{FiscalYear.Japanese}_{Result.Unit.Name}_評価結果");
    }

    /// <summary>Whether an indicator is listed under the filter.</summary>
    public bool IsListed(TableLevel indicator) => Show switch
    {
        "lost" => Result.Score(indicator) is { IsComplete: true } score && indicator.MaxPoints is { } max && score.Known < max,
        "changed" => (Result.Change(indicator) is { } change && change != 0) || Changes.Any(c => c.Cell.Level == indicator.Index),
        _ => true,
    };

    /// <summary>An indicator as this page shows it: its link opens or closes it and leaves the filter and what else is open.</summary>
    public IndicatorView ViewOf(TableLevel indicator)
    {
        var others = Open.Where(key => LevelKey.TryParse(key, out var parsed) && parsed != indicator.Key);
        var isOpen = IsOpen(indicator);
        return new IndicatorView(Result, indicator, isOpen, QueryOf(isOpen ? others : others.Append(indicator.Key.ToString()), Show));
    }

    /// <summary>The id of a goal's block among the indicators.</summary>
    public static string IdOf(TableLevel goal) => $"goal-{goal.Index}";

    /// <summary>The address at which the indicator of a cell is open.</summary>
    public string PlaceOf(TableCell cell) =>
        Url.Content($"~/municipalities/{Result.Unit.Key}/{Year}") + $"{QueryOf([cell.Key.Parent!.ToString()], null)}#ind-{cell.Level}";

    /// <summary>Whether an indicator is open.</summary>
    public bool IsOpen(TableLevel indicator) => Open.Contains("all") || Open.Any(key => LevelKey.TryParse(key, out var parsed) && parsed == indicator.Key);

    private static string QueryOf(IEnumerable<string> open, string? show)
    {
        var query = new QueryBuilder { { "open", open } };
        if (show is not null) query.Add("show", show);
        return query.ToQueryString().Value!;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await boards.FindResultAsync(FiscalYear, Audience.Municipality, Code, cancel) is not { } result) return false;
        Result = result;
        return true;
    }

    /// <summary>The results of all years that the portal has, oldest first.</summary>
    private async Task<IReadOnlyList<UnitResult>> YearsAsync(CancellationToken cancel)
    {
        var years = new List<UnitResult>();
        foreach (var version in (await boards.VersionsAsync(cancel)).Where(v => v is { Audience: Audience.Municipality, Kind: ScoreKind.Final })
            .OrderBy(v => v.FiscalYear))
            if (await boards.FindAsync(version.FiscalYear, Audience.Municipality, cancel) is { } board && board.FindRow(Result.Unit.Id) is { } row)
                years.Add(new UnitResult(board, row, null));
        return years;
    }
}

/// <summary>One indicator of a profile.</summary>
/// <param name="Result">The municipality's result.</param>
/// <param name="Level">The indicator.</param>
/// <param name="IsOpen">Whether its sub-items are shown.</param>
/// <param name="OtherWay">The query of the page with it closed if it is open, and open if it is closed.</param>
public sealed record IndicatorView(UnitResult Result, TableLevel Level, bool IsOpen, string OtherWay)
{
    /// <summary>Its id on the page.</summary>
    public string Id => "ind-" + Level.Index;
}
