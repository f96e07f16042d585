using System.Globalization;

namespace IncentiveGrant.Domain.Publications;

/// <summary>
/// Holds published figures against each other. Rules (docs/domain.md, Published figures):
/// 1. The parts that a level is declared to have add up to it, figure by figure of one pool. Points and maxima add up exactly; means may
///    miss by half the last printed digit of each part and of the sum.
/// 2. A rate of points is points or mean ÷ maximum, within half its own last digit and what half the last digit of a mean makes of it.
/// 3. An 実施率 of a pool of N is n/N for some whole n, to the printed digits.
/// What cannot be computed because a part is missing is not compared.
/// </summary>
public static class PublishedFigureCheck
{
    /// <summary>Everything in the figures of one document that can be compared, in the order of the file.</summary>
    public static IReadOnlyList<PublishedComparison> Of(IReadOnlyList<PublishedFigure> figures)
    {
        var read = figures.Select(f => (Figure: f, Number: NumberOf(f))).Where(f => f.Number is not null)
            .Select(f => new Readable(f.Figure, f.Number!.Value)).ToList();
        var byPlace = read.ToDictionary(r => PlaceOf(r.Figure, r.Figure.Level, r.Figure.Pool, r.Figure.Kind));
        return [.. Sums(figures, byPlace).Concat(ScoreRates(read, byPlace)).Concat(Shares(read)).OrderBy(c => c.Figure.Row)];
    }

    /// <summary>Why value and print of a figure do not belong together, with what to do; null when they do.</summary>
    public static string? PrintFault(PublishedFigure figure) => (figure.Value, PrintedNumber.Read(figure.Kind, figure.Printed)) switch
    {
        ({ } value, { } print) when value != print.Value =>
            $"値は{Shown(value)}ですが、印字「{figure.Printed}」は{Shown(print.Value)}と読めます。公表資料を確かめて、どちらかを直してください。",
        ({ } value, null) => $"値は{Shown(value)}ですが、印字「{figure.Printed}」は数値ではありません。値を空けるか、印字を直してください。",
        (null, { } print) when figure.Note is null =>
            $"印字「{figure.Printed}」は{Shown(print.Value)}と読めますが、値が空です。値を書くか、値がわからない理由を備考に書いてください。",
        _ => null,
    };

    private static IEnumerable<PublishedComparison> Sums(IReadOnlyList<PublishedFigure> figures, Dictionary<Place, Readable> byPlace)
    {
        var breakdowns = figures.Where(f => f.PartOf is not null && AddsUp(f.Kind))
            .GroupBy(f => (Whole: PlaceOf(f, f.PartOf!, f.Pool, f.Kind), f.Breakdown));
        foreach (var breakdown in breakdowns)
        {
            if (!byPlace.TryGetValue(breakdown.Key.Whole, out var whole)) continue;
            var parts = breakdown.Select(f => byPlace.GetValueOrDefault(PlaceOf(f, f.Level, f.Pool, f.Kind))).OfType<Readable>().ToList();
            if (parts.Count < breakdown.Count()) continue;
            var sum = parts.Sum(p => p.Number.Value);
            var slack = whole.Figure.Kind == PublishedFigureKind.Mean ? whole.Number.HalfDigit + parts.Sum(p => p.Number.HalfDigit) : 0;
            var how = $"{breakdown.First().Level}から{breakdown.Last().Level}までの合計";
            yield return whole.Compared(PublishedCheck.Sum, sum, Math.Abs(whole.Number.Value - sum) <= slack, how);
        }
    }

    private static IEnumerable<PublishedComparison> ScoreRates(List<Readable> read, Dictionary<Place, Readable> byPlace)
    {
        foreach (var rate in read.Where(r => r.Figure.Kind == PublishedFigureKind.ScoreRate))
        {
            var of = Find(rate, rate.Figure.Pool, PublishedFigureKind.Points) ?? Find(rate, rate.Figure.Pool, PublishedFigureKind.Mean);
            if (of is null || Find(rate, PublishedFigure.Everybody, PublishedFigureKind.MaxPoints) is not { Number.Value: > 0 } max) continue;
            var percent = of.Number.Value * 100m / max.Number.Value;
            var slack = of.Figure.Kind == PublishedFigureKind.Mean ? of.Number.HalfDigit * 100m / max.Number.Value : 0;
            var agrees = Math.Abs(rate.Number.Value - percent) <= rate.Number.HalfDigit + slack;
            yield return rate.Compared(PublishedCheck.ScoreRate, Rounded(percent, rate.Number), agrees, $"{of.Figure.Printed}÷{max.Figure.Printed}");
        }

        Readable? Find(Readable rate, string pool, PublishedFigureKind kind) =>
            byPlace.GetValueOrDefault(PlaceOf(rate.Figure, rate.Figure.Level, pool, kind));
    }

