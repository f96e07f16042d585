using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Charts;

/// <summary>One bar of <see cref="PrefectureBars"/>.</summary>
/// <param name="Name">宮城県.</param>
/// <param name="Label">宮城: written upright under the bar.</param>
/// <param name="Total">Points; null when not known, then the place stays empty.</param>
/// <param name="Promotion">Points of 推進; null when not known.</param>
/// <param name="EffortSupport">Points of 支援; null when not known.</param>
/// <param name="Rank">順位.</param>
/// <param name="PreviousRank">前年度の順位.</param>
public sealed record PrefectureBar(
    string Name, string Label, decimal? Total, decimal? Promotion, decimal? EffortSupport, int? Rank, int? PreviousRank)
{
    /// <summary>Whether it is the reader's own.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>
/// The 47 prefectures side by side: 推進 below, 支援 on it, the mean across, ranks underneath. It keeps its proportions and scrolls on a
/// narrow screen; put it into <c>.canvas</c>.
/// </summary>
/// <param name="id">Unique on the page.</param>
/// <param name="title">What it shows.</param>
/// <param name="bars">The bars, in the order in which they stand.</param>
public sealed class PrefectureBars(string id, string title, IReadOnlyList<PrefectureBar> bars) : Chart
{
    private const int Width = 1312;
    private const double Left = 46;
    private const double Base = 352;
    private const double HighestTop = 45;
    private const double RankRow = 424;
    private const double RowHeight = 19;

    private readonly double highest = (double)bars.Select(b => b.Total ?? 0).Append(0).Max();

    /// <summary>The mean of the totals.</summary>
    public decimal? Mean { get; init; }

    /// <summary>What stands after the mean: （得点率 65.0%）.</summary>
    public string MeanNote { get; init; } = "";

    /// <summary>Whose mean it is.</summary>
    public string MeanName { get; init; } = "全国平均";

    private bool HasPrevious => bars.Any(b => b.PreviousRank is not null);

    private int Height => HasPrevious ? 474 : 436;

    private double Slot => (Width - Left) / bars.Count;

    private double Unit => highest > 0 ? (Base - HighestTop) / highest : 0;

    private protected override void Draw(Svg svg)
    {
        svg.OpenFixedFigure(id, title, Describe(), Width, Height);
        if (bars.Count > 0 && highest > 0)
        {
            foreach (var own in bars.Index().Where(b => b.Item.IsOwn)) svg.Rect("hit", Left + (own.Index * Slot), 0, Slot, Height);
            DrawGrid(svg);
            foreach (var (place, bar) in bars.Index()) DrawBar(svg, bar, Left + ((place + 0.5) * Slot));
            DrawRowNames(svg);
            DrawMean(svg);
            foreach (var (place, bar) in bars.Index()) DrawValue(svg, bar, Left + ((place + 0.5) * Slot));
        }
        else
        {
            svg.Text("mid t2", Width / 2.0, Base / 2, "得点の分かる都道府県がまだありません");
        }
        svg.Close();
    }

    private void DrawGrid(Svg svg)
    {
        var step = highest switch { <= 50 => 10, <= 100 => 25, <= 200 => 50, <= 400 => 100, _ => 200 };
        for (var points = 0; points <= highest; points += step)
        {
            svg.Across(points == 0 ? "axis" : "grid", Left, Width, Y(points));
            svg.Text("t2 end t12", Left - 8, Y(points) + 4, Figures.Count(points));
        }
    }

    private void DrawBar(Svg svg, PrefectureBar bar, double center)
    {
        var width = Math.Min(17, Slot * 0.63);
        var left = center - (width / 2);
        var tip = Tip(bar);
        if (bar is { Total: { } total, Promotion: { } promotion, EffortSupport: not null })
        {
            var (top, joint) = (Y((double)total), Y((double)promotion));
            svg.Rect("p", left, joint, width, Base - joint, tip);
            // One pixel of ground keeps the two apart where the hues are not told apart.
            svg.Rect("s", left, top, width, Math.Max(0, joint - top - 1), tip);
        }
        else if (bar.Total is { } whole)
        {
            svg.Rect("bar", left, Y((double)whole), width, Base - Y((double)whole), tip);
        }
        var bold = bar.IsOwn ? " b" : "";
        svg.Text("v" + bold, center, Base + 8, bar.Label);
        svg.Text("mid t12" + bold, center, RankRow, Figures.Count(bar.Rank));
        if (!HasPrevious) return;
        svg.Text("mid t12 t2" + bold, center, RankRow + RowHeight, Figures.Count(bar.PreviousRank));
        var fell = bar.Rank > bar.PreviousRank ? " neg" : "";
        svg.Text("mid t12" + fell + bold, center, RankRow + (2 * RowHeight), Figures.RankChange(bar.Rank, bar.PreviousRank));
    }

    private void DrawRowNames(Svg svg)
    {
        svg.Across("grid", 0, Width, RankRow - 16);
        svg.Text("t2 t12", 0, RankRow, "順位");
        if (!HasPrevious) return;
        svg.Text("t2 t12", 0, RankRow + RowHeight, "前年度");
        svg.Text("t2 t12", 0, RankRow + (2 * RowHeight), "変動");
    }

    private void DrawMean(Svg svg)
    {
        if (Mean is not { } mean) return;
        var y = Y((double)mean);
        svg.Across("under", Left, Width, y);
        svg.Across("mean", Left, Width, y);
        svg.Text("end b halo", Width, y - 9, $"{MeanName} {Figures.PointsOneDecimal(mean)}点{MeanNote}");
    }

    private void DrawValue(Svg svg, PrefectureBar bar, double center)
    {
        var y = bar.Total is { } total ? Y((double)total) : Base;
        svg.Text("mid t12 halo" + (bar.IsOwn ? " b" : ""), center, y - 6, Figures.PointsRounded(bar.Total));
    }

    private double Y(double points) => Base - (points * Unit);

    private static string Tip(PrefectureBar bar) => $"{bar.Name} {Figures.Points(bar.Total)}点"
        + (bar is { Promotion: { } p, EffortSupport: { } s } ? $"（推進{Figures.Points(p)}＋支援{Figures.Points(s)}）" : "")
        + (bar.Rank is null ? "" : $" {bar.Rank}位");

    private string Describe()
    {
        var known = bars.Where(b => b.Total is not null).ToList();
        if (known.Count == 0) return "得点の分かる都道府県がまだありません。";
        var own = bars.FirstOrDefault(b => b.IsOwn);
        var (best, worst) = (known.MaxBy(b => b.Total)!, known.MinBy(b => b.Total)!);
        return $"{known.Count}都道府県の積み上げ縦棒。"
            + (Mean is null ? "" : $"{MeanName}は{Figures.PointsOneDecimal(Mean)}点。")
            + (own is null ? "" : DescribeOwn(own))
            + $"最高は{best.Name}の{Figures.PointsOneDecimal(best.Total)}点、最低は{worst.Name}の{Figures.PointsOneDecimal(worst.Total)}点。"
            + (known.Count == bars.Count ? "" : $"{bars.Count - known.Count}都道府県は得点が分かりません。")
            + "数値は下の表にあります。";
    }

    private static string DescribeOwn(PrefectureBar own) => own.Total is null
        ? $"{own.Name}の得点はまだ分かりません。"
        : $"{own.Name}は{Figures.PointsOneDecimal(own.Total)}点"
            + (own.Rank is null ? "" : $"で{own.Rank}位")
            + (own.PreviousRank is null ? "。" : $"、前年度は{own.PreviousRank}位。");
}
