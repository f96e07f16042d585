namespace IncentiveGrant.Domain.PointTables;

/// <summary>What a branch looks at. A measure gives one number (or ○/×) for each jurisdiction, or the reason why there is none.</summary>
public abstract record Measure
{
    /// <summary>Who gives the value.</summary>
    public abstract ValueSource Source { get; init; }

    /// <summary>測るもの: what a table calls it.</summary>
    public MeasureKind Kind => this switch
    {
        EnteredValue { ChangeYears: > 0 } => MeasureKind.Change,
        OwnTotal => MeasureKind.OwnTotal,
        MunicipalAggregate { Figure: AggregateKind.Mean } => MeasureKind.MunicipalMean,
        MunicipalAggregate { Figure: AggregateKind.Sum } => MeasureKind.MunicipalSum,
        MunicipalAggregate => MeasureKind.MunicipalShare,
        MunicipalOutliers => MeasureKind.MunicipalOutliers,
        _ => MeasureKind.Entered,
    };
}

/// <summary>A value that is given: an answer of the municipality or prefecture, or a figure of the ministry.</summary>
/// <param name="Source">Who gives it.</param>
public sealed record EnteredValue(ValueSource Source) : Measure
{
    /// <summary>Longest name, unit, numerator and denominator.</summary>
    public const int NameMaxLength = 100;

    /// <inheritdoc />
    public override ValueSource Source { get; init; } = Source;

    /// <summary>What the number is (通いの場への参加率); null where the indicator's name says it.</summary>
    public string? Name { get; init; }

    /// <summary>％, 人, 回; null for ○/×. A percentage is given as it is printed: 50 is 50 %.</summary>
    public string? Unit { get; init; }

    /// <summary>分子, where the value is a ratio.</summary>
    public string? Numerator { get; init; }

    /// <summary>分母, where the value is a ratio.</summary>
    public string? Denominator { get; init; }

    /// <summary>増減: the value that counts is the change against the value under the same key this many years before; 0 for the value itself.</summary>
    public int ChangeYears { get; init; }
}

/// <summary>The unit's own total of the year without what depends on it (自団体の全国順位). Computed last.</summary>
public sealed record OwnTotal : Measure
{
    /// <inheritdoc />
    public override ValueSource Source { get; init; } = ValueSource.Computed;
}

/// <summary>A figure over the municipalities of the prefecture, from their scores of the same year (prefecture tables only).</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Of">The level or cell of the municipal table.</param>
public sealed record MunicipalAggregate(AggregateKind Figure, string Of) : Measure
{
    /// <inheritdoc />
    public override ValueSource Source { get; init; } = ValueSource.Computed;

    /// <summary>The key of the level or cell.</summary>
    public LevelKey Key => LevelKey.Parse(Of);
}

/// <summary>The figures over municipalities.</summary>
public enum AggregateKind
{
    /// <summary>平均: simple mean of the points.</summary>
    Mean = 1,

    /// <summary>合計: sum of the points.</summary>
    Sum = 2,

    /// <summary>割合: municipalities with more than 0 points, in percent of the prefecture's.</summary>
    Share = 3,
}

/// <summary>
/// How many municipalities of the prefecture lie below the nation's mean − <paramref name="Deviations"/> × population SD of the rate of
/// the total (著しく得点の低い市町村; 0.349669 in the worked case of the reference figures).
/// </summary>
/// <param name="Deviations">How many SD below the mean the limit lies.</param>
public sealed record MunicipalOutliers(decimal Deviations = 2m) : Measure
{
    /// <inheritdoc />
    public override ValueSource Source { get; init; } = ValueSource.Computed;
}
