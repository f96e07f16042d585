using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Benchmarks;

/// <summary>Complete answers of 1,741 municipalities to the table of 令和8年度, made by chance: the same in every run.</summary>
internal static class NationAnswers
{
    private const int Units = 1_741;
    private const int LargestInsured = 120_000;
    private const int DistinctValues = 400; // of a ladder: ties are usual

    /// <summary>The answers.</summary>
    public static GivenValues Make()
    {
        var random = new Random(8);
        var table = CompiledTable.Of(new ReferencePointTable().Build());
        var values = new GivenValues(table, [.. Enumerable.Range(0, Units).Select(i => UnitOf(i, table, random))]);
        for (var row = 0; row < Units; row++)
            foreach (var input in table.Inputs)
                values[row, input.Index] = !input.IsMark ? GivenValue.Of(random.Next(DistinctValues) / 10m)
                    : random.Next(2) == 0 ? GivenValue.Yes
                    : GivenValue.No;
        return values;
    }

    private static ScoredJurisdiction UnitOf(int index, CompiledTable table, Random random)
    {
        var insured = random.Next(100, LargestInsured);
        var profile = new MunicipalityProfile
        {
            MunicipalityId = index + 1, FiscalYear = table.FiscalYear, InsuredCount = insured, Band = InsuredBands.Of(insured),
            IsDepopulated = random.Next(2) == 0,
        };
        return new ScoredJurisdiction(index + 1, $"n{index + 1}", $"第{index + 1}町", "", (index % 47) + 1, profile, null);
    }
}
