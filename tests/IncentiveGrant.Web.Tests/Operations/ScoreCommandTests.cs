using System.Text.Json;
using IncentiveGrant.Data;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>
/// score, as a program of its own, with the point table that the portal ships. Its settings name a database that is not there: whoever asked it
/// would be refused. What a file of values may hold is tested beside its reader.
/// </summary>
[Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
public sealed class ScoreCommandTests
{
    [Fact]
    public async Task Score_OfAFewAnswers_PrintsWhatIsKnownAndNullForTheRest()
    {
        var (exitCode, output, errors) = await ScoreAsync("043214,推進/Ⅰ/体制/1/ア,○", "043214,推進/Ⅰ/体制/1/イ,○", "043214,推進/Ⅰ/体制/1/ウ,×");

        Assert.Equal((0, ""), (exitCode, errors));
        var unit = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(
            ["code", "known", "known_max", "lowest", "highest", "total", "rank", "indicators", "cells"], unit.EnumerateObject()
                .Select(property => property.Name));
        Assert.Equal("043214", unit.GetProperty("code").GetString());
        Assert.Equal([8m, 12m, 8m, 796m], ((string[])["known", "known_max", "lowest", "highest"]).Select(name => unit.GetProperty(name).GetDecimal()));
        Assert.Equal([null, null], ((string[])["total", "rank"]).Select(name => NumberIn(unit, name)));
        var cells = unit.GetProperty("cells");
        Assert.Equal([4m, 4m, 0m, null], ((string[])["ア", "イ", "ウ", "エ"]).Select(sign => NumberIn(cells, $"推進/Ⅰ/体制/1/{sign}")));
        Assert.Equal(267, cells.EnumerateObject().Count());
        Assert.Null(NumberIn(unit.GetProperty("indicators"), "推進/Ⅰ/体制/1"));
    }

    [Fact]
    public async Task Score_WhereEverythingIsAnswered_PrintsTotalsAndRanks()
    {
        var inputs = CompiledTable.Of(new ReferencePointTable().Build()).Inputs;

        var (exitCode, output, errors) = await ScoreAsync([
            .. inputs.Select(input => $"043222,{input.Key},{(input.IsMark ? "×" : "0")}"),
            .. inputs.Select(input => $"043214,{input.Key},{(input.IsMark ? "○" : "0")}"),
        ]);

        Assert.True(exitCode == 0, errors);
        var units = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal([("043214", 1m), ("043222", 2m)], units.Select(unit => (unit.GetProperty("code").GetString(), NumberIn(unit, "rank"))));
        Assert.All(units, unit =>
        {
            var total = NumberIn(unit, "total");
            Assert.NotNull(total);
            Assert.Equal([total, total, total], [NumberIn(unit, "known"), NumberIn(unit, "lowest"), NumberIn(unit, "highest")]);
            Assert.Equal(800, NumberIn(unit, "known_max"));
            Assert.All(unit.GetProperty("indicators").EnumerateObject(), indicator => Assert.NotEqual(JsonValueKind.Null, indicator.Value.ValueKind));
        });
        Assert.Equal((16m, 0m), (IndicatorOf(units[0]), IndicatorOf(units[1])));

        static decimal? IndicatorOf(JsonElement unit) => NumberIn(unit.GetProperty("indicators"), "推進/Ⅰ/体制/1");
    }

    [Fact]
    public async Task Score_OfAWrongValue_SaysWhereOnStandardErrorAndPrintsNothing()
    {
        var result = await ScoreAsync("043214,推進/Ⅰ/体制/1/ア,○", "043214,推進/Ⅰ/体制/1/イ,5");

        Assert.Equal((1, "", "［エラー］3行目 3列「value」：「推進/Ⅰ/体制/1/イ」は○か×で答えます。数ではなく、○か×を書いてください。\n"), result);
    }

    [Fact]
    public async Task Score_OfAFileThatIsNotThere_SaysSo()
    {
        var missing = Path.Combine(TestDatabase.NewFolder(), "値.csv");

        var withoutValues = await RunAsync(SampleFiles.PointTablePath, missing);
        var withoutTable = await RunAsync(Path.ChangeExtension(missing, ".xlsx"), missing);

        Assert.Equal((1, "", "［エラー］ファイル「値.csv」がありません。場所と名前を確かめてください。\n"), withoutValues);
        Assert.Equal((1, "", "［エラー］ファイル「値.xlsx」がありません。場所と名前を確かめてください。\n"), withoutTable);
    }

    private static decimal? NumberIn(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetDecimal() : null;

    private static async Task<(int ExitCode, string Output, string Errors)> ScoreAsync(params string[] lines)
    {
        var path = Path.Combine(TestDatabase.NewFolder(), "値.csv");
        await File.WriteAllLinesAsync(path, ["code,key,value", .. lines]);
        return await RunAsync(SampleFiles.PointTablePath, path);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string table, string values) =>
        PortalProcess.RunAsync(DatabaseProvider.PostgreSql, TestDatabase.NoServer, ["score", "--point-table", table, "--values", values]);
}
