using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>What <see cref="SlowScorer"/> measures: one value for each unit.</summary>
internal static class SlowMeasure
{
    public static SlowValue[] Of(Measure measure, LevelKey inputKey, GivenValues values, SlowScorer? municipalities, decimal[]? ownTotals)
    {
        var measured = new SlowValue[values.Jurisdictions.Count];
        for (var row = 0; row < measured.Length; row++)
            measured[row] = measure switch
            {
                EnteredValue entered => Entered(entered, inputKey, values, row),
                OwnTotal => ownTotals is null ? SlowValue.Pending : SlowValue.Of(ownTotals[row]),
                MunicipalAggregate aggregate => Aggregate(aggregate, values.Jurisdictions[row].PrefectureNumber, municipalities),
                MunicipalOutliers outliers => Outliers(outliers.Deviations, values.Jurisdictions[row].PrefectureNumber, municipalities),
                _ => throw new InvalidOperationException($"Unknown measure {measure}."),
            };
        return measured;
    }

    private static SlowValue Entered(EnteredValue entered, LevelKey key, GivenValues values, int row)
    {
        var own = values[row, values.Table.FindInput(key)!.Index];
        if (entered.ChangeYears > 0 && own.State == GivenState.Number)
        {
            var before = Before(entered.ChangeYears, key, values, values.Jurisdictions[row].Id);
            own = before.State == GivenState.Number ? GivenValue.Of(own.Number - before.Number) : before;
        }
        return own.State switch
        {
            GivenState.NotApplicable => new SlowValue(SlowState.NotApplicable, 0),
            GivenState.Mark => new SlowValue(SlowState.Mark, own.Number),
            GivenState.Number => SlowValue.Of(own.Number),
            _ when entered.Source is not (ValueSource.Municipality or ValueSource.Prefecture) => SlowValue.Pending,
            _ => new SlowValue(values.IsFrozen(row) ? SlowState.Forfeited : SlowState.Unanswered, 0),
        };
    }

    /// <summary>The value under a key some years before; missing when that year or the unit or the input is not there.</summary>
    public static GivenValue Before(int years, LevelKey key, GivenValues values, int id)
    {
        if (!values.Earlier.TryGetValue(years, out var earlier)) return GivenValue.Missing;
        for (var row = 0; row < earlier.Jurisdictions.Count; row++)
            if (earlier.Jurisdictions[row].Id == id && earlier.Table.FindInput(key) is { } input) return earlier[row, input.Index];
        return GivenValue.Missing;
    }

    private static SlowValue Aggregate(MunicipalAggregate aggregate, int prefecture, SlowScorer? municipalities)
    {
        if (municipalities is null) return SlowValue.Pending;
        var points = municipalities.PointsAt(aggregate.Key, prefecture);
        if (points.Count == 0 || points.Any(p => p is null)) return SlowValue.Pending;
        return SlowValue.Of(aggregate.Figure switch
        {
            AggregateKind.Mean => points.Sum()!.Value / points.Count,
            AggregateKind.Sum => points.Sum()!.Value,
            _ => 100m * points.Count(p => p > 0) / points.Count,
        });
    }

    /// <summary>
    /// Municipalities below mean − k SD. Without a root, and exact: a total t lies below when t &lt; mean and (mean − t)² &gt; k² × variance.
    /// </summary>
    private static SlowValue Outliers(decimal deviations, int prefecture, SlowScorer? municipalities)
    {
        if (municipalities is null) return SlowValue.Pending;
        var nation = municipalities.PointsAt(LevelKey.Total, null);
        if (nation.Count == 0 || nation.Any(p => p is null)) return SlowValue.Pending;
        // All n-fold, so that nothing is divided.
        var n = nation.Count;
        var sum = nation.Sum()!.Value;
        var squares = nation.Sum(p => (n * p!.Value - sum) * (n * p.Value - sum));
        var below = municipalities.PointsAt(LevelKey.Total, prefecture)
            .Count(p => n * p!.Value < sum && n * (sum - n * p.Value) * (sum - n * p.Value) > deviations * deviations * squares);
        return SlowValue.Of(below);
    }
}

/// <summary>What is known of a measured value.</summary>
internal enum SlowState
{
    Unanswered,
    Pending,
    Forfeited,
    NotApplicable,
    Mark,
    Number,
}

/// <summary>A measured value of a unit.</summary>
internal readonly record struct SlowValue(SlowState State, decimal Number)
{
    public static SlowValue Pending => new(SlowState.Pending, 0);

    public bool IsOpen => State is SlowState.Unanswered or SlowState.Pending;

    public static SlowValue Of(decimal number) => new(SlowState.Number, number);
}
