using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Data.Accounts;

/// <summary>The words for a scope.</summary>
public static class ScopeNames
{
    /// <summary>
    /// 宮城県、山形県南町: in the order of codes; 「なし」 for none. Names of municipalities repeat, so the prefecture stands before them.
    /// </summary>
    public static string Of(IEnumerable<Jurisdiction> jurisdictions)
    {
        var names = jurisdictions.OrderBy(j => j.PrefectureNumber).ThenBy(j => j.Code?.Value ?? "~", StringComparer.Ordinal).ThenBy(j => j.Id)
            .Select(j => j is Prefecture ? j.Name : PrefectureName.Of(j.PrefectureNumber).Name + j.Name);
        return string.Join('、', names) is { Length: > 0 } text ? text : "なし";
    }
}
