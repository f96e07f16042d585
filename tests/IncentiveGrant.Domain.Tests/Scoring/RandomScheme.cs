using System.Globalization;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>Random tables and answers; the same seed always makes the same.</summary>
/// <param name="seed">The seed.</param>
/// <param name="audience">Whose tables.</param>
internal sealed class RandomScheme(int seed, Audience audience = Audience.Municipality)
{
    private static readonly string[] Signs = ["ア", "イ", "ウ", "エ"];
    private static readonly string[] Steps = ["①", "②", "③", "④", "⑤"];

    /// <summary>The source of chance.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>Whether the unit's own rank may be a rule.</summary>
    public bool HasSelfRank { get; init; } = true;

    /// <summary>Whether deductions occur, and ladders of a total where the lower is the better.</summary>
    public bool HasOddities { get; init; } = true;

    /// <summary>What prefecture tables may look at in the municipal one.</summary>
    public IReadOnlyList<LevelKey> Municipal { get; init; } = [];

    /// <summary>Whether something happens that does so in one of so many cases.</summary>
    public bool OneIn(int cases) => Random.Next(cases) == 0;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    /// <summary>A table of 2 to 12 indicators.</summary>
    public PointTable Table() => Builder().Build();

    /// <summary>The same table without and with an indicator that ranks the units by their own total.</summary>
    public (PointTable Without, PointTable With) TablesAroundSelfRank()
    {
        var builder = Builder();
        var without = builder.Build();
        var with = builder.Ladder($"{Pick(["推進", "支援"])}/Ⅱ/活動/9", points: Random.Next(1, 9), measure: new OwnTotal()).Build();
        return (without, with);
    }

