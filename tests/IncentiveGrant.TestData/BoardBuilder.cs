using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.TestData;

/// <summary>Makes score boards: add units and their cells, the rest follows.</summary>
public sealed class BoardBuilder(PointTable table)
{
    private readonly CompiledTable compiled = CompiledTable.Of(table);
    private readonly List<(ScoredJurisdiction Unit, (string Cell, decimal? Points)[] Cells)> units = [];

    /// <summary>Adds a unit. A cell that is not named is waiting to be computed; null makes it 対象外.</summary>
    public BoardBuilder Unit(string name, int prefecture = 4, int? insured = null, bool? depopulated = null, params (string Cell, decimal? Points)[] cells)
    {
        var id = 1000 + units.Count;
        var profile = insured is null ? null : new MunicipalityProfile
        {
            MunicipalityId = id, FiscalYear = compiled.FiscalYear, InsuredCount = insured, Band = InsuredBands.Of(insured.Value), IsDepopulated = depopulated,
        };
        units.Add((new ScoredJurisdiction(id, $"n{id}", name, "", prefecture, profile, null), cells));
        return this;
    }

    /// <summary>The input; units stand in the order in which they were added.</summary>
    public ScoringInput Input()
    {
        var input = new ScoringInput(compiled, ScoreKind.Final, [.. units.Select(u => u.Unit)], CellReason.Pending);
        for (var row = 0; row < units.Count; row++)
            foreach (var (key, points) in units[row].Cells)
            {
                var cell = compiled.FindCell(LevelKey.Parse(key)) ?? throw new InvalidOperationException($"The table has no cell {key}.");
                if (points is { } p) input.SetCell(row, cell.Index, Points.Of(p));
                else input.SetCell(row, cell.Index, CellResult.NotApplicable);
            }
        return input;
    }

    /// <summary>The board.</summary>
    public ScoreBoard Score() => Scorer.Score(Input());
}
