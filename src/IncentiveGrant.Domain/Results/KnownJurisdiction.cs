using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Results;

/// <summary>A jurisdiction that the portal knows, as far as the rows of a results file are joined to it.</summary>
/// <param name="Id">The portal's number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PrefectureNumber">1 to 47.</param>
/// <param name="NormalizedName">Its name in the form of <see cref="Text.NormalizedText.Name"/>.</param>
/// <param name="InsurerNumber">保険者番号, if it has one.</param>
public sealed record KnownJurisdiction(int Id, JurisdictionKind Kind, int PrefectureNumber, string NormalizedName, string? InsurerNumber);

/// <summary>A row of a results file, joined to a jurisdiction or to be one.</summary>
/// <param name="Row">The row.</param>
/// <param name="Kind">What it is.</param>
/// <param name="JurisdictionId">The jurisdiction; null for one that the portal does not know yet, which is created only on confirmation.</param>
public sealed record JoinedRow(ResultsRow Row, JurisdictionKind Kind, int? JurisdictionId)
{
    /// <summary>Whether the portal does not know it yet.</summary>
    public bool IsNew => JurisdictionId is null;

    /// <summary>The figures that the row gives of the municipality; null for a prefecture or a union.</summary>
    /// <param name="municipalityId">The number under which they are kept.</param>
    /// <param name="year">The year of the results.</param>
    public MunicipalityProfile? ProfileFor(int municipalityId, FiscalYear year)
    {
        if (Kind != JurisdictionKind.Municipality) return null;
        return new MunicipalityProfile
        {
            MunicipalityId = municipalityId,
            FiscalYear = year,
            Population = Row.Population,
            InsuredCount = Row.InsuredCount,
            Band = Row.Band ?? (Row.InsuredCount is { } insured ? InsuredBands.Of(insured) : null),
            IsDepopulated = Row.IsDepopulated,
        };
    }
}
