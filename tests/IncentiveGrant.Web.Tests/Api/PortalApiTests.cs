using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Api;

/// <summary>The JSON API gives the figures that the ministry prints and the pages show.</summary>
[Collection(nameof(NationHost))]
public sealed class PortalApiTests(NationHost host)
{
    private const string Year = "/api/v1/years/2026";

    [Fact]
    public async Task Years_AreThoseWithResultsNewestFirst()
    {
        var years = await AskAsync("/api/v1/years");

        Assert.Equal(["2026 令和8年度 R7調査", "2025 令和7年度 R6調査"], years.EnumerateArray()
            .Select(y => $"{y.GetProperty("year")} {Text(y, "name")} {Text(y, "survey")}"));
        Assert.All(years.EnumerateArray(), year => Assert.Equal(
            ["municipality final 厚生労働省公表値 1 800 1741", "prefecture final 厚生労働省公表値 1 800 47"],
            year.GetProperty("boards").EnumerateArray()
                .Select(b => $"{Text(b, "audience")} {Text(b, "kind")} {Text(b, "source")} "
                    + $"{b.GetProperty("edition")} {Number(b, "maxPoints"):0} {b.GetProperty("units")}")));
    }

    [Fact]
    public async Task Municipalities_AreRankedAsTheMinistryPrintsThem()
    {
        var units = await AskAsync($"{Year}/municipalities");

        Assert.Equal(PrintedR8.ByRank.Select(Printed), units.EnumerateArray().Select(Answered));

        static string Printed(PrintedUnit u) =>
            $"{u.Code} {u.Name} {u.Prefecture.Name} {(int?)u.Row.Band} {u.Total:0.##} {u.Rank}/1741 {u.PreviousTotal:0.##} {u.PreviousRank} "
            + $"{u.Points("推進"):0.##} {u.Points("支援/Ⅲ/活動"):0.##}";

        static string Answered(JsonElement u) =>
            $"{Text(u, "code")} {Text(u, "name")} {Text(u, "prefecture")} {u.GetProperty("band")} {Number(u, "points"):0.##} {Standing(u, "nation")} "
            + $"{Number(u, "previousPoints"):0.##} {u.GetProperty("previousRank")} {Level(u, "推進"):0.##} {Level(u, "支援/Ⅲ/活動"):0.##}";

        static decimal Level(JsonElement unit, string key) => Number(unit.GetProperty("levels"), key);
    }

    [Theory]
    [InlineData("prefecture=4&band=2")]
    [InlineData("prefecture=宮城県&band=2")]
    public async Task Municipalities_Filtered_KeepTheirRanksInEveryPool(string query)
    {
        var units = await AskAsync($"{Year}/municipalities?{query}&sort={Uri.EscapeDataString("推進/Ⅰ")}");

        var all = PrintedR8.Units;
        var expected = all.Where(u => u.Prefecture.Number == 4 && (int?)u.Row.Band == 2).OrderByDescending(u => u.Points("推進/Ⅰ")).ToList();
        Assert.Equal(
            expected.Select(u =>
                $"{u.Code} {u.Points("推進/Ⅰ"):0.##} {RankAmong(u, _ => true)} "
                + $"{RankAmong(u, o => o.Prefecture == u.Prefecture)} {RankAmong(u, o => o.Row.Band == u.Row.Band)}"),
            units.EnumerateArray()
                .Select(u => $"{Text(u, "code")} {Number(u, "points"):0.##} {Standing(u, "nation")} {Standing(u, "inPrefecture")} {Standing(u, "inBand")}"));

        static string RankAmong(PrintedUnit unit, Func<PrintedUnit, bool> holds)
        {
            var pool = PrintedR8.Units.Where(holds).ToList();
            return $"{1 + pool.Count(o => o.Points("推進/Ⅰ") > unit.Points("推進/Ⅰ"))}/{pool.Count}";
        }
    }

