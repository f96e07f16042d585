using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.TestData;

/// <summary>Makes scores from answers: add units and what is known of them (○, ×, 対象外, numbers); the rest is not answered.</summary>
public sealed class ValuesBuilder(PointTable table)
{
    private readonly List<(string Name, int Prefecture, (string Key, string Value)[] Values)> units = [];

    /// <summary>The compiled table.</summary>
    public CompiledTable Table { get; } = CompiledTable.Of(table);

    /// <summary>Adds a unit.</summary>
    public ValuesBuilder Unit(string name, params (string Key, string Value)[] values) => Unit(name, 4, values);

    /// <summary>Adds a unit of a prefecture.</summary>
    public ValuesBuilder Unit(string name, int prefecture, params (string Key, string Value)[] values)
    {
        units.Add((name, prefecture, values));
        return this;
    }

    /// <summary>Adds a unit for each value of one input.</summary>
    public ValuesBuilder Units(string key, IEnumerable<string> values)
    {
        foreach (var value in values) Unit($"第{units.Count + 1}町", (key, value));
        return this;
    }

    /// <summary>The values; units stand in the order in which they were added.</summary>
    public GivenValues Values(IReadOnlyDictionary<int, GivenValues>? earlier = null)
    {
        ScoredJurisdiction[] jurisdictions = [.. units.Select(
            (u, i) => new ScoredJurisdiction(1000 + i, $"n{1000 + i}", u.Name, "", u.Prefecture, null, null))];
        var values = new GivenValues(Table, jurisdictions) { Earlier = earlier ?? new Dictionary<int, GivenValues>() };
        for (var row = 0; row < units.Count; row++)
            foreach (var (key, text) in units[row].Values)
            {
                var input = Table.FindInput(LevelKey.Parse(key)) ?? throw new InvalidOperationException($"The table asks for nothing at {key}.");
                values[row, input.Index] = GivenText.TryParse(text, input, out var value, out var fault) ? value : throw new InvalidOperationException(fault);
            }
        return values;
    }

    /// <summary>The board.</summary>
    public ScoreBoard Score(ScoreBoard? municipalities = null) => Scorer.Score(Values(), municipalities);
}
