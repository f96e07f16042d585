using IncentiveGrant.Data;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Search;

/// <summary>さがす: municipalities, prefectures, 広域連合 and indicators by name, reading or code; without a word, the list of prefectures.</summary>
public sealed class IndexModel(PortalDb db, ScoreBoards boards, CurrentAccount account) : PageModel
{
    private const int Most = 100;

    [FromQuery] public string? Q { get; init; }

    /// <summary>The year that was shown when the words were entered: what is found opens in it.</summary>
    [FromQuery(Name = PageAddress.YearKey)] public int? AskedYear { get; init; }

    public string Words => NormalizedText.Of(Q);
    public FiscalYear? Year { get; private set; }
    public IReadOnlyList<PrefectureName> Prefectures { get; private set; } = [];
    public IReadOnlyList<Found> Municipalities { get; private set; } = [];
    public IReadOnlyList<TableLevel> Indicators { get; private set; } = [];
    public IReadOnlyDictionary<int, int> Counts { get; private set; } = new Dictionary<int, int>();
    public IReadOnlyList<FoundUnion> Unions { get; private set; } = [];
    public int MunicipalityCount { get; private set; }
    public bool IsCut => MunicipalityCount > Most;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Year = await boards.ChosenYearAsync(Audience.Municipality, AskedYear, cancel);
        var words = SearchWords.Of(Q);
        if (words.IsEmpty)
        {
            Prefectures = PrefectureName.All;
            Counts = await db.Municipalities.GroupBy(m => m.PrefectureNumber).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            return;
        }
        Prefectures = [.. PrefectureName.All.Where(words.Fit).OrderByDescending(IsHome)];
        await FindAsync(words, cancel);
        if (Year is { } year && await boards.FindAsync(year, Audience.Municipality, cancel) is { } board)
            Indicators = [.. board.Table.Levels.Where(l => l is { Kind: LevelKind.Indicator, CopyOf: null } && words.Fit(l.Name))];
    }

    /// <summary>
    /// The words meet the names in memory: two thousand rows are read at once, and both databases find the same. The reader's prefecture comes
    /// first, then who is named, then who only lies in a prefecture that is named.
    /// </summary>
    private async Task FindAsync(SearchWords words, CancellationToken cancel)
    {
        var units = await db.Municipalities.AsNoTracking().OrderBy(m => m.PrefectureNumber).ThenBy(m => m.Code).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Code, m.Name, m.Kana, m.PrefectureNumber, m.SearchKey, m.UnionId }).ToListAsync(cancel);
        var unions = await db.WideAreaUnions.AsNoTracking().OrderBy(u => u.PrefectureNumber).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.Name, u.Kana, u.PrefectureNumber, u.SearchKey }).ToListAsync(cancel);
        var named = units.Select(
            u => (Unit: new Found(Jurisdiction.KeyOf(u.Code, u.Id), u.Name, u.Kana, PrefectureName.Of(u.PrefectureNumber)), u.SearchKey, u.UnionId)).ToList();
        var found = named.Select(n => (n.Unit, Fit: words.FitOf(n.SearchKey, n.Unit.Key, n.Unit.Prefecture))).Where(f => f.Fit != SearchFit.None)
            .OrderByDescending(f => IsHome(f.Unit.Prefecture)).ThenByDescending(f => f.Fit).Select(f => f.Unit).ToList();
        (MunicipalityCount, Municipalities) = (found.Count, [.. found.Take(Most)]);
        Unions =
        [
            .. unions.Where(u => words.FitOf(u.SearchKey, "", PrefectureName.Of(u.PrefectureNumber)) == SearchFit.Own)
                .Select(u => new FoundUnion(
                    u.Name, u.Kana, PrefectureName.Of(u.PrefectureNumber), [.. named.Where(n => n.UnionId == u.Id).Select(n => n.Unit)]))
                .OrderByDescending(u => IsHome(u.Prefecture)),
        ];
    }

    private bool IsHome(PrefectureName prefecture) => prefecture.Number == account.HomePrefecture?.Number;

    /// <summary>A municipality that was found.</summary>
    public sealed record Found(string Key, string Name, string Kana, PrefectureName Prefecture);

    /// <summary>A 広域連合 that was found. It has no page of its own: its members have.</summary>
    public sealed record FoundUnion(string Name, string Kana, PrefectureName Prefecture, IReadOnlyList<Found> Members);
}