    [Fact]
    public async Task Municipality_HasEveryLevelAndSubItem()
    {
        var town = PrintedR8.Of(NationHost.TownCode);

        var answer = await AskAsync($"{Year}/municipalities/{NationHost.TownCode}");

        Assert.Equal(("宮城見本005町", "みほん005", "宮城県見本第2広域連合", 4958),
            (Text(answer, "name"), Text(answer, "kana"), Text(answer, "union"), answer.GetProperty("insuredCount").GetInt32()));
        Assert.Equal(
            [$"全国 {town.Rank}/1741", "宮城県 32/35", "区分2（3千〜1万人） 409/535", "区分2・過疎 344/450"],
            answer.GetProperty("standings").EnumerateArray().Select(s => $"{Text(s, "pool")} {s.GetProperty("rank")}/{s.GetProperty("of")}"));
        var levels = answer.GetProperty("levels").EnumerateArray().ToDictionary(l => Text(l, "key"), l => Number(l, "points"));
        var cells = answer.GetProperty("cells").EnumerateArray().ToDictionary(c => Text(c, "key"), c => Number(c, "points"));
        var printed = PrintedR8.Keys.Select(key => key.ToString()).Where(key => levels.ContainsKey(key) || cells.ContainsKey(key)).ToList();
        Assert.Equal(267, cells.Count);
        Assert.All(cells.Keys, key => Assert.Contains(key, printed));
        Assert.Equal(printed.Select(key => (key, town.Points(key))),
            printed.Select(key => (key, levels.TryGetValue(key, out var points) ? points : cells[key])));
        Assert.All(answer.GetProperty("cells").EnumerateArray(), cell => Assert.Equal("scored", Text(cell, "reason")));
    }

    [Fact]
    public async Task Municipality_StandsBesideTheNationAtEveryLevel()
    {
        var town = PrintedR8.Of(NationHost.TownCode);

        var answer = await AskAsync($"{Year}/municipalities/{NationHost.TownCode}");

        var levels = answer.GetProperty("levels").EnumerateArray().ToDictionary(l => Text(l, "key"));
        var keys = PrintedR8.Keys.Where(k => k.Indicator is null).Select(k => k.ToString()).ToList();
        Assert.Equal(
            keys.Select(key => $"{key} {1 + PrintedR8.Units.Count(u => u.Points(key) > town.Points(key))}/1741"),
            keys.Select(key => $"{key} {Standing(levels[key], "nation")}"));
        Assert.All(keys, key => Assert.Equal(PrintedR8.Statistic(FigureKind.Mean, key), Number(levels[key], "nationalMean"), 9));
        Assert.All(keys, key => Assert.Equal(PrintedR8.Statistic(FigureKind.MaxPoints, key), Number(levels[key], "maxPoints")));
    }

    [Fact]
    public async Task Figures_AreThoseOfThePages()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync($"/municipalities/{NationHost.TownCode}/2025?open=all");
        var answer = await client.AskAsync($"/api/v1/years/2025/municipalities/{NationHost.TownCode}");

