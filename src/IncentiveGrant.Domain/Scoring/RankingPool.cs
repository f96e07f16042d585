using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>The kinds of pools in which a rank is counted. The pool and its size are always shown with a rank.</summary>
public enum PoolKind
{
    /// <summary>全国.</summary>
    Nation,

    /// <summary>都道府県内.</summary>
    Prefecture,

    /// <summary>区分内.</summary>
    Band,

    /// <summary>区分 × 過疎.</summary>
    BandDepopulated,
}

/// <summary>
/// One pool: a kind and which of its kind. Two jurisdictions compete when their pools are equal.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="PrefectureNumber">For a pool of a prefecture.</param>
/// <param name="InsuredBand">For a pool of a band.</param>
/// <param name="IsDepopulated">For a pool of band × 過疎.</param>
public readonly record struct RankingPool(PoolKind Kind, int? PrefectureNumber = null, InsuredBand? InsuredBand = null, bool? IsDepopulated = null)
{
    /// <summary>全国.</summary>
    public static RankingPool Nation => new(PoolKind.Nation);

    /// <summary>A prefecture.</summary>
    public static RankingPool OfPrefecture(int number) => new(PoolKind.Prefecture, number);

    /// <summary>A band.</summary>
    public static RankingPool OfBand(InsuredBand band) => new(PoolKind.Band, InsuredBand: band);

    /// <summary>The pool of a kind that a jurisdiction belongs to; null when it is not known (no band, no 過疎).</summary>
    public static RankingPool? Of(PoolKind kind, ScoredJurisdiction unit) => kind switch
    {
        PoolKind.Nation => Nation,
        PoolKind.Prefecture => OfPrefecture(unit.PrefectureNumber),
        PoolKind.Band when unit.Profile?.Band is { } band => OfBand(band),
        PoolKind.BandDepopulated when unit.Profile is { Band: { } band, IsDepopulated: { } depopulated } =>
            new(kind, InsuredBand: band, IsDepopulated: depopulated),
        _ => null,
    };

    /// <summary>全国, 宮城県, 区分3（1万〜5万人）, 区分3・過疎でない.</summary>
    public string Name => Kind switch
    {
        PoolKind.Nation => "全国",
        PoolKind.Prefecture => PrefectureName.Of(PrefectureNumber!.Value).Name,
        PoolKind.Band => $"{InsuredBand!.Value.Name()}（{InsuredBand.Value.Range()}）",
        _ => $"{InsuredBand!.Value.Name()}・{Depopulation.Name(IsDepopulated!.Value)}",
    };
}

/// <summary>A rank in a pool.</summary>
/// <param name="Rank">1 + the number of units with strictly more points.</param>
/// <param name="Size">How many units of the pool are ranked.</param>
public readonly record struct Standing(int Rank, int Size);
