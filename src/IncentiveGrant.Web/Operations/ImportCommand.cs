using System.CommandLine;
using IncentiveGrant.Web.Imports;

namespace IncentiveGrant.Web.Operations;

/// <summary>import: loads jurisdictions, point tables, results and published figures by the importers that the demonstration uses too.</summary>
internal static class ImportCommand
{
    private const string Actor = "コマンド import";

    public static Command Create(IServiceProvider services) => new("import", "ファイルを取り込みます。")
    {
        Subcommand(services, "jurisdictions", "団体マスタ（xlsx、CSV）", "人口・被保険者数などを使う年度。省略すると今年度", false,
            (scope, file, name, request, cancel) => scope.GetRequiredService<JurisdictionsImport>().LoadAsync(file, name, request, cancel)),
        Subcommand(services, "point-table", "配点表（xlsx）", "評価年度。ファイルの年度と違うときは取り込みません", false,
            (scope, file, name, request, cancel) => scope.GetRequiredService<PointTableImport>().LoadAsync(file, name, request, cancel)),
        Subcommand(services, "results", "厚生労働省の集計結果（xlsx）または都道府県分の表（xlsx、CSV）", "評価年度。ファイルに年度がないときに指定します", true,
            (scope, file, name, request, cancel) => scope.GetRequiredService<ResultsImport>().LoadAsync(file, name, request, cancel)),
        Subcommand(services, "published-figures", "公表資料の数字（公表値。xlsx、CSV）", "評価年度。ファイルにほかの年度があるときは取り込みません", false,
            (scope, file, name, request, cancel) => scope.GetRequiredService<PublishedFiguresImport>().LoadAsync(file, name, request, cancel)),
    };

    private static Command Subcommand(
        IServiceProvider services, string name, string description, string yearHelp, bool createsMissing,
        Func<IServiceProvider, Stream, string, ImportRequest, CancellationToken, Task<ImportOutcome>> load)
    {
        var file = new Argument<FileInfo>("FILE") { Description = description };
        var year = CommandParts.Year(yearHelp);
        var dryRun = new Option<bool>("--dry-run") { Description = "取り込まずに、何が起きるかだけを表示します。" };
        var createMissing = new Option<bool>("--create-missing") { Description = "登録のない団体を新しく登録して取り込みます。" };
        var command = new Command(name, $"{description}を取り込みます。") { file, year, dryRun };
        if (createsMissing) command.Add(createMissing);
        command.SetAction(services, async (scope, parsed, cancel) =>
        {
            var source = parsed.GetRequiredValue(file);
            await using var stream = await CommandParts.OpenAsync(source);
            if (stream is null) return 1;
            var request = new ImportRequest(parsed.GetValue(year), parsed.GetValue(dryRun), createsMissing && parsed.GetValue(createMissing), Actor);
            var outcome = await load(scope, stream, source.Name, request, cancel);
            await ReportAsync(outcome);
            return outcome.IsRefused ? 1 : 0;
        });
        return command;
    }

    private static async Task ReportAsync(ImportOutcome outcome)
    {
        foreach (var message in outcome.Messages) await Console.Error.WriteLineAsync(CommandParts.Line(message));
        await Console.Error.WriteLineAsync(outcome.Summary);
    }
}
