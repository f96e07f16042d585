using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>
/// All that is answered and given in a year for one table: the input of provisional scores. Immutable but for its making: a changed value
/// makes new values that share the rest. The jurisdictions are the population: a rule that compares gives points only when all of them
/// are known.
/// </summary>
public sealed class GivenValues
{
    private readonly GivenValue[][] rows;
    private readonly bool[] frozen;
    private readonly Dictionary<int, int> rowOfId;

    /// <summary>Values of which nothing is known yet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="jurisdictions">Who is scored, in code order; all of the population.</param>
    public GivenValues(CompiledTable table, IReadOnlyList<ScoredJurisdiction> jurisdictions)
    {
        (Table, Jurisdictions) = (table, jurisdictions);
        rows = new GivenValue[jurisdictions.Count][];
        for (var row = 0; row < rows.Length; row++) rows[row] = new GivenValue[table.Inputs.Count];
        frozen = new bool[jurisdictions.Count];
        rowOfId = Enumerable.Range(0, jurisdictions.Count).ToDictionary(row => jurisdictions[row].Id);
    }

    private GivenValues(GivenValues of, GivenValue[][] rows)
    {
        (Table, Jurisdictions, Earlier) = (of.Table, of.Jurisdictions, of.Earlier);
        (this.rows, frozen, rowOfId) = (rows, of.frozen, of.rowOfId);
    }

    /// <summary>The table.</summary>
    public CompiledTable Table { get; }

    /// <summary>Who is scored.</summary>
    public IReadOnlyList<ScoredJurisdiction> Jurisdictions { get; }

    /// <summary>The values of earlier years, by how many years back they lie.</summary>
    public IReadOnlyDictionary<int, GivenValues> Earlier { get; init; } = new Dictionary<int, GivenValues>();

    /// <summary>The value of an input.</summary>
    public GivenValue this[int row, int input]
    {
        get => rows[row][input];
        set => rows[row][input] = value;
    }

    /// <summary>Whether a unit's sheet is frozen: what is not answered there counts 0 points.</summary>
    public bool IsFrozen(int row) => frozen[row];

    /// <summary>Freezes a unit's sheet.</summary>
    public void Freeze(int row) => frozen[row] = true;

    /// <summary>The same values but for one.</summary>
    public GivenValues With(int row, int input, GivenValue value)
    {
        var changed = rows.ToArray();
        changed[row] = [.. rows[row]];
        changed[row][input] = value;
        return new GivenValues(this, changed);
    }

    /// <summary>The value of an earlier year under the same key; missing when that year or the unit or the input is not there.</summary>
    internal GivenValue EarlierValue(int years, int row, LevelKey key)
    {
        if (!Earlier.TryGetValue(years, out var earlier) || earlier.Table.FindInput(key) is not { } input) return GivenValue.Missing;
        return earlier.rowOfId.TryGetValue(Jurisdictions[row].Id, out var there) ? earlier[there, input.Index] : GivenValue.Missing;
    }
}
