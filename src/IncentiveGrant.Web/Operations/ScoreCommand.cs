using System.CommandLine;
using System.Text.Json;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Documents.Scoring;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Web.Operations;

/// <summary>score: scores a file of values by a point table, without a database.</summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions Json = new(CommandParts.Json) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var table = new Option<FileInfo>("--point-table") { Description = "配点表（xlsx）", Required = true, HelpName = "FILE.xlsx" };
        var values = new Option<FileInfo>("--values") { Description = "値の表（CSV、xlsx）。列は code、key、value", Required = true, HelpName = "FILE.csv" };
        var format = CommandParts.Format("json");
        var command = new Command("score", "配点表と値の表から得点を計算して標準出力に書き出します。データベースは使いません。") { table, values, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await ReadAsync(parsed.GetRequiredValue(table), PointTableWorkbook.Read, cancel) is not { } pointTable) return 1;
            var compiled = CompiledTable.Of(pointTable);
            if (await ReadAsync(parsed.GetRequiredValue(values), (content, name) => GivenValuesFile.Read(content, name, compiled), cancel) is not { } given)
                return 1;
            var board = Scorer.Score(given);
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(Enumerable.Range(0, board.Jurisdictions.Count).Select(row => UnitScore.Of(board, row)), Json));
            return 0;
        });
        return command;
    }

    private static async Task<T?> ReadAsync<T>(FileInfo file, Func<Stream, string, ImportReading<T>> read, CancellationToken cancel)
        where T : class
    {
        cancel.ThrowIfCancellationRequested();
        await using var stream = await CommandParts.OpenAsync(file);
        if (stream is null) return null;
        var reading = read(stream, file.Name);
        foreach (var message in reading.Messages) await Console.Error.WriteLineAsync(CommandParts.Line(message));
        return reading.IsRefused ? null : reading.Content;
    }

    /// <summary>A unit's scores; what is not known is null. A cell of 目標Ⅳ is listed once, under 推進.</summary>
    private sealed record UnitScore(
        string Code, decimal Known, decimal KnownMax, decimal Lowest, decimal Highest, decimal? Total, int? Rank,
        IReadOnlyDictionary<string, decimal?> Indicators, IReadOnlyDictionary<string, decimal?> Cells)
    {
        public static UnitScore Of(ScoreBoard board, int row)
        {
            var total = board.Score(row, board.Table.Total);
            return new UnitScore(
                board.Jurisdictions[row].Key, total.Known, total.KnownMax, total.Lowest, total.Highest, total.Complete,
                board.Standing(row, board.Table.Total, PoolKind.Nation)?.Rank,
                board.Table.Levels.Where(l => l is { Kind: LevelKind.Indicator, CopyOf: null })
                    .ToDictionary(l => l.Key.ToString(), l => board.Score(row, l).Complete),
                board.Table.Cells.ToDictionary(c => c.Key.ToString(), c => board.Cell(row, c.Index).PointsIfKnown?.Value));
        }
    }
}
