namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>
/// 区分1–5 of municipalities by the number of 第1号被保険者 (not by population): under 3,000, to 10,000, to 50,000, to 100,000, and from
/// 100,000 (docs/domain.md, Words). The lower limit belongs to the band.
/// </summary>
public enum InsuredBand
{
    /// <summary>区分1: under 3,000 insured.</summary>
    Under3000 = 1,

    /// <summary>区分2: 3,000 to under 10,000.</summary>
    Under10000 = 2,

    /// <summary>区分3: 10,000 to under 50,000.</summary>
    Under50000 = 3,

    /// <summary>区分4: 50,000 to under 100,000.</summary>
    Under100000 = 4,

    /// <summary>区分5: 100,000 and over.</summary>
    From100000 = 5,
}

/// <summary>The rule of the bands and their words.</summary>
public static class InsuredBands
{
    /// <summary>All bands, smallest first.</summary>
    public static IReadOnlyList<InsuredBand> All { get; } = Enum.GetValues<InsuredBand>();

    /// <summary>The band of a number of insured persons.</summary>
    public static InsuredBand Of(int insuredCount) => insuredCount switch
    {
        < 3_000 => InsuredBand.Under3000,
        < 10_000 => InsuredBand.Under10000,
        < 50_000 => InsuredBand.Under50000,
        < 100_000 => InsuredBand.Under100000,
        _ => InsuredBand.From100000,
    };

    /// <summary>The band with a number; null when there is none.</summary>
    public static InsuredBand? TryOf(int? number) => number is { } known && All.Contains((InsuredBand)known) ? (InsuredBand)known : null;

    /// <summary>区分3.</summary>
    public static string Name(this InsuredBand band) => $"区分{(int)band}";

    /// <summary>1万〜5万人.</summary>
    public static string Range(this InsuredBand band) => band switch
    {
        InsuredBand.Under3000 => "3千人未満",
        InsuredBand.Under10000 => "3千〜1万人",
        InsuredBand.Under50000 => "1万〜5万人",
        InsuredBand.Under100000 => "5万〜10万人",
        _ => "10万人以上",
    };
}
