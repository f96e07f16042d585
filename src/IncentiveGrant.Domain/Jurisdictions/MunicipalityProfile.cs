using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>
/// What is known of a municipality in one fiscal year: the figures that pools and peer groups are made of. A year without a row of its
/// own takes the nearest earlier one, else the earliest.
/// </summary>
public sealed class MunicipalityProfile
{
    /// <summary>The municipality.</summary>
    public required int MunicipalityId { get; init; }

    /// <summary>The year that the figures are used for.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>人口; null when not given.</summary>
    public int? Population { get; set; }

    /// <summary>第1号被保険者数; null when not given.</summary>
    public int? InsuredCount { get; set; }

    /// <summary>区分 as printed, else as it follows from <see cref="InsuredCount"/>; null when neither is known.</summary>
    public InsuredBand? Band { get; set; }

    /// <summary>過疎; null when not given.</summary>
    public bool? IsDepopulated { get; set; }
}
