using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>What holds for every table and all answers.</summary>
public class ScoringInvariantTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 60));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_InAnotherOrderOfUnits_IsTheSame(int seed)
    {
        var (random, values) = Make(seed, isComplete: seed % 2 == 0);
        var order = Enumerable.Range(0, values.Jurisdictions.Count).ToArray();
        random.Random.Shuffle(order);
        var shuffled = new GivenValues(values.Table, [.. order.Select(row => values.Jurisdictions[row])]) { Earlier = values.Earlier };
        for (var row = 0; row < order.Length; row++)
        {
            foreach (var input in values.Table.Inputs) shuffled[row, input.Index] = values[order[row], input.Index];
            if (values.IsFrozen(order[row])) shuffled.Freeze(row);
        }

        AssertSame(Scorer.Score(values), Scorer.Score(shuffled));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_WhenComplete_IsTheSumOfItsParts_AndACopyIsItsSource(int seed)
    {
        var board = Scorer.Score(Make(seed, isComplete: true).Values);

        foreach (var level in board.Table.Levels)
            for (var row = 0; row < board.Jurisdictions.Count; row++)
            {
                var parts = board.Table.ChildrenOf(level).Select(part => board.Score(row, part).Known).ToList();
                if (parts.Count > 0) Assert.Equal(parts.Sum(), board.Score(row, level).Complete);
                if (level.CopyOf is { } source) Assert.Equal(board.Score(row, source), board.Score(row, level));
                if (level is not { Kind: LevelKind.Indicator, Indicator: { } indicator }) continue;
                var cells = board.Table.CellsOf(level).Sum(cell => board.Cell(row, cell.Index).PointsIfKnown!.Value.Value);
                Assert.Equal(indicator.Rule.Combination == BranchCombination.Best ? Math.Min(cells, indicator.MaxPoints!.Value) : cells, board.Score(row, level)
                    .Complete);
            }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_WithOneMoreTick_IsNeverLower(int seed)
    {
        var random = new RandomScheme(seed) { HasSelfRank = false, HasOddities = false };
        var (without, with) = random.TablesAroundSelfRank();
        var values = random.Answers(CompiledTable.Of(without), isComplete: true);
        var ranked = Under(with, values);
        var ticks = values.Table.Inputs.Where(i => i.IsMark).Select(i => i.Key).ToList();
        if (ticks.Count == 0) return;
        for (var turn = 0; turn < 10; turn++)
        {
            var (row, key) = (random.Random.Next(values.Jurisdictions.Count), random.Pick(ticks));
            var (plain, full) = (Ticked(values, row, key, GivenValue.No), Ticked(ranked, row, key, GivenValue.No));

            var (after, fullAfter) = (Ticked(values, row, key, GivenValue.Yes), Ticked(ranked, row, key, GivenValue.Yes));

            Assert.True(after.Score(row, 0).Complete >= plain.Score(row, 0).Complete, $"Row {row}, {key}: the total falls.");
            Assert.True(Rank(fullAfter, row) <= Rank(full, row), $"Row {row}, {key}: the rank falls from {Rank(full, row)} to {Rank(fullAfter, row)}.");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SelfRank_LeavesTheOrderOfTheTotalsWithoutIt(int seed)
    {
        var random = new RandomScheme(seed) { HasSelfRank = false };
        var (without, with) = random.TablesAroundSelfRank();
        var values = random.Answers(CompiledTable.Of(without), isComplete: true);

        var (before, after) = (Scorer.Score(values), Scorer.Score(Under(with, values)));

        for (var row = 0; row < before.Jurisdictions.Count; row++) Assert.Equal(Rank(before, row), Rank(after, row));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranks_AreOfCompleteScoresOnly(int seed)
    {
        var board = Scorer.Score(Make(seed, isComplete: false).Values);

        foreach (var level in board.Table.Levels)
            for (var row = 0; row < board.Jurisdictions.Count; row++)
                Assert.Equal(board.Score(row, level).IsComplete, board.Standing(row, level, PoolKind.Nation) is not null);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_OnceEverythingIsKnown_LiesInTheEarlierRange(int seed)
    {
        var (random, values) = Make(seed, isComplete: false);
        var before = Scorer.Score(values);

        var after = Scorer.Score(Filled(random, values));

        foreach (var level in before.Table.Levels)
            for (var row = 0; row < before.Jurisdictions.Count; row++)
            {
                var (range, final) = (before.Score(row, level), after.Score(row, level));
                Assert.True(range.Lowest <= range.Highest, $"Row {row}, {level.Key}: {range}");
                Assert.True(
                    final.Complete is { } points && range.Lowest <= points && points <= range.Highest,
                    $"Row {row}, {level.Key}: {final} after {range.Lowest} to {range.Highest}");
            }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rescore_OverManyChanges_IsScoringAnew(int seed)
    {
        var (random, values) = Make(seed, isComplete: seed % 2 == 0);
        var board = Scorer.Score(values);
        if (values.Table.Inputs.Count == 0) return;
        for (var turn = 0; turn < 30; turn++)
        {
            var (row, input) = (random.Random.Next(values.Jurisdictions.Count), random.Pick(values.Table.Inputs));
            var value = random.OneIn(10) ? GivenValue.Missing : random.OneIn(10) ? GivenValue.NotApplicable : random.Answer(input);

            board = Scorer.Rescore(board, row, input.Index, value);

            values = values.With(row, input.Index, value);
            AssertSame(Scorer.Score(values), board);
        }
    }

    private static (RandomScheme Random, GivenValues Values) Make(int seed, bool isComplete)
    {
        var random = new RandomScheme(seed);
        return (random, random.Answers(CompiledTable.Of(random.Table()), isComplete));
    }

    private static int? Rank(ScoreBoard board, int row) => board.Standing(row, board.Table.Total, PoolKind.Nation)?.Rank;

    private static ScoreBoard Ticked(GivenValues values, int row, LevelKey key, GivenValue value) =>
        Scorer.Score(values.With(row, values.Table.FindInput(key)!.Index, value));

    /// <summary>The same answers under another table.</summary>
    private static GivenValues Under(PointTable table, GivenValues values)
    {
        var under = new GivenValues(CompiledTable.Of(table), values.Jurisdictions) { Earlier = values.Earlier };
        for (var row = 0; row < values.Jurisdictions.Count; row++)
        {
            foreach (var input in values.Table.Inputs) under[row, under.Table.FindInput(input.Key)!.Index] = values[row, input.Index];
            if (values.IsFrozen(row)) under.Freeze(row);
        }
        return under;
    }

    /// <summary>
    /// What is missing filled with something, in earlier years too; only what a frozen sheet lost stays lost.
    /// </summary>
    private static GivenValues Filled(RandomScheme random, GivenValues values)
    {
        var earlier = new Dictionary<int, GivenValues>();
        for (var years = 1; years <= 2; years++) earlier[years] = new GivenValues(values.Table, values.Jurisdictions);
        var filled = new GivenValues(values.Table, values.Jurisdictions) { Earlier = earlier };
        for (var row = 0; row < values.Jurisdictions.Count; row++)
        {
            if (values.IsFrozen(row)) filled.Freeze(row);
            foreach (var input in values.Table.Inputs)
            {
                var isForfeit = values.IsFrozen(row) && input.Value.Source is (ValueSource.Municipality or ValueSource.Prefecture);
                filled[row, input.Index] = Fill(values[row, input.Index], input, isForfeit);
                foreach (var (years, of) in earlier)
                    of[row, input.Index] = Fill(SlowMeasure.Before(years, input.Key, values, values.Jurisdictions[row].Id), input, isForfeit);
            }
        }
        return filled;

        GivenValue Fill(GivenValue value, TableInput input, bool isForfeit) =>
            value.State != GivenState.Missing || isForfeit ? value : random.OneIn(8) ? GivenValue.NotApplicable : random.Answer(input);
    }

    private static void AssertSame(ScoreBoard expected, ScoreBoard actual)
    {
        var difference = ScoringDifferences.Of(expected, actual);

        Assert.True(difference is null, difference);
    }
}
