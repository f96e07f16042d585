namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>One row of a jurisdictions file (団体マスタ), read and checked.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">団体コード; null for a union.</param>
/// <param name="PrefectureNumber">1 to 47.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kana">Its reading; empty when not given.</param>
/// <param name="InsurerNumber">保険者番号; null when blank.</param>
/// <param name="InsuredCount">第1号被保険者数; null when blank.</param>
/// <param name="Population">人口; null when blank.</param>
/// <param name="IsDepopulated">過疎; null when blank.</param>
/// <param name="UnionName">The 広域連合 it belongs to; null when none.</param>
public sealed record JurisdictionRecord(
    int Row, JurisdictionKind Kind, JurisdictionCode? Code, int PrefectureNumber, string Name, string Kana, string? InsurerNumber,
    int? InsuredCount, int? Population, bool? IsDepopulated, string? UnionName);

/// <summary>What a jurisdiction is.</summary>
public enum JurisdictionKind
{
    /// <summary>都道府県.</summary>
    Prefecture = 1,

    /// <summary>市町村.</summary>
    Municipality = 2,

    /// <summary>広域連合.</summary>
    WideAreaUnion = 3,
}
