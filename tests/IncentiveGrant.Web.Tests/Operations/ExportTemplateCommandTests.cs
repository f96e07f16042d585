using IncentiveGrant.Data;
using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Documents.Publications;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>export template: what it writes can be filled in and read back, and nothing is overwritten. There is no database.</summary>
[Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
public sealed class ExportTemplateCommandTests
{
    private readonly string path = Path.Combine(TestDatabase.NewFolder(), "ひな形.xlsx");

    [Fact]
    public async Task Jurisdictions_HoldsThePrefectures()
    {
        var (exitCode, output, errors) = await ExportAsync("jurisdictions");

        Assert.Equal((0, "", "「ひな形.xlsx」を作りました。書き方はシート「説明」にあります。\n"), (exitCode, output, errors));
        Assert.Equal(PrefectureName.All.Select(p => p.Name), Read(JurisdictionsFile.Read).Select(r => r.Name));
    }

    [Fact]
    public async Task PointTable_HoldsTheShippedTable()
    {
        var (exitCode, output, errors) = await ExportAsync("point-table");

        Assert.Equal((0, "", "「ひな形.xlsx」を作りました。書き方はシート「説明」にあります。\n"), (exitCode, output, errors));
        var table = Read(PointTableWorkbook.Read);
        Assert.Equal((new FiscalYear(2026), Audience.Municipality, 800m), (table.FiscalYear, table.Audience, table.MaxPoints));
    }

    [Fact]
    public async Task PublishedFigures_HoldsTheColumns()
    {
        var (exitCode, output, errors) = await ExportAsync("published-figures");

        Assert.Equal((0, "", "「ひな形.xlsx」を作りました。書き方はシート「説明」にあります。\n"), (exitCode, output, errors));
        using var stream = File.OpenRead(path);
        Assert.Equal("シート「公表値」1行目：公表値の行がありません。1つの数字につき1行を書いてください。", Assert.Single(PublishedFiguresFile.Read(stream, "ひな形.xlsx").Messages).ToString());
    }

    [Fact]
    public async Task Template_WhereTheFileExists_LeavesItAlone()
    {
        await File.WriteAllTextAsync(path, "書きかけ");

        var (exitCode, output, errors) = await ExportAsync("jurisdictions");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("［エラー］ファイル「ひな形.xlsx」を作れません。", errors, StringComparison.Ordinal);
        Assert.Equal("書きかけ", await File.ReadAllTextAsync(path));
    }

    private Task<(int ExitCode, string Output, string Errors)> ExportAsync(string kind) =>
        PortalProcess.RunAsync(DatabaseProvider.PostgreSql, "Host=127.0.0.1;Port=1;Database=none", ["export", "template", kind, path]);

    private T Read<T>(Func<Stream, string, ImportReading<T>> read)
        where T : class
    {
        using var stream = File.OpenRead(path);
        var reading = read(stream, "ひな形.xlsx");
        Assert.False(reading.IsRefused);
        return reading.Content!;
    }
}
