using IncentiveGrant.Data;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Search;

/// <summary>さがす: municipalities, prefectures and indicators by name, reading or code; without a word, the list of prefectures.</summary>
public sealed class IndexModel(PortalDb db, ScoreBoards boards) : PageModel
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

    /// <summary>More municipalities match than are listed.</summary>
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Year = await boards.ChosenYearAsync(Audience.Municipality, AskedYear, cancel);
        var key = NormalizedText.Search(Q);
        if (key.Length == 0)
        {
            Prefectures = PrefectureName.All;
            Counts = await db.Municipalities.GroupBy(m => m.PrefectureNumber).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            return;
        }
        var code = CodeOf(key);
        Prefectures = [.. PrefectureName.All.Where(p => Matches(p.Name, key) || Matches(p.Kana, key) || p.Code == code?.Value)];
        Municipalities = await FindAsync(key, code, cancel);
        if (Year is { } year && await boards.FindAsync(year, Audience.Municipality, cancel) is { } board)
            Indicators = [.. board.Table.Levels.Where(l => l is { Kind: LevelKind.Indicator, CopyOf: null } && Matches(l.Name, key))];
    }

    private async Task<IReadOnlyList<Found>> FindAsync(string key, JurisdictionCode? code, CancellationToken cancel)
    {
        var units = await db.Municipalities.AsNoTracking()
            .Where(m => m.SearchKey.Contains(key) || (code != null && m.Code == code))
            .OrderBy(m => m.PrefectureNumber).ThenBy(m => m.Code).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Code, m.Name, m.Kana, m.PrefectureNumber })
            .Take(Most + 1).ToListAsync(cancel);
        IsCut = units.Count > Most;
        return [.. units.Take(Most).Select(u => new Found(Jurisdiction.KeyOf(u.Code, u.Id), u.Name, u.Kana, PrefectureName.Of(u.PrefectureNumber)))];
    }

    /// <summary>A code of six digits, or of five whose check digit follows.</summary>
    private static JurisdictionCode? CodeOf(string key)
    {
        if (!key.All(char.IsAsciiDigit)) return null;
        var digits = key.Length == JurisdictionCode.Length - 1 ? key + JurisdictionCode.CheckDigit(key) : key;
        return JurisdictionCode.TryParse(digits, out var code, out _) ? code : null;
    }

    private static bool Matches(string text, string key) => NormalizedText.Search(text).Contains(key, StringComparison.Ordinal);

    /// <summary>A municipality that was found.</summary>
    public sealed record Found(string Key, string Name, string Kana, PrefectureName Prefecture);
}
