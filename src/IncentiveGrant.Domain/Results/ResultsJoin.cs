using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// Joins the rows of a results file to jurisdictions. The file has no 団体コード. Rules (docs/domain.md, The ministry's workbook):
/// 1. A row joins by prefecture and name after NFKC, never by name alone (names repeat across prefectures) and never by 通し番号.
/// 2. 保険者番号 only confirms: a clash is reported, a missing one is nothing.
/// 3. A row without any score is a 広域連合 if the portal knows it as one or its name says so; such a row with scores is refused, because
///    it would be counted as a municipality.
/// 4. A unit that stands twice is refused; one that the portal does not know is listed.
/// </summary>
public sealed class ResultsJoin
{
    private const int NamesShown = 10;

    private static readonly string[] UnionEndings = ["連合", "組合"];

    private readonly ResultsFile file;
    private readonly ImportMessages messages;
    private readonly Dictionary<(int, string), List<KnownJurisdiction>> byName;
    private readonly Dictionary<string, KnownJurisdiction> byInsurer;
    private readonly Dictionary<string, int> rowOfInsurer = [];
    private readonly List<JoinedRow> units = [];
    private readonly List<JoinedRow> unions = [];
    private readonly int[] pointColumns;

    private ResultsJoin(ResultsFile file, IReadOnlyList<KnownJurisdiction> known, ImportMessages messages)
    {
        (this.file, this.messages) = (file, messages);
        byName = known.Where(k => k.Kind != JurisdictionKind.Prefecture)
            .GroupBy(k => (k.PrefectureNumber, k.NormalizedName)).ToDictionary(g => g.Key, g => g.ToList());
        byInsurer = known.Where(k => k.InsurerNumber is not null).DistinctBy(k => k.InsurerNumber).ToDictionary(k => k.InsurerNumber!);
        pointColumns = [.. Enumerable.Range(0, file.Columns.Count).Where(i => file.Columns[i].Kind == FigureKind.Points)];
        JoinRows();
        TellWhatIsNew();
        CheckCount(known);
    }

    /// <summary>The rows that are scored, in the order of the file.</summary>
    public IReadOnlyList<JoinedRow> Units => units;

    /// <summary>The rows of 広域連合, which are not scored.</summary>
    public IReadOnlyList<JoinedRow> Unions => unions;

    private bool IsPrefectures => file.Audience == Audience.Prefecture;

    /// <summary>Joins the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">All jurisdictions that the portal knows.</param>
    /// <param name="messages">Where it says what it found.</param>
    public static ResultsJoin Of(ResultsFile file, IReadOnlyList<KnownJurisdiction> known, ImportMessages messages) => new(file, known, messages);

    private void JoinRows()
    {
        var seen = new Dictionary<(int, string), int>();
        foreach (var row in file.Rows)
        {
            var key = (row.PrefectureNumber, NormalizedText.Name(row.Name));
            if (!seen.TryAdd(key, row.Number))
            {
                messages.Error(file.Place(row.Number), $"{NameOf(row)}は{seen[key]}行目にもあります。どちらかの行を削除してください。");
                continue;
            }
            if (IsPrefectures) units.Add(new JoinedRow(row, JurisdictionKind.Prefecture, row.PrefectureNumber));
            else JoinMunicipality(row, byName.GetValueOrDefault(key) ?? []);
        }
    }

    private void JoinMunicipality(ResultsRow row, List<KnownJurisdiction> known)
    {
        var municipality = known.Find(k => k.Kind == JurisdictionKind.Municipality);
        var union = known.Find(k => k.Kind == JurisdictionKind.WideAreaUnion);
        var isUnion = municipality is null && (union is not null || UnionEndings.Any(end => row.Name.EndsWith(end, StringComparison.Ordinal)));
        var hasScore = pointColumns.Any(c => row.Figures[c].Value is not null);
        CheckInsurerNumber(row, isUnion ? union : municipality);
        if (isUnion)
        {
            unions.Add(new JoinedRow(row, JurisdictionKind.WideAreaUnion, union?.Id));
            if (hasScore)
                messages.Error(file.Place(row.Number), $"{NameOf(row)}は広域連合ですが、得点があります。市町村であれば団体マスタに市町村として登録し、広域連合であれば得点を消してください。");
            return;
        }
        units.Add(new JoinedRow(row, JurisdictionKind.Municipality, municipality?.Id));
        if (!hasScore) messages.Warning(file.Place(row.Number), $"{NameOf(row)}には得点がひとつもありません。得点のない市町村として扱います。");
        CheckBand(row);
    }

    private void CheckBand(ResultsRow row)
    {
        if (row is not { Band: { } band, InsuredCount: { } insured } || InsuredBands.Of(insured) == band) return;
        var follows = $"第1号被保険者数{insured:#,##0}人からは{(int)InsuredBands.Of(insured)}です";
        messages.Warning(file.Place(row.Number), $"{NameOf(row)}の区分は{(int)band}ですが、{follows}。印字どおり{(int)band}として扱います。");
    }

    private void CheckInsurerNumber(ResultsRow row, KnownJurisdiction? joined)
    {
        if (row.InsurerNumber is not { } number) return;
        var place = file.Place(row.Number) with { Heading = "保険者番号" };
        if (!rowOfInsurer.TryAdd(number, row.Number)) messages.Warning(place, $"「{number}」は{rowOfInsurer[number]}行目にもあります。");
        if (joined?.InsurerNumber is { } other && other != number)
            messages.Warning(place, $"{NameOf(row)}の番号は「{number}」ですが、団体マスタでは「{other}」です。名前で結び付けました。");
        else if (byInsurer.TryGetValue(number, out var owner) && owner != joined)
            messages.Warning(place, $"{NameOf(row)}の番号「{number}」は、団体マスタでは{NameOf(owner)}のものです。名前で結び付けました。");
    }

    private void TellWhatIsNew()
    {
        foreach (var (rows, what) in new[] { (units, "団体"), (unions, "広域連合") })
        {
            if (rows.FindAll(r => r.IsNew) is not { Count: > 0 } added) continue;
            var names = Listed(added.Select(r => NameOf(r.Row)));
            messages.Warning(file.Place(), $"団体マスタにない{what}が{added.Count:#,##0}あります（{names}）。取り込むと新しく登録されます。名前の違いでないか確かめてください。");
        }
    }

    private void CheckCount(IReadOnlyList<KnownJurisdiction> known)
    {
        var expected = SchemeFrame.NationalUnits(file.Audience);
        if (units.Count == expected) return;
        var joined = units.Select(u => u.JurisdictionId).ToHashSet();
        var kind = IsPrefectures ? JurisdictionKind.Prefecture : JurisdictionKind.Municipality;
        var missing = known.Where(k => k.Kind == kind && !joined.Contains(k.Id)).Select(NameOf).ToList();
        var names = missing.Count == 0 ? "" : $"ファイルにない団体は{missing.Count:#,##0}です（{Listed(missing)}）。";
        messages.Warning(file.Place(), $"{units.Count:#,##0}団体です。全国では{expected:#,##0}団体です。{names}順位と平均はこのファイルの団体だけのものになります。");
    }

    private string NameOf(ResultsRow row) => IsPrefectures ? row.Name : PrefectureName.Of(row.PrefectureNumber).Name + row.Name;

    private string NameOf(KnownJurisdiction known) =>
        IsPrefectures ? known.NormalizedName : PrefectureName.Of(known.PrefectureNumber).Name + known.NormalizedName;

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join("、", all.Take(NamesShown)) + (all.Count > NamesShown ? "、ほか" : "");
    }
}
