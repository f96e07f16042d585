using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

/// <summary>Where two scorings of the same units differ first; null when they agree.</summary>
internal static class ScoringDifferences
{
    /// <summary>A board against the slow scoring.</summary>
    public static string? Of(SlowScorer expected, ScoreBoard actual)
    {
        for (var row = 0; row < actual.Jurisdictions.Count; row++)
        {
            foreach (var cell in actual.Table.Cells)
            {
                var result = actual.Cell(row, cell.Index);
                var wanted = expected.Cells[cell.Key][row];
                if (result.PointsIfKnown?.Value != wanted.Points || result.Reason != wanted.Reason)
                    return $"Row {row}, cell {cell.Key}: expected {Text(wanted.Points)} {wanted.Reason}, "
                        + $"actual {Text(result.PointsIfKnown?.Value)} {result.Reason}; "
                        + ScoringRuleText.Of(actual.Table.Levels[cell.Level].Indicator!.Rule);
            }
            foreach (var level in actual.Table.Levels)
            {
                var score = actual.Score(row, level);
                var found = new SlowScore(score.Known, score.Lowest, score.Highest, score.Complete is not null);
                if (found != expected.Levels[level.Key][row])
                    return $"Row {row}, level {level.Key}: expected {expected.Levels[level.Key][row]}, actual {found}";
            }
            var rank = actual.Standing(row, actual.Table.Total, PoolKind.Nation)?.Rank;
            if (rank != expected.Ranks[row]) return $"Row {row}: expected rank {expected.Ranks[row]}, actual {rank}";
        }
        return null;
    }

    /// <summary>A board against another of the same units, what it says of each cell included.</summary>
    public static string? Of(ScoreBoard expected, ScoreBoard actual)
    {
        for (var row = 0; row < actual.Jurisdictions.Count; row++)
        {
            var wanted = expected.FindRow(actual.Jurisdictions[row].Id)!.Value;
            foreach (var cell in actual.Table.Cells)
            {
                var (before, after) = (Explained(expected, wanted, cell), Explained(actual, row, cell));
                if (before != after) return $"Row {row}, cell {cell.Key}: expected {before}, actual {after}";
            }
            foreach (var level in actual.Table.Levels)
            {
                if (actual.Score(row, level) != expected.Score(wanted, level))
                    return $"Row {row}, level {level.Key}: expected {expected.Score(wanted, level)}, actual {actual.Score(row, level)}";
                var (before, after) = (expected.Standing(wanted, level, PoolKind.Nation), actual.Standing(row, level, PoolKind.Nation));
                if (before != after) return $"Row {row}, level {level.Key}: expected {before}, actual {after}";
            }
        }
        return null;
    }

    private static (CellResult, CellVerdict, GivenValue, CellComparison?) Explained(ScoreBoard board, int row, TableCell cell) =>
        board.Explain(row, cell) is var e ? (e.Result, e.Verdict, e.Measured, e.Comparison) : default;

    private static string Text(decimal? points) => points is { } p ? $"{p}" : "unknown";
}
