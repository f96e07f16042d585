using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Charts;

/// <summary>
/// How many units have how many points: outlined bins, the own bin filled, the mean dashed, the own score as a line with its name.
/// </summary>
/// <param name="id">Unique on the page.</param>
/// <param name="title">What is counted: 合計得点の分布（1,741市町村）.</param>
/// <param name="scores">The points that are known; who has none is left out (<see cref="LeftOut"/>).</param>
public sealed class Histogram(string id, string title, IReadOnlyCollection<decimal> scores) : Chart
{
    private const double Top = 34;

    /// <summary>Height in px: 172 on a page, 132 in a panel, 112 on a sheet of a report.</summary>
    public int Height { get; init; } = 172;

    /// <summary>Whether it is drawn for a sheet of a report, whose width is known: labels need less of it than on a narrow screen.</summary>
    public bool IsOnSheet { get; init; }

    /// <summary>Points a bin; see <see cref="BinWidthFor"/>.</summary>
    public decimal BinWidth { get; init; } = 20;

    /// <summary>満点: who has all of it belongs to the last bin, not to one beyond it.</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>The mean.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Whose mean it is.</summary>
    public string MeanName { get; init; } = "全国平均";

    /// <summary>The own unit.</summary>
    public ChartMark? Own { get; init; }

    /// <summary>How many units were left out because their points are not known.</summary>
    public int LeftOut { get; init; }

    /// <summary>The scores of a board at a level, with the nation's mean.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="board">The board.</param>
    /// <param name="level">The level.</param>
    /// <param name="own">The own unit; null for none.</param>
    /// <param name="height">Height in px.</param>
    /// <param name="isOnSheet">Whether it is drawn for a sheet of a report.</param>
    public static Histogram Of(string id, string title, ScoreBoard board, TableLevel level, ChartMark? own = null, int height = 172, bool isOnSheet = false)
    {
        var statistics = board.Statistics(level);
        return new Histogram(id, title, [.. Enumerable.Range(0, board.Jurisdictions.Count).Select(row => board.Score(row, level).Complete).OfType<decimal>()])
        {
            Height = height, IsOnSheet = isOnSheet, BinWidth = BinWidthFor(level.MaxPoints), MaxPoints = level.MaxPoints, Mean = statistics.Mean,
            LeftOut = statistics.LeftOut, Own = own,
        };
    }

    /// <summary>A bin width that gives about 20 to 40 bins: 20 points for a total, 5 for a goal.</summary>
    public static decimal BinWidthFor(decimal? maxPoints) => maxPoints switch { < 20 => 1, < 60 => 2, < 150 => 5, < 300 => 10, _ => 20 };

    /// <summary>The bins that hold something, for the table beside the chart.</summary>
    public IReadOnlyList<HistogramBin> Bins =>
        [.. scores.GroupBy(BinOf).OrderBy(bin => bin.Key).Select(bin => new HistogramBin(RangeOf(bin.Key), bin.Count()))];

    private double Bottom => Height - 22;

    private protected override void Draw(Svg svg)
    {
        var bins = scores.GroupBy(BinOf).ToDictionary(bin => bin.Key, bin => bin.Count());
        svg.OpenFigure(id, title, Describe(bins), Height);
        if (bins.Count == 0) svg.Text("mid t2", Length.Percent(50), Bottom / 2, "得点の分かる団体がまだありません");
        else DrawBins(svg, new Axis(this, bins), bins);
        svg.Across("axis", 0, Length.Full, Bottom);
        svg.Close();
    }

    private void DrawBins(Svg svg, Axis axis, Dictionary<int, int> bins)
    {
        var unit = (Bottom - Top) / bins.Values.Max();
        var own = Own is null ? (int?)null : BinOf(Own.Points);
        foreach (var (bin, count) in bins.OrderBy(b => b.Key))
        {
            var height = count * unit;
            var tip = $"{RangeOf(bin)}：{Figures.Count(count)}団体";
            svg.Rect(bin == own ? "bin in" : "bin", axis.At(bin * BinWidth), Bottom - height, axis.Width, height, tip);
        }
        foreach (var tick in axis.Ticks())
        {
            svg.Upright("axis", axis.At(tick), Bottom, Bottom + 4);
            svg.Text("t2 t12 mid", axis.At(tick), Bottom + 16, Figures.Points(tick));
        }
        DrawMarks(svg, axis);
    }

