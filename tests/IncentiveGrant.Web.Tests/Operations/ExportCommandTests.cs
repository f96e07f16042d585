using System.Globalization;
using System.Text.Json;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>export, against what the ministry's workbook prints and the reference files say.</summary>
public sealed class ExportCommandTests(ExportCommandTests.Exports exports) : IClassFixture<ExportCommandTests.Exports>
{
    private const double Tolerance = 1e-9;

    private const int OfR8 = 2026;

    [Fact]
    public async Task Scores_AsJson_HoldEveryMunicipalityAsPrinted()
    {
        var units = (await exports.JsonAsync("scores", OfR8)).EnumerateArray().ToList();

        Assert.Equal(1741, units.Count);
        Assert.All(units, u => Assert.Equal(["code", "name", "prefecture", "total", "rate", "rank", "levels"], u.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(
            PrintedR8.Units.Select(u => (u.Code, u.Name, u.Prefecture.Name, u.Total, ScoreRate.OneDecimal(u.Total / 8), u.Rank)),
            units.Select(u => (
                Text(u, "code"), Text(u, "name"), Text(u, "prefecture"), u.GetProperty("total").GetDecimal(), u.GetProperty("rate").GetDecimal(),
                u.GetProperty("rank").GetInt32())));
        Assert.True(units.Select(u => u.GetProperty("rank").GetInt32()).Distinct().Count() < 1741); // there are ties
    }

    [Fact]
    public async Task Scores_AsJson_HoldEveryPrintedLevelUnderItsKey()
    {
        var units = (await exports.JsonAsync("scores", OfR8)).EnumerateArray().ToDictionary(u => Text(u, "code"), u => u.GetProperty("levels"));

        var keys = PrintedR8.Keys.Where(k => !k.IsCell).Select(k => k.ToString()).ToList();
        Assert.All((string[])["合計", "推進", "推進/Ⅰ", "推進/Ⅰ/体制"], key => Assert.Contains(key, keys));
        foreach (var unit in PrintedR8.Units.Where((_, i) => i % 10 == 0))
            foreach (var key in keys)
                Assert.True(unit.Points(key) == units[unit.Code].GetProperty(key).GetDecimal(), $"{unit.Name} {key}");
    }

    [Fact]
    public async Task Scores_AsCsv_SayTheSameAsJson()
    {
        var units = (await exports.JsonAsync("scores", OfR8)).EnumerateArray().ToList();

        var (exitCode, output, errors) = await exports.RunAsync("scores", OfR8, "--format", "csv");

        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        var levels = units[0].GetProperty("levels").EnumerateObject().Select(p => p.Name);
        Assert.Equal(string.Join(',', (string[])["code", "name", "prefecture", "total", "rate", "rank", .. levels]), lines[0]);
        Assert.Equal(units.Select(LineOf), lines[1..]);
    }

    [Fact]
    public async Task Statistics_EqualTheRowsOfTheFile()
    {
        var levels = await StatisticsAsync(OfR8);

        var keys = PrintedR8.Keys.Where(k => !k.IsCell).Select(k => k.ToString()).ToList();
        Assert.All(levels.Values, l => Assert.Equal(["level", "n", "max", "mean", "median", "sd"], l.EnumerateObject().Select(p => p.Name)));
        Assert.All(keys, key =>
        {
            Assert.Equal((1741, PrintedR8.Statistic(FigureKind.MaxPoints, key)),
                (levels[key].GetProperty("n").GetInt32(), levels[key].GetProperty("max").GetDecimal()));
            AssertNear(PrintedR8.Statistic(FigureKind.Mean, key), levels[key], "mean");
            AssertNear(PrintedR8.Statistic(FigureKind.Median, key), levels[key], "median");
            AssertNear(PrintedR8.Statistic(FigureKind.StandardDeviation, key), levels[key], "sd");
        });
    }

    [Fact]
    public async Task Statistics_HaveTheLevelsOfTheReference()
    {
        // national-r8-statistics.csv is of the true nation; the fictional sample has the same cells counted, so means agree but for the self-rank item.
        var levels = await StatisticsAsync(OfR8);

        var reference = ReferenceData.Rows("national-r8-statistics.csv")
            .Where(r => KeyOf(r["level"]) is { } key && !key.StartsWith("推進/Ⅰ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reference);
        Assert.All(reference, row =>
        {
            Assert.Equal(decimal.Parse(row["max"], CultureInfo.InvariantCulture), levels[KeyOf(row["level"])!].GetProperty("max").GetDecimal());
            AssertNear(decimal.Parse(row["mean"], CultureInfo.InvariantCulture), levels[KeyOf(row["level"])!], "mean");
        });
    }

    [Fact]
    public async Task Scores_OfPrefectures_ComeWithTheirAudience()
    {
        var units = (await exports.JsonAsync("scores", 2025, "--audience", "prefecture")).EnumerateArray().ToList();

        Assert.Equal(47, units.Count);
        var miyagi = units.Single(u => Text(u, "name") == "宮城県");
        Assert.Equal((NationHost.MiyagiCode, 542m, 22),
            (Text(miyagi, "code"), miyagi.GetProperty("total").GetDecimal(), miyagi.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task Export_OfAYearWithoutResults_SaysSo() =>
        Assert.Equal((1, "", "［エラー］令和6年度の市町村分の結果は取り込まれていません。\n"), await exports.RunAsync("scores", 2024));

    private async Task<Dictionary<string, JsonElement>> StatisticsAsync(int year) =>
        (await exports.JsonAsync("statistics", year)).EnumerateArray().ToDictionary(l => Text(l, "level"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void AssertNear(decimal expected, JsonElement level, string name) =>
        Assert.True(Math.Abs((double)expected - level.GetProperty(name).GetDouble()) < Tolerance, $"{level.GetRawText()}: {name} is {expected} in the file");

    /// <summary>推進Ⅰ体制 → 推進/Ⅰ/体制; null for what is no goal or group.</summary>
    private static string? KeyOf(string level) => level.Length < 3 || level[2] is not ('Ⅰ' or 'Ⅱ' or 'Ⅲ' or 'Ⅳ') ? null
        : level[3..] is "計" or "" ? $"{level[..2]}/{level[2]}" : $"{level[..2]}/{level[2]}/{level[3..]}";

    private static string LineOf(JsonElement unit) => string.Join(',', unit.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object ? p.Value.EnumerateObject().Select(l => l.Value) : [p.Value]).Select(Shown));

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetDecimal().ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A portal with both years, and what it has exported: each command runs once.</summary>
    public sealed class Exports : IAsyncLifetime
    {
        private readonly Dictionary<string, JsonElement> made = [];
        private TestDatabase database = null!;

        public async Task InitializeAsync() => database = await DatabaseTemplate.NationData.CloneAsync();

        public async Task DisposeAsync() => await database.DisposeAsync();

        public Task<(int ExitCode, string Output, string Errors)> RunAsync(string what, int year, params string[] options) =>
            PortalProcess.RunAsync(database, ["export", what, "--year", year.ToString(CultureInfo.InvariantCulture), .. options]);

        public async Task<JsonElement> JsonAsync(string what, int year, params string[] options)
        {
            var command = string.Join(' ', [what, year.ToString(CultureInfo.InvariantCulture), .. options]);
            if (made.TryGetValue(command, out var json)) return json;
            var (exitCode, output, errors) = await RunAsync(what, year, [.. options, "--format", "json"]);
            Assert.Equal((0, ""), (exitCode, errors));
            return made[command] = JsonDocument.Parse(output).RootElement;
        }
    }
}