    private static IEnumerable<PublishedComparison> Shares(List<Readable> read)
    {
        foreach (var rate in read.Where(r => r.Figure is { Kind: PublishedFigureKind.ImplementationRate, PoolSize: > 0 }))
        {
            var size = rate.Figure.PoolSize!.Value;
            var below = (int)Math.Clamp(Math.Floor(rate.Number.Value * size / 100m), 0, size);
            var near = new[] { below, Math.Min(below + 1, size) }.Distinct().Select(n => (Count: n, Percent: n * 100m / size)).ToList();
            var found = near.Where(n => rate.Number.Allows(n.Percent)).ToList();
            var how = string.Join("、", (found.Count > 0 ? found.Take(1) : near)
                .Select(n => $"{n.Count}/{size}は{Shown(Rounded(n.Percent, rate.Number))}%"));
            yield return rate.Compared(PublishedCheck.Share, found.Count > 0 ? Rounded(found[0].Percent, rate.Number) : null, found.Count > 0, how);
        }
    }

    private static PrintedNumber? NumberOf(PublishedFigure figure) =>
        figure.Value is null ? null : PrintedNumber.Read(figure.Kind, figure.Printed);

    private static bool AddsUp(PublishedFigureKind kind) => kind is PublishedFigureKind.Points or PublishedFigureKind.MaxPoints or PublishedFigureKind.Mean;

    private static decimal Rounded(decimal exact, PrintedNumber print) => Math.Round(exact, print.Decimals, MidpointRounding.AwayFromZero);

    private static string Shown(decimal value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static Place PlaceOf(PublishedFigure of, string level, string pool, PublishedFigureKind kind) =>
        new(of.FiscalYear.Value, (int)of.Audience, pool, of.Indicator, level, kind);

    private sealed record Place(int Year, int Audience, string Pool, string Indicator, string Level, PublishedFigureKind Kind);

    private sealed record Readable(PublishedFigure Figure, PrintedNumber Number)
    {
        public PublishedComparison Compared(PublishedCheck check, decimal? recomputed, bool agrees, string how) =>
            new(Figure, check, recomputed, agrees, how);
    }
}

/// <summary>A published figure beside what follows from others of its document.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Check">How it was recomputed.</param>
/// <param name="Recomputed">What follows, to the printed digits where it is a rate; null when no whole number gives such a rate.</param>
/// <param name="Agrees">Whether the print can be that.</param>
/// <param name="How">From what it was recomputed: Ⅱ(1)からⅡ(9)までの合計.</param>
public sealed record PublishedComparison(PublishedFigure Figure, PublishedCheck Check, decimal? Recomputed, bool Agrees, string How)
{
    /// <summary>The difference as a sentence.</summary>
    public string Text
    {
        get
        {
            var whose = Figure.Pool.Length == 0 ? "" : $"{Figure.Pool}の";
            var what = $"{Figure.FiscalYear.Short} {whose}「{Figure.LevelName}」の{Figure.Kind.Name()}は{Figure.Printed}と公表されていますが、";
            return Recomputed is { } value
                ? string.Create(CultureInfo.InvariantCulture, $"{what}{How}は{value:#,0.######}です。")
                : $"{what}{Figure.PoolSize}団体ではこの率になりません（{How}）。";
        }
    }
}

/// <summary>How a published figure was recomputed.</summary>
public enum PublishedCheck
{
    /// <summary>As the sum of its declared parts.</summary>
    Sum = 1,

    /// <summary>As points ÷ maximum.</summary>
    ScoreRate = 2,

    /// <summary>As a share of the pool's members.</summary>
    Share = 3,

    /// <summary>From the score board of its year.</summary>
    Board = 4,
}
