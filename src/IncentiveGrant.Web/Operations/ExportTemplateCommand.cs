using System.CommandLine;
using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Documents.Publications;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.PointTables;

namespace IncentiveGrant.Web.Operations;

/// <summary>export template: workbooks to fill in and import. Needs no database.</summary>
internal static class ExportTemplateCommand
{
    public static Command Create(IServiceProvider services) => new("template", "書き込んで取り込むためのひな形を書き出します。")
    {
        Subcommand("jurisdictions", "団体マスタ（47都道府県の行と書き方）", file => JurisdictionsFile.WriteTemplate(file, Now(services))),
        Subcommand("point-table", "配点表（令和8年度の市町村分と書き方）", file => PointTableWorkbook.Write(ReadShipped(services), file, Now(services))),
        Subcommand("published-figures", "公表資料の数字（公表値）", file => PublishedFiguresFile.WriteTemplate(file, Now(services))),
    };

    private static Command Subcommand(string name, string description, Action<Stream> write)
    {
        var target = new Argument<FileInfo>("FILE") { Description = "作るファイル（xlsx）" };
        var command = new Command(name, $"{description}のひな形を書き出します。") { target };
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetRequiredValue(target);
            using var content = new MemoryStream();
            write(content);
            try
            {
                await using var stream = file.Open(FileMode.CreateNew, FileAccess.Write);
                await stream.WriteAsync(content.GetBuffer().AsMemory(0, (int)content.Length), cancel);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(
                    $"［エラー］ファイル「{file.Name}」を作れません。同じ名前のファイルがないこと、フォルダーがあって書き込めることを確かめてください。");
                return 1;
            }
            await Console.Error.WriteLineAsync($"「{file.Name}」を作りました。書き方はシート「説明」にあります。");
            return 0;
        });
        return command;
    }

    private static PointTable ReadShipped(IServiceProvider services) => ShippedTable.Read(services.GetRequiredService<IHostEnvironment>());

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