        Assert.Equal(
            page.Rows("tr.cells tbody tr").Select(row => $"{row[0]} {row[1]} {row[2]}"),
            answer.GetProperty("cells").EnumerateArray().Where(c => !Text(c, "key").StartsWith("支援/Ⅳ", StringComparison.Ordinal))
                .OrderBy(c => Text(c, "key").StartsWith("推進/Ⅳ", StringComparison.Ordinal)) // which the page lists last
                .Select(c => $"{Text(c, "key").Split('/')[^1]} {Figures.Points(Number(c, "points"))}／{Figures.Points(Number(c, "maxPoints"))} "
                    + Figures.Rate(Number(c, "nationalRate"))));
        Assert.All(answer.GetProperty("cells").EnumerateArray(), cell =>
            Assert.Equal(JsonValueKind.Null, cell.GetProperty("text").ValueKind)); // no table is registered for that year
    }

    [Fact]
    public async Task Prefectures_AreRankedWithTheMeansOfTheirMunicipalities()
    {
        var answer = await AskAsync($"/api/v1/years/{Uri.EscapeDataString("令和7年度")}/prefectures");

        var miyagi = answer.EnumerateArray().Single(p => Text(p, "code") == NationHost.MiyagiCode);
        Assert.Equal((542m, "22/47", 13, 67.8m),
            (Number(miyagi, "points"), Standing(miyagi, "nation"), miyagi.GetProperty("previousRank").GetInt32(), Number(miyagi, "rate")));
        Assert.Equal(PrintedR8.Units.Where(u => u.Prefecture.Number == 4).Average(u => u.PreviousTotal!.Value), Number(miyagi, "municipalMean"), 9);
        Assert.Equal((278m, 264m), (Number(miyagi.GetProperty("levels"), "推進"), Number(miyagi.GetProperty("levels"), "支援")));
        var ranks = answer.EnumerateArray().Select(p => p.GetProperty("nation").GetProperty("rank").GetInt32()).ToList();
        Assert.Equal(47, ranks.Count);
        Assert.Equal(ranks.Order(), ranks);
    }

    [Fact]
    public async Task Statistics_AreThoseOfTheMinistry()
    {
        var answer = await AskAsync($"{Year}/statistics");

        var statistics = answer.EnumerateArray().ToDictionary(s => Text(s, "level"));
        foreach (var key in PrintedR8.Keys.Where(k => k.Indicator is null).Select(k => k.ToString()))
        {
            Assert.Equal(PrintedR8.Statistic(FigureKind.Mean, key), Number(statistics[key], "mean"), 9);
            Assert.Equal(PrintedR8.Statistic(FigureKind.Median, key), Number(statistics[key], "median"), 9);
        }
        Assert.All(statistics.Values, s => Assert.Equal((1741, 0), (s.GetProperty("n").GetInt32(), s.GetProperty("leftOut").GetInt32())));
        Assert.Equal(47, (await AskAsync($"{Year}/statistics?audience=prefecture"))[0].GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("municipalities?band=x", "band")]
    [InlineData("municipalities?band=0", "band")]
    [InlineData("municipalities?band=6", "band")]
    [InlineData("municipalities?band=", "band")]
    [InlineData("municipalities?prefecture=48", "prefecture")]
    [InlineData("municipalities?prefecture=どこか県", "prefecture")]
    [InlineData("municipalities?sort=総合", "sort")]
    [InlineData("municipalities?sort=推進/Ⅰ/体制/9", "sort")]
    [InlineData("statistics?audience=town", "audience")]
    public async Task BadParameter_IsNamed(string question, string parameter)
    {
        var problem = await ProblemAsync($"{Year}/{question}", HttpStatusCode.BadRequest);

        Assert.Equal("指定された値を読み取れません。", Text(problem, "title"));
        Assert.StartsWith(parameter + "：", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.EndsWith("指定してください。", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024/municipalities", "令和6年度の結果は取り込まれていません。")]
    [InlineData("2024/municipalities/048054", "令和6年度の結果は取り込まれていません。")]
    [InlineData("2024/prefectures", "令和6年度の結果は取り込まれていません。")]
    [InlineData("2024/statistics", "令和6年度の結果は取り込まれていません。")]
    [InlineData("last/statistics", "評価年度は 2026 や 令和8年度 のように指定してください。")]
    [InlineData("2026/municipalities/048055", "団体コードに当たる市町村がありません。")]
    [InlineData("2026/municipalities/040002", "団体コードに当たる市町村がありません。")]
    [InlineData("2026/municipalities/x", "団体コードに当たる市町村がありません。")]
    public async Task WhatThereIsNot_IsSaidToBeNowhere(string question, string detail)
    {
        var problem = await ProblemAsync("/api/v1/years/" + question, HttpStatusCode.NotFound);

        Assert.Equal(("指定されたものが見つかりません。", detail), (Text(problem, "title"), Text(problem, "detail")));
    }

    [Fact]
    public async Task UnknownAddress_IsAProblemAndNoPage() =>
        Assert.Equal("指定されたものが見つかりません。", Text(await ProblemAsync("/api/v1/nowhere", HttpStatusCode.NotFound), "title"));

    [Theory]
    [InlineData("/api/v1/years")]
    [InlineData("/api/v1/years/2026/municipalities")]
    [InlineData("/api/v1/openapi.json")]
    public async Task Anybody_IsRefusedWithAProblemAndNoPage(string address)
    {
        var client = host.NewClient();
        client.ExtraHeaders.Add("Accept", "application/json");

        var response = await client.GetAsync(address);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("サインインが必要です。", Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "title"));
    }

    [Fact]
    public async Task AccountWithAnInitialPassword_IsForbidden()
    {
        var created = Assert.IsType<AccountOutcome.Saved>(await host.ChangeAsync(directory => directory.CreateAsync(
            "api-initial", new AccountDetails("新任 五郎", "試験課", PortalRole.Viewer, []), null, new AccountActor(null, "test"), CancellationToken.None)));
        var client = host.NewClient();
        client.ExtraHeaders.Add("Accept", "application/json");
        await client.SignInAsync("api-initial", created.OneTimePassword!);

        var response = await client.GetAsync("/api/v1/years");

        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static decimal Number(JsonElement element, string property) => element.GetProperty(property).GetDecimal();

    private static string Standing(JsonElement element, string property)
    {
        var standing = element.GetProperty(property);
        return $"{standing.GetProperty("rank")}/{standing.GetProperty("of")}";
    }

    private async Task<JsonElement> AskAsync(string address) => await (await host.AsAsync(PortalRole.Viewer)).AskAsync(address);

    private async Task<JsonElement> ProblemAsync(string address, HttpStatusCode expected)
    {
        var response = await (await host.AsAsync(PortalRole.Viewer)).GetAsync(address);
        Assert.Equal((expected, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