    private void DrawMarks(Svg svg, Axis axis)
    {
        var room = IsOnSheet ? MarkLabels.SheetRoom : MarkLabels.NarrowRoom;
        var labels = MarkLabels.Place(Own is null ? null : axis.At(Own.Points).Value, Mean is null ? null : axis.At(Mean.Value).Value, room);
        if (Mean is { } mean)
        {
            var (x, down) = (axis.At(mean), labels.MeanIsLower ? 34 : 0);
            svg.Upright("mean", x, 4, Bottom);
            Label(svg, x, labels.MeanIsRight, down, ("halo t2", MeanName), ("halo", $"{Figures.PointsOneDecimal(mean)}点"));
        }
        if (Own is { } own)
        {
            svg.Upright("own", axis.At(own.Points), 2, Bottom);
            var value = $"{Figures.Points(own.Points)}点" + (own.Note is null ? "" : $"・{own.Note}");
            Label(svg, axis.At(own.Points), labels.OwnIsRight, 0, ("b halo", own.Name), ("b halo", value));
        }
    }

    private static void Label(Svg svg, Length x, bool isRight, double down, (string Css, string Text) name, (string Css, string Text) value)
    {
        var (end, shift) = isRight ? ("", 8) : (" end", -8);
        svg.Text(name.Css + end, x, 13 + down, name.Text, shift);
        svg.Text(value.Css + end, x, 30 + down, value.Text, shift);
    }

    private int BinOf(decimal points)
    {
        var bin = (int)Math.Floor(points / BinWidth);
        return MaxPoints is { } max && points >= max ? (int)Math.Ceiling(max / BinWidth) - 1 : bin;
    }

    private string RangeOf(int bin) =>
        $"{Figures.Points(bin * BinWidth)}点以上{Figures.Points((bin + 1) * BinWidth)}点{(IsLast(bin) ? "以下" : "未満")}";

    private bool IsLast(int bin) => MaxPoints is { } max && (bin + 1) * BinWidth >= max;

    private string Describe(Dictionary<int, int> bins)
    {
        var leftOut = LeftOut == 0 ? "" : $"得点の分からない{Figures.Count(LeftOut)}団体を除きます。";
        if (bins.Count == 0) return "得点の分かる団体がまだありません。" + leftOut;
        var most = bins.MaxBy(b => b.Value);
        return $"{Figures.Points(BinWidth)}点きざみのヒストグラム。"
            + (Mean is null ? "" : $"{MeanName}は{Figures.PointsOneDecimal(Mean)}点。")
            + (Own is null ? "" : $"{Own.Name}は{Figures.Points(Own.Points)}点{(Own.Note is null ? "" : $"で{Own.Note}")}。")
            + $"最も多いのは{RangeOf(most.Key)}の{Figures.Count(most.Value)}団体です。{leftOut}";
    }

    /// <summary>Points to the place across: from the first bin that holds something to the last.</summary>
    private sealed class Axis
    {
        private static readonly int[] Steps = [1, 2, 5, 10, 20, 50];

        private readonly int first;
        private readonly int count;
        private readonly decimal binWidth;

        public Axis(Histogram chart, Dictionary<int, int> bins)
        {
            var marked = new[] { chart.Own?.Points, chart.Mean }.OfType<decimal>().Select(chart.BinOf);
            var all = bins.Keys.Concat(marked).ToList();
            (first, binWidth) = (all.Min(), chart.BinWidth);
            count = all.Max() - first + 1;
        }

        public Length Width => Length.Percent(100.0 / count);

        public Length At(decimal points) => Length.Percent((double)(points / binWidth - first) / count * 100);

        /// <summary>At most eight round numbers, none at the very edge, where half of it would lie outside.</summary>
        public IEnumerable<decimal> Ticks()
        {
            var every = Steps.FirstOrDefault(step => count <= step * 8, Steps[^1]);
            var borders = Enumerable.Range(first + 1, count - 1).Where(bin => bin % every == 0).Select(bin => bin * binWidth);
            return borders.Where(points => At(points).Value is > 3 and < 97);
        }
    }
}

/// <summary>One bin of a <see cref="Histogram"/>.</summary>
/// <param name="Range">480点以上500点未満.</param>
/// <param name="Count">Units in it.</param>
public sealed record HistogramBin(string Range, int Count);
