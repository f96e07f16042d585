using System.CommandLine;
using System.Text;
using System.Text.Json;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Operations;

/// <summary>export: scores and statistics of a year, as the pages show them, and templates to fill in.</summary>
internal static class ExportCommand
{
    public static Command Create(IServiceProvider services) => new("export", "得点・統計を標準出力に、ひな形をファイルに書き出します。")
    {
        ExportTemplateCommand.Create(services),
        Subcommand(services, "scores", "団体ごとの得点・得点率・順位", ["json", "csv"], (board, format) => format == "csv" ? ScoresCsv(board) : Json(Scores(board))),
        Subcommand(services, "statistics", "階層ごとの団体数・満点・平均・中央値・標準偏差", ["json"], (board, _) => Json(Statistics(board))),
    };

    private static Command Subcommand(IServiceProvider services, string name, string description, string[] formats, Func<ScoreBoard, string, string> write)
    {
        var year = CommandParts.Year("評価年度", required: true);
        var audience = CommandParts.AudienceOption();
        var format = CommandParts.Format(formats);
        var command = new Command(name, description) { year, audience, format };
        command.SetAction(services, async (scope, parsed, cancel) =>
        {
            var (of, whose) = (parsed.GetValue(year)!.Value, parsed.GetValue(audience));
            var board = await scope.GetRequiredService<ScoreBoards>().FindAsync(of, whose, cancel);
            if (board is null)
            {
                await Console.Error.WriteLineAsync($"［エラー］{of.Japanese}の{whose.Name()}の結果は取り込まれていません。");
                return 1;
            }
            await Console.Out.WriteAsync(write(board, parsed.GetRequiredValue(format)));
            return 0;
        });
        return command;
    }

    /// <summary>A unit's scores; a level without a complete score is null.</summary>
    private sealed record UnitScores(
        string Code, string Name, string Prefecture, decimal? Total, decimal? Rate, int? Rank, IReadOnlyDictionary<string, decimal?> Levels);

    private sealed record LevelStatistics(string Level, int N, decimal? Max, decimal? Mean, decimal? Median, double? Sd);

    private static IEnumerable<UnitScores> Scores(ScoreBoard board) => board.Jurisdictions.Select((unit, row) => new UnitScores(
        unit.Key,
        unit.Name,
        unit.Prefecture.Name,
        board.Score(row, board.Table.Total).Complete,
        ScoreRate.OneDecimal(board.Rate(row, board.Table.Total)),
        board.Standing(row, board.Table.Total, PoolKind.Nation)?.Rank,
        board.Table.Levels.ToDictionary(level => level.Key.ToString(), level => board.Score(row, level).Complete)));

    private static IEnumerable<LevelStatistics> Statistics(ScoreBoard board) => board.Table.Levels.Select(level =>
    {
        var of = board.Statistics(level);
        return new LevelStatistics(level.Key.ToString(), of.Count, level.MaxPoints, of.Mean, of.Median, of.StandardDeviation);
    });

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CommandParts.Json) + "\n";

    private static string ScoresCsv(ScoreBoard board)
    {
        string[] header = ["code", "name", "prefecture", "total", "rate", "rank", .. board.Table.Levels.Select(l => l.Key.ToString())];
        var layout = new SheetLayout("scores", [.. header.Select(h => new SheetColumn(h, ColumnFormat.Text, 10))]);
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, layout, Scores(board).Select(u => (IReadOnlyList<SheetValue>)[
            u.Code, u.Name, u.Prefecture, SheetValue.OrBlank(u.Total), SheetValue.OrBlank(u.Rate), SheetValue.OrBlank(u.Rank),
            .. u.Levels.Values.Select(SheetValue.OrBlank)]));
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
