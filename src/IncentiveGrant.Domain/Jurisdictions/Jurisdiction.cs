using System.Buffers;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>
/// 団体: whatever a result, an answer or a right can belong to. Prefectures and municipalities are scored; a 広域連合 is an insurer of
/// several municipalities and is not.
/// </summary>
public abstract class Jurisdiction
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Longest reading.</summary>
    public const int KanaMaxLength = 120;

    /// <summary>Digits of a 保険者番号.</summary>
    public const int InsurerNumberLength = 6;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("<>\"/\\|:*?");

    /// <summary>The portal's own number; for a prefecture its prefecture number.</summary>
    public int Id { get; init; }

    /// <summary>The prefecture it lies in, 1 to 47.</summary>
    public required int PrefectureNumber { get; init; }

    /// <summary>
    /// 団体コード. Null for a 広域連合, and for a municipality that came from a results workbook (which has no codes) until the
    /// jurisdictions are loaded.
    /// </summary>
    public JurisdictionCode? Code { get; private set; }

    /// <summary>大河原町.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name in the form in which files are joined (<see cref="NormalizedText.Name"/>).</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Reading in hiragana; empty when not known.</summary>
    public string Kana { get; private set; } = "";

    /// <summary>Name and reading in the form in which the search box meets them.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>
    /// What addresses and files call it: the code, or while it has none "n" and the portal's number.
    /// </summary>
    public string Key => KeyOf(Code, Id);

    /// <summary>The rule of <see cref="Key"/>.</summary>
    public static string KeyOf(JurisdictionCode? code, int id) => code?.Value ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n{id}");

    /// <summary>
    /// The first character that no name may have, because files and sheets are named after jurisdictions; null when there is none.
    /// </summary>
    public static char? ForbiddenIn(string name)
    {
        var text = NormalizedText.Of(name);
        var at = text.AsSpan().IndexOfAny(ForbiddenInNames);
        return at < 0 ? null : text[at];
    }

    /// <summary>Sets name and reading together with the forms that follow from them.</summary>
    public void Rename(string name, string kana)
    {
        Name = NormalizedText.Of(name);
        NormalizedName = NormalizedText.Name(name);
        Kana = NormalizedText.Of(kana);
        SearchKey = SearchKeyOf(name, kana);
    }

    /// <summary>The rule of <see cref="SearchKey"/>.</summary>
    public static string SearchKeyOf(string name, string kana) => NormalizedText.Search(name) + " " + NormalizedText.Search(kana);

    /// <summary>Gives the jurisdiction its code; only a code of its own prefecture is accepted.</summary>
    /// <exception cref="ArgumentException">The code belongs to another prefecture: the caller has joined the wrong rows.</exception>
    public void AssignCode(JurisdictionCode code)
    {
        if (code.PrefectureNumber != PrefectureNumber) throw new ArgumentException($"{code} is not a code of prefecture {PrefectureNumber}.", nameof(code));
        Code = code;
    }
}

/// <summary>都道府県. Its <see cref="Jurisdiction.Id"/> is its number.</summary>
public sealed class Prefecture : Jurisdiction;

/// <summary>市町村 (特別区 included).</summary>
public sealed class Municipality : Jurisdiction
{
    /// <summary>保険者番号; null for those whose insurer is a 広域連合. It confirms a row and never joins one.</summary>
    public string? InsurerNumber { get; set; }

    /// <summary>The 広域連合 that insures its people, if one does.</summary>
    public int? UnionId { get; set; }

    /// <inheritdoc cref="UnionId" />
    public WideAreaUnion? Union { get; set; }
}

/// <summary>広域連合. Not scored itself: its members are, and they share the score of 目標Ⅳ.</summary>
public sealed class WideAreaUnion : Jurisdiction
{
    /// <summary>保険者番号 of the union.</summary>
    public string? InsurerNumber { get; set; }

    /// <summary>The municipalities that it insures.</summary>
    public ICollection<Municipality> Members { get; init; } = [];
}
