namespace IncentiveGrant.Domain.Results;

/// <summary>
/// The maxima of the indicators of a group, as far as they follow from a results file, which prints those of cells and of the group only.
/// Where the cells add up to the group, each indicator is worth the sum of its cells. Where they add up to more (of several ladders only
/// the best counts), the maxima still add up to the group, and no maximum is below what some unit has scored, nor above the indicator's
/// cells. So:
/// 1. an indicator in which some unit has scored every cell is worth the sum of its cells;
/// 2. if the best scores of all indicators add up to the group, they are the maxima;
/// 3. if only one is left open, it is worth the rest of the group;
/// 4. otherwise it is not known.
/// A unit counts as proof only where its printed subtotal is the sum of its cells, so that nothing of it was capped.
/// </summary>
internal static class IndicatorMaxima
{
    /// <summary>The maxima in the order of the indicators; null where one is not known.</summary>
    /// <param name="file">The results.</param>
    /// <param name="indicators">For each indicator the columns of its cells.</param>
    /// <param name="subtotal">The column of the group's subtotal; null when the file has none.</param>
    /// <param name="groupMax">The group's maximum.</param>
    public static decimal?[] Of(ResultsFile file, IReadOnlyList<IReadOnlyList<int>> indicators, int? subtotal, decimal groupMax)
    {
        var sums = indicators.Select(cells => cells.Sum(c => file.Columns[c].MaxPoints ?? 0)).ToArray();
        if (sums.Sum() == groupMax) return [.. sums.Select(s => (decimal?)s)];
        var best = BestScores(file, indicators, subtotal);
        if (best.Sum() == groupMax) return [.. best.Select(b => (decimal?)b)];
        var maxima = best.Zip(sums, (b, s) => b == s ? s : (decimal?)null).ToArray();
        var rest = groupMax - maxima.Sum(m => m ?? 0);
        if (rest < 0) return new decimal?[indicators.Count];
        if (maxima.Count(m => m is null) == 1 && rest > 0) maxima[Array.IndexOf(maxima, null)] = rest;
        return maxima;
    }

    private static decimal[] BestScores(ResultsFile file, IReadOnlyList<IReadOnlyList<int>> indicators, int? subtotal)
    {
        var best = new decimal[indicators.Count];
        if (subtotal is not { } column) return best;
        foreach (var row in file.Rows)
        {
            var scores = indicators.Select(cells => cells.Sum(c => row.Figures[c].Value ?? 0)).ToArray();
            if (row.Figures[column].Value != scores.Sum()) continue;
            for (var i = 0; i < best.Length; i++) best[i] = Math.Max(best[i], scores[i]);
        }
        return best;
    }
}
