using System.Globalization;
using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Web.Imports;

/// <summary>Loads a point table (配点表) and publishes it. The reader refuses a table that does not agree with its declared allotment.</summary>
public sealed class PointTableImport(PortalDb db, TimeProvider clock)
{
    /// <summary>Loads a file, or tells what loading it would do.</summary>
    public async Task<ImportOutcome> LoadAsync(Stream content, string fileName, ImportRequest request, CancellationToken cancel)
    {
        var source = await SourceFile.OfAsync(content, fileName, cancel);
        var reading = PointTableWorkbook.Read(content, fileName);
        if (reading.IsRefused) return ImportOutcome.Refused(reading.Messages);
        var table = reading.Content!;
        if (request.Year is { } year && year != table.FiscalYear)
            return ImportOutcome.Refused(
                [.. reading.Messages, ImportMessage.Error(null, $"ファイルは{table.FiscalYear.Japanese}の配点表です。指定した年度（{year.Japanese}）と違います。年度の指定かファイルを確かめてください。")]);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var saved = await PointTableStore.SavePublishedAsync(db, table, request.Actor, source.ToString(), clock.GetUtcNow(), cancel);
        var summary = Summary(table, saved, request.IsDryRun);
        if (!request.IsDryRun) await transaction.CommitAsync(cancel);
        return new ImportOutcome(false, summary, reading.Messages);
    }

    private static string Summary(PointTable table, SavedEdition saved, bool isDryRun)
    {
        var compiled = CompiledTable.Of(table);
        var indicators = compiled.Levels.Count(l => l is { Kind: LevelKind.Indicator, CopyOf: null });
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{table.FiscalYear.Japanese} {table.Audience.Name()} 第{saved.Edition}版："
            + $"満点{table.MaxPoints:0.##}点、{indicators}指標、{compiled.Cells.Count}枝番");
        return !saved.IsNew ? $"登録済みの版と同じ内容です。変更はありません（{what}）。"
            : isDryRun ? $"取り込むと公開されます（まだ取り込んでいません）。{what}。"
            : $"取り込み、公開しました。{what}。";
    }
}
