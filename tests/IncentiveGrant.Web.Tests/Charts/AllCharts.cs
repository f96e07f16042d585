using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Charts;

namespace IncentiveGrant.Web.Tests.Charts;

/// <summary>Every chart once, with names that someone could have typed; for what holds for all of them.</summary>
internal static class AllCharts
{
    public const string HostileName = "<script>alert(\"&\")</script>町";

    /// <summary>Charts that say in words what they show.</summary>
    public static IReadOnlyDictionary<string, Chart> Figures { get; } = new Dictionary<string, Chart>
    {
        [nameof(Histogram)] = new Histogram("h", HostileName, [455.5m, 552m, 60m, 725m])
        {
            Mean = 448.125m,
            MeanName = HostileName,
            Own = new ChartMark(HostileName, 552, HostileName),
        },
        [nameof(PrefectureBars)] = new PrefectureBars("p", HostileName,
        [
            new PrefectureBar(HostileName, HostileName, 562.5m, 283.5m, 279m, 1, 2) { IsOwn = true },
            new PrefectureBar("山形県", "山形", 470.25m, 230.25m, 240m, 2, 1),
            new PrefectureBar("福島県", "福島", null, null, null, null, 3),
        ])
        { Mean = 520.125m, MeanName = HostileName, MeanNote = HostileName },
        [nameof(Trend)] = new Trend("t", HostileName, HostileName,
        [
            new TrendPoint(new FiscalYear(2025), 69.25m, 54.6m),
            new TrendPoint(new FiscalYear(2026), 69m, 56.9m),
        ])
        {
            MeanName = HostileName,
        },
    };

    /// <summary>Charts in table cells.</summary>
    public static IReadOnlyDictionary<string, Chart> Minis { get; } = new Dictionary<string, Chart>
    {
        [nameof(StackedBarRow)] = new StackedBarRow(277.5m, 275.25m, 800) { Mean = 455.125m },
        [nameof(GoalBullet)] = new GoalBullet(Hue.Both, 75.5m, 100) { CentralHalf = (35.5m, 60.25m), Mean = 47.76m },
        [nameof(RateBar)] = new RateBar(Hue.Accent, 74.8m, 100) { Mean = 50.5m, HasTrack = true },
        [nameof(PoolStrip)] = new PoolStrip(new Standing(358, 1741), new Standing(301, 1741)),
        [nameof(AxisScale)] = AxisScale.To(1234.5m),
    };

    public static TheoryData<string> FigureNames => [.. Figures.Keys];

    public static TheoryData<string> MiniNames => [.. Minis.Keys];

    public static TheoryData<string> Names => [.. Figures.Keys, .. Minis.Keys];

    public static Chart Of(string name) => Figures.TryGetValue(name, out var figure) ? figure : Minis[name];
}
