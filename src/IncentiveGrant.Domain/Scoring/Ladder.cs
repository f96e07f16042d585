using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// The tiers of one branch over its whole population (docs/domain.md, Scoring rules). A unit earns a tier if 1 + the number of units
/// strictly better ≤ the cut: if its value is not worse than the value that stands at the cut.
/// </summary>
internal sealed class Ladder
{
    private readonly TierTest test;
    private readonly decimal[] sorted; // the best first; only those whom N counts and who have a value

    private Ladder(TierTest test, decimal[] sorted, int population, int missing)
    {
        (this.test, this.sorted, Population, MissingCount) = (test, sorted, population, missing);
        Cuts = [.. test.Cuts.Select(cut => CutOf(cut.At(population)))];
    }

    /// <summary>N: whom the ladder counts.</summary>
    public int Population { get; }

    /// <summary>How many units have no value yet; the ladder gives points only when there are none.</summary>
    public int MissingCount { get; }

    /// <summary>The cut of each cell.</summary>
    public IReadOnlyList<Cut> Cuts { get; }

    /// <summary>Lays out the ladder of a test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="values">The value of every unit of the population.</param>
    public static Ladder Of(TierTest test, IReadOnlyList<GivenValue> values)
    {
        var (missing, count) = (0, 0);
        var numbers = new decimal[values.Count];
        foreach (var value in values)
        {
            if (value.State == GivenState.Missing) missing++;
            else if (value.State == GivenState.Number && Counts(test, value.Number)) numbers[count++] = value.Number;
        }
        if (missing > 0) return new Ladder(test, [], 0, missing);
        var sorted = numbers[..count];
        Array.Sort(sorted);
        if (test.Direction == Direction.Higher) Array.Reverse(sorted);
        return new Ladder(test, sorted, test.Population == TierPopulation.All ? values.Count : count, 0);
    }

    /// <summary>Whether a value earns a cell.</summary>
    public bool Earns(int cell, decimal value) => Counts(test, value) && Cuts[cell].Value is { } cut && !IsBetter(cut, value);

    /// <summary>1 + the number of units strictly better; null for a value that the ladder does not count.</summary>
    public int? PlaceOf(decimal value)
    {
        if (!Counts(test, value)) return null;
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBetter(sorted[middle], value)) low = middle + 1;
            else high = middle;
        }
        return low + 1;
    }

    /// <summary>Whether it gives the same points for every value as another.</summary>
    public bool IsSameAs(Ladder other) =>
        MissingCount == 0 == (other.MissingCount == 0) && Cuts.Select(c => c.Value).SequenceEqual(other.Cuts.Select(c => c.Value));

    private static bool Counts(TierTest test, decimal value) => test.Population != TierPopulation.Positive || value > 0;

    private bool IsBetter(decimal value, decimal than) => test.Direction == Direction.Higher ? value > than : value < than;

    private Cut CutOf(int places) => new(places, places == 0 || sorted.Length == 0 ? null : sorted[Math.Min(places, sorted.Length) - 1]);

    /// <summary>A cut.</summary>
    /// <param name="Places">The last place that earns the cell.</param>
    /// <param name="Value">The value at that place, which still earns it; null when nobody does.</param>
    public readonly record struct Cut(int Places, decimal? Value);
}
