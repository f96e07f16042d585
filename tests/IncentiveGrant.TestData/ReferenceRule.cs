using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.TestData;

/// <summary>The rules of the reference file, which names them by a word and a note for each indicator.</summary>
public static class ReferenceRule
{
    /// <summary>The rule word of a table that was made from a results file.</summary>
    public const string AsPublished = "published";

    private const string NoOutlier = "prefecture-no-outlier";

    private const string ThresholdNote = "エは受診率が50％以上であれば加点";

    /// <summary>The rule of an indicator's cells.</summary>
    public static ScoringRule Of(IReadOnlyList<ReferencePointTable.CellRow> cells) => cells[0].Rule switch
    {
        AsPublished => ScoringRule.AsPublished with { Note = cells[0].Note },
        "sum" when cells.Any(c => c.Note == ThresholdNote) => Rule(cells, [Ticks(cells.SkipLast(1)), Threshold(cells[^1])]),
        "sum" when cells[^1].Rule == NoOutlier => Rule(cells, [Ticks(cells.SkipLast(1)), Outliers(cells[^1])]),
        "sum" => Rule(cells, [Ticks(cells)]),
        "mixed" => Rule(cells, [AllOfThree(cells[0]), Counted(cells.Skip(1).Take(3)), Ticks(cells.Skip(4))]),
        "best-of-tiers" => Rule(cells, Branches(cells)) with { Combination = BranchCombination.Best },
        _ => Rule(cells, Branches(cells)),
    };

    private static ScoringRule Rule(IReadOnlyList<ReferencePointTable.CellRow> cells, IReadOnlyList<RuleBranch> branches) =>
        new(branches) { Note = cells.Select(c => c.Note).FirstOrDefault(n => n is not null) };

    private static RuleBranch Ticks(IEnumerable<ReferencePointTable.CellRow> cells) =>
        new(null, [.. cells.Select(c => c.Label)], new EnteredValue(cells.First().Source), new TickTest());

    private static RuleBranch Threshold(ReferencePointTable.CellRow cell) => new(
        cell.Label, [cell.Label], new EnteredValue(cell.Source) { Name = "受診率", Unit = "％" }, new ThresholdTest([50], Direction.Higher));

    private static RuleBranch Outliers(ReferencePointTable.CellRow cell) =>
        new(cell.Label, [cell.Label], new MunicipalOutliers(), new ThresholdTest([0], Direction.Lower));

    private static RuleBranch AllOfThree(ReferencePointTable.CellRow cell) => new(cell.Label, [cell.Label], new EnteredValue(cell.Source), new AllOfTest(3));

    private static RuleBranch Counted(IEnumerable<ReferencePointTable.CellRow> cells) => new(
        cells.First().Label[..1], [.. cells.Select(c => c.Label)], new EnteredValue(cells.First().Source), new CountTest([2, 3, 4]));

    /// <summary>Ladders: ア–エ share one value, ア①–④ and イ①–④ have one each; a single cell beside ladders is a plus.</summary>
    private static IReadOnlyList<RuleBranch> Branches(IReadOnlyList<ReferencePointTable.CellRow> cells)
    {
        if (cells.All(c => c.Label.Length == 1)) return [Ladder(null, cells)];
        return [.. cells.GroupBy(c => c.Label[..1]).Select(of => of.Count() == 1 ? Ticks(of) with { IsPlus = true } : Ladder(of.Key, [.. of]))];
    }

    private static RuleBranch Ladder(string? sign, IReadOnlyList<ReferencePointTable.CellRow> cells)
    {
        var first = cells[0];
        var population = first.Rule switch { "tiers-valid" => TierPopulation.Valid, "tiers-positive" => TierPopulation.Positive, _ => TierPopulation.All };
        var cuts = population == TierPopulation.Positive ? TierTest.PositiveCuts : TierTest.UsualCuts;
        Measure measure = first.Rule switch
        {
            "self-rank" => new OwnTotal(),
            "prefecture-mean" => new MunicipalAggregate(AggregateKind.Mean, LevelKey.Total.ToString()),
            _ => new EnteredValue(first.Source),
        };
        return new RuleBranch(sign, [.. cells.Select(c => c.Label)], measure, new TierTest(population, cuts, first.Direction ?? Direction.Higher));
    }
}
