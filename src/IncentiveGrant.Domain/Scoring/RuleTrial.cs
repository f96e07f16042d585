using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>An indicator's rule tried out on typed values, before anybody is scored by it: one line a unit, which together are the nation.</summary>
/// <param name="Board">What the units score.</param>
/// <param name="Indicator">The indicator's level.</param>
public sealed record RuleTrial(ScoreBoard Board, TableLevel Indicator)
{
    /// <summary>More lines than there are municipalities.</summary>
    public const int MaxLines = 2_000;

    private static readonly char[] Separators = [',', '，', '、'];

    /// <summary>What a line holds, in order; empty where the rule looks at nothing that could be typed.</summary>
    public static IReadOnlyList<TableInput> InputsOf(Audience audience, LevelKey key, Indicator indicator) =>
        indicator.Rule.Branches.All(b => b.Measure is EnteredValue) ? Compile(audience, key, indicator).Inputs : [];

    /// <summary>Tries a rule out.</summary>
    /// <param name="audience">対象.</param>
    /// <param name="key">The indicator.</param>
    /// <param name="indicator">What it says; <see cref="RuleCheck"/> has nothing against it.</param>
    /// <param name="text">The values; of a change the change itself.</param>
    /// <param name="fault">What cannot be read, and what to do; null when all can.</param>
    /// <returns>Null when something cannot be read.</returns>
    public static RuleTrial? Of(Audience audience, LevelKey key, Indicator indicator, string text, out string? fault)
    {
        var table = Compile(audience, key, indicator);
        var lines = text.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToList(); // a blank line in between is a unit without a value
        if (lines is [""]) lines.Clear();
        fault = lines.Count switch
        {
            0 => "値を1行に1団体ずつ書いてください。",
            > MaxLines => $"{lines.Count}行あります。{MaxLines}行以内にしてください。",
            _ => null,
        };
        if (fault is not null) return null;
        ScoredJurisdiction[] units =
            [.. lines.Select((_, i) => new ScoredJurisdiction(i + 1, (i + 1).ToString(CultureInfo.InvariantCulture), $"{i + 1}行目", "", 1, null, null))];
        var before = new GivenValues(table, units);
        var years = table.Inputs.Select(i => i.Value.ChangeYears).Where(y => y > 0).Distinct();
        var values = new GivenValues(table, units) { Earlier = years.ToDictionary(y => y, _ => before) };
        for (var row = 0; row < lines.Count; row++)
        {
            fault = ReadLine(lines[row], row, values, before);
            if (fault is not null) return null;
        }
        return new RuleTrial(Scorer.Score(values), table.FindLevel(key)!);
    }

    private static string? ReadLine(string line, int row, GivenValues values, GivenValues before)
    {
        var parts = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : line.Split(Separators); // from Excel; 1,234 is one number there
        var inputs = values.Table.Inputs;
        if (parts.Length > inputs.Count) return $"{row + 1}行目：値が{parts.Length}個あります。{inputs.Count}個にしてください（{string.Join("、", inputs.Select(i => i.Key))}）。";
        for (var i = 0; i < inputs.Count; i++)
        {
            if (!GivenText.TryParse(parts.ElementAtOrDefault(i), inputs[i], out var value, out var fault)) return $"{row + 1}行目：{fault}";
            values[row, i] = value;
            before[row, i] = GivenValue.Of(0);
        }
        return null;
    }

    /// <summary>A table of this indicator alone.</summary>
    private static CompiledTable Compile(Audience audience, LevelKey key, Indicator indicator)
    {
        var max = indicator.MaxPoints ?? 0;
        var group = new IndicatorGroup { Kind = key.Group!.Value, MaxPoints = max, Indicators = [indicator] };
        var goal = new Goal { Grant = key.Grant!.Value, Number = key.Goal!.Value, Title = "", MaxPoints = max, IsCopy = false, Groups = [group] };
        return CompiledTable.Of(new PointTable
        {
            FiscalYear = FiscalYear.FirstOfCurrentFrame, Audience = audience, Origin = PointTableOrigin.Written, Title = "", MaxPoints = max,
            PromotionMaxPoints = max, EffortSupportMaxPoints = 0, Goals = [goal],
        });
    }
}
