using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Charts;

/// <summary>One year of <see cref="Trend"/>.</summary>
/// <param name="Year">評価年度.</param>
/// <param name="Own">The own rate in percent; null when not known.</param>
/// <param name="Mean">The mean rate in percent; null when not known.</param>
public sealed record TrendPoint(FiscalYear Year, decimal? Own, decimal? Mean);

/// <summary>
/// Rates over the years. A line joins two years only when they follow each other, both are known and both belong to the same system:
/// a missing year is a gap, and the change of system of 令和6年度 is a dotted rule that no line crosses.
/// </summary>
/// <param name="id">Unique on the page.</param>
/// <param name="title">得点率の推移（令和4〜8年度）.</param>
/// <param name="ownName">Whose rates they are.</param>
/// <param name="points">The years, oldest first.</param>
public sealed class Trend(string id, string title, string ownName, IReadOnlyList<TrendPoint> points) : Chart
{
    private readonly IReadOnlyList<TrendPoint> years = Fill(points);

    /// <summary>Whose mean it is.</summary>
    public string MeanName { get; init; } = "全国平均";

    /// <summary>Drawn for a sheet of a report: lower, with fewer lines.</summary>
    public bool IsOnSheet { get; init; }

    private int Height => IsOnSheet ? 108 : 196;

    private double Top => IsOnSheet ? 20 : 24;

    private double Bottom => IsOnSheet ? 82 : 150;

    private protected override void Draw(Svg svg)
    {
        svg.OpenFigure(id, title, Describe(), Height);
        var known = years.SelectMany(y => new[] { y.Own, y.Mean }).OfType<decimal>().ToList();
        if (known.Count == 0)
        {
            svg.Text("mid t2", Length.Percent(50), Bottom / 2, "得点率の分かる年度がまだありません");
        }
        else
        {
            var scale = RateScale.Around(known.Min(), known.Max(), IsOnSheet ? 20 : 10);
            DrawGrid(svg, scale);
            DrawChangeOfSystem(svg);
            DrawLines(svg, scale);
            foreach (var (place, year) in years.Index()) DrawYear(svg, year, X(place), scale);
        }
        svg.Close();
    }

    private void DrawGrid(Svg svg, RateScale scale)
    {
        for (var rate = scale.Low; rate <= scale.High; rate += scale.Step)
        {
            svg.Across(rate == scale.Low ? "axis" : "grid", 0, Length.Full, Y(rate, scale));
            svg.Text("t2 t12", 0, Y(rate, scale) - (IsOnSheet ? 3 : 4), $"{rate}%");
        }
    }

    private void DrawChangeOfSystem(Svg svg)
    {
        if (!IsOld(years[0]) || IsOld(years[^1])) return;
        var first = years.Index().First(y => !IsOld(y.Item)).Index;
        var x = Length.Percent((X(first - 1).Value + X(first).Value) / 2);
        svg.Upright("ref-dash", x, 10, Bottom + 22);
        svg.Text("t2 t12 end", x, 16, "旧制度", -6);
        svg.Text("t2 t12", x, 16, "現行制度", 6);
    }

    private void DrawLines(Svg svg, RateScale scale)
    {
        for (var i = 1; i < years.Count; i++)
        {
            var (from, to) = (years[i - 1], years[i]);
            if (IsOld(from) != IsOld(to)) continue;
            DrawLine(svg, "trend-2", i, from.Mean, to.Mean, scale);
            DrawLine(svg, IsOld(to) ? "trend-old" : "trend", i, from.Own, to.Own, scale);
        }
    }

    private void DrawLine(Svg svg, string css, int place, decimal? from, decimal? to, RateScale scale)
    {
        if (from is { } a && to is { } b) svg.Line(css, X(place - 1), X(place), Y(a, scale), Y(b, scale));
    }

    private void DrawYear(Svg svg, TrendPoint year, Length x, RateScale scale)
    {
        var ownIsLower = year.Own < year.Mean;
        if (year.Mean is { } mean)
        {
            svg.Dot("dot-2", x, Y(mean, scale), IsOnSheet ? 2.5 : 3);
            svg.Text("mid t12 t2 halo", x, Y(mean, scale) + (ownIsLower ? -9 : IsOnSheet ? 15 : 19), Figures.PointsOneDecimal(mean));
        }
        if (year.Own is { } own)
        {
            svg.Dot(IsOld(year) ? "dot-old" : "dot", x, Y(own, scale), IsOnSheet ? 4 : 5);
            svg.Text("mid b halo", x, Y(own, scale) + (ownIsLower ? 20 : IsOnSheet ? -8 : -11), Figures.PointsOneDecimal(own));
        }
        svg.Text((year == years[^1] ? "mid b" : "mid") + (IsOnSheet ? " t12" : ""), x, Height - 6, year.Year.Japanese);
    }

    private Length X(int place)
    {
        var (first, last) = IsOnSheet ? (20.0, 88.0) : (13.0, 95.0);
        return Length.Percent(years.Count == 1 ? (first + last) / 2 : first + (place * (last - first) / (years.Count - 1)));
    }

    private double Y(decimal rate, RateScale scale) => Bottom - ((double)(rate - scale.Low) / (scale.High - scale.Low) * (Bottom - Top));

    private string Describe()
    {
        if (!years.Any(y => y.Own is not null || y.Mean is not null)) return "得点率の分かる年度がまだありません。";
        return $"{ownName}の得点率は、{Series(y => y.Own)}。{MeanName}は、{Series(y => y.Mean)}。"
            + (IsOld(years[0]) ? "令和5年度以前は制度が異なるため、線をつないでいません。" : "");
    }

    private string Series(Func<TrendPoint, decimal?> value) =>
        string.Join("、", years.Select(y => y.Year.Japanese + (value(y) is { } rate ? Figures.Rate(rate) : "は不明")));

    private static bool IsOld(TrendPoint point) => point.Year < FiscalYear.FirstOfCurrentFrame;

    /// <summary>Years between the first and the last that are missing get a place of their own, so that they show as a gap.</summary>
    private static IReadOnlyList<TrendPoint> Fill(IReadOnlyList<TrendPoint> points)
    {
        if (points.Count == 0) return points;
        var byYear = points.ToDictionary(p => p.Year);
        return [.. Enumerable.Range(points[0].Year.Value, points[^1].Year.Value - points[0].Year.Value + 1)
            .Select(y => byYear.GetValueOrDefault(new FiscalYear(y)) ?? new TrendPoint(new FiscalYear(y), null, null))];
    }

    /// <summary>The axis: round numbers around the values, with room for a label over the highest.</summary>
    private readonly record struct RateScale(int Low, int High, int Step)
    {
        private const int Room = 3;

        public static RateScale Around(decimal min, decimal max, int step)
        {
            var low = Math.Max(0, (int)Math.Floor((min - Room) / step) * step);
            var high = Math.Min(100, (int)Math.Ceiling((max + Room) / step) * step);
            return new RateScale(low, high, high - low > 5 * step ? 2 * step : step);
        }
    }
}
