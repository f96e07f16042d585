namespace IncentiveGrant.Documents.Results;

/// <summary>The columns of a results sheet that say whose row it is.</summary>
internal enum IdentityColumn
{
    /// <summary>通し番号 and 都道府県番号: nothing is joined by them.</summary>
    Ignored,

    /// <summary>評価年度, in a table of several years.</summary>
    Year,

    /// <summary>都道府県.</summary>
    Prefecture,

    /// <summary>市町村.</summary>
    Unit,

    /// <summary>保険者番号.</summary>
    InsurerNumber,

    /// <summary>人口.</summary>
    Population,

    /// <summary>第1号被保険者数.</summary>
    Insured,

    /// <summary>区分.</summary>
    Band,

    /// <summary>過疎.</summary>
    Depopulated,
}