    private TableBuilder Builder()
    {
        var builder = new TableBuilder(audience: audience);
        var keys = new HashSet<string>();
        var wanted = Random.Next(2, 13);
        while (keys.Count < wanted)
        {
            var place = Pick(["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "推進/Ⅳ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ", "枠外/Ⅰ"]);
            keys.Add($"{place}/{Pick(["体制", "活動", "成果"])}/{Random.Next(1, 5)}");
        }
        foreach (var key in keys) AddIndicator(builder, key);
        return builder;
    }

    private void AddIndicator(TableBuilder builder, string key)
    {
        var isBest = OneIn(3);
        var isSingle = !isBest && OneIn(2);
        var branches = Enumerable.Range(0, isSingle ? 1 : Random.Next(2, 5)).Select(i => Branch(isSingle && OneIn(2) ? null : Signs[i])).ToList();
        if (isBest)
            for (var i = 2; i < branches.Count; i++)
                branches[i] = branches[i] with { IsPlus = OneIn(2) };
        (string Label, decimal Points)[] cells = [.. branches.SelectMany(b => b.Cells).Select(label => (label, Points()))];
        var sum = cells.Sum(c => Math.Max(0, c.Points));
        var max = isBest ? Math.Min(sum, decimal.Ceiling(sum * Random.Next(20, 101) / 100)) : sum;
        builder.Indicator(key, cells, new ScoringRule(branches) { Combination = isBest ? BranchCombination.Best : BranchCombination.Added }, max);
    }

    private decimal Points() => OneIn(15) && HasOddities ? -Random.Next(1, 13) / 4m : Random.Next(0, 33) / 4m;

    private RuleBranch Branch(string? sign)
    {
        var count = Random.Next(1, 5);
        string[] cells = sign is null ? Signs[..count] : count == 1 && OneIn(2) ? [sign] : [.. Steps[..count].Select(step => sign + step)];
        return RandomTest(count) switch
        {
            TickTest or AllOfTest or AnyOfTest when Random.Next(3) is var kind => new RuleBranch(
                sign, cells, new EnteredValue(Source()), kind == 0 ? new AllOfTest(3) : kind == 1 ? new AnyOfTest() : new TickTest()),
            var test => new RuleBranch(sign, cells, NumberMeasure(ref test), test),
        };
    }

    private PointsTest RandomTest(int count) => Random.Next(7) switch
    {
        0 or 1 => new TickTest(),
        2 => new CountTest([.. Many(count, () => Random.Next(1, 6))]),
        3 => new ThresholdTest([.. Many(count, () => Random.Next(-4, 13) / 2m)], Pick([Direction.Higher, Direction.Lower])),
        _ => new TierTest(Pick(Enum.GetValues<TierPopulation>()), Cuts(count), Pick([Direction.Higher, Direction.Lower])),
    };

    private IReadOnlyList<TierCut> Cuts(int count) => OneIn(2)
        ? [.. TierTest.UsualCuts.Take(count)]
        : [.. Many(count, () => OneIn(3) ? TierCut.OfPlaces(Random.Next(1, 70)) : TierCut.OfShare(Random.Next(1, 201) / 2m))];

    private Measure NumberMeasure(ref PointsTest test)
    {
        if (Municipal.Count > 0 && !OneIn(3))
            return OneIn(4)
                ? new MunicipalOutliers(Pick([0.5m, 1m, 1.5m, 2m]))
                : new MunicipalAggregate(Pick(Enum.GetValues<AggregateKind>()), Pick(Municipal).ToString());
        if (HasSelfRank && test is TierTest tiers && OneIn(6))
        {
            if (!HasOddities) test = tiers with { Direction = Direction.Higher };
            return new OwnTotal();
        }
        return new EnteredValue(Source()) { ChangeYears = OneIn(4) ? Random.Next(1, 3) : 0 };
    }

    private ValueSource Source() => OneIn(4) ? ValueSource.Ministry : OneIn(8) ? ValueSource.Prefecture : ValueSource.Municipality;

    private static List<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make()).ToList();

    /// <summary>Answers of up to 60 units, or of so many; complete ones leave nothing unknown.</summary>
    public GivenValues Answers(CompiledTable table, bool isComplete, int? units = null, int prefectures = 5)
    {
        var count = units ?? Random.Next(1, OneIn(2) ? 8 : 61);
        ScoredJurisdiction[] jurisdictions = [.. Enumerable.Range(0, count)
            .Select(i => Unit(i, audience == Audience.Prefecture ? i + 1 : Random.Next(1, prefectures + 1)))];
        var missing = isComplete ? 0 : Pick([0, 2, 10, 40]);
        var notApplicable = Pick([0, 5, 40]);
        var earlier = Enumerable.Range(1, 2).ToDictionary(
            years => years, _ =>
                Fill(new GivenValues(table, isComplete ? jurisdictions : [.. jurisdictions.Where(_ => !OneIn(60)).Reverse()]), missing, notApplicable));
        if (!isComplete && OneIn(5)) earlier.Remove(2);
        var values = Fill(new GivenValues(table, jurisdictions) { Earlier = earlier }, missing, notApplicable);
        var frozen = Pick([0, 20, 100]);
        for (var row = 0; row < count; row++)
            if (Random.Next(100) < frozen) values.Freeze(row);
        return values;
    }

    /// <summary>A random value of an input.</summary>
    public GivenValue Answer(TableInput input)
    {
        if (input.IsMark) return Pick([GivenValue.Yes, GivenValue.No]);
        if (input.Rule.Test is ThresholdTest && input.Value.ChangeYears == 0 && OneIn(6)) return Pick([GivenValue.Yes, GivenValue.No]);
        return GivenValue.Of(OneIn(3) ? Random.Next(-40, 141) / 20m : Random.Next(-2, 8));
    }

    private GivenValues Fill(GivenValues values, int missing, int notApplicable)
    {
        for (var row = 0; row < values.Jurisdictions.Count; row++)
            foreach (var input in values.Table.Inputs)
                values[row, input.Index] = Random.Next(100) < missing ? GivenValue.Missing
                    : Random.Next(100) < notApplicable ? GivenValue.NotApplicable
                    : Answer(input);
        return values;
    }

    private static ScoredJurisdiction Unit(int index, int prefecture)
    {
        var id = 1_000 + index;
        return new ScoredJurisdiction(id, $"n{id}", string.Create(CultureInfo.InvariantCulture, $"第{index + 1}町"), "", prefecture, null, null);
    }
}
