using System.Globalization;
using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Data.Results;
using IncentiveGrant.Documents.Results;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Imports;

/// <summary>
/// Loads the ministry's results. A file of several years (prefectures' simple table) is taken over whole or not at all. A year without a
/// table gets one from the file.
/// </summary>
public sealed class ResultsImport(PortalDb db, ResultStore store, TimeProvider clock)
{
    /// <summary>Loads a file, or tells what loading it would do.</summary>
    public async Task<ImportOutcome> LoadAsync(Stream content, string fileName, ImportRequest request, CancellationToken cancel)
    {
        var source = await SourceFile.OfAsync(content, fileName, cancel);
        var reading = MinistryWorkbook.Read(content, fileName);
        if (reading.IsRefused) return ImportOutcome.Refused(reading.Messages);
        var messages = new List<ImportMessage>(reading.Messages);
        if (ChooseFiles(reading.Content!, request.Year, messages) is not { } files) return ImportOutcome.Refused(messages);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var summaries = new List<string>();
        foreach (var file in files)
        {
            var plan = await PlanAsync(file, request, messages, cancel);
            if (plan is null) return ImportOutcome.Refused(messages);
            summaries.Add(Describe(plan));
            await store.SaveAsync(plan, source.Name, source.Hash, request.Actor, clock.GetUtcNow(), cancel);
        }
        if (!request.IsDryRun) await transaction.CommitAsync(cancel);
        return new ImportOutcome(
            false, request.IsDryRun ? $"取り込むと、次のとおりになります（まだ取り込んでいません）。{string.Join(' ', summaries)}" : $"取り込みました。{string.Join(' ', summaries)}", messages);
    }

    /// <summary>The years of the file that are asked for: all, or the one named; null when that one is not in it, with the reason in the messages.</summary>
    private static IReadOnlyList<ResultsFile>? ChooseFiles(IReadOnlyList<ResultsFile> files, FiscalYear? asked, List<ImportMessage> messages)
    {
        var chosen = asked is { } year ? [.. files.Where(f => f.FiscalYear is null || f.FiscalYear == year)] : files;
        if (chosen.Count == 0)
        {
            var years = string.Join('、', files.Select(f => f.FiscalYear!.Value.Japanese));
            messages.Add(ImportMessage.Error(null, $"ファイルは{years}の結果です。指定した年度（{asked!.Value.Japanese}）と違います。年度の指定かファイルを確かめてください。"));
            return null;
        }
        if (asked is not null || chosen.All(f => f.FiscalYear is not null)) return chosen;
        messages.Add(ImportMessage.Error(null, "ファイルに年度がありません。評価年度を指定して取り込んでください（コマンドでは --year 2026）。"));
        return null;
    }

    /// <summary>The plan for one year's results; null when it is refused, with the reasons in the messages.</summary>
    private async Task<ResultsPlan?> PlanAsync(ResultsFile file, ImportRequest request, List<ImportMessage> messages, CancellationToken cancel)
    {
        var year = file.FiscalYear ?? request.Year!.Value;
        if (await TableAsync(file, year, messages, cancel) is not { } table) return null;
        var plan = ResultsPlan.Of(file, table, await store.KnownAsync(cancel));
        messages.AddRange(plan.Messages);
        if (plan.IsRefused) return null;
        var unknown = plan.NewJurisdictions.ToList();
        if (unknown.Count == 0 || request.CreateMissing) return plan;
        var names = string.Join('、', unknown.Take(5).Select(u => u.Row.Name)) + (unknown.Count > 5 ? " ほか" : "");
        var count = unknown.Count.ToString(CultureInfo.InvariantCulture);
        messages.Add(ImportMessage.Error(
            null,
            $"登録のない団体が{count}あります（{names}）。名称を確かめ、先に団体マスタを取り込んでください。"
            + "この名称のまま新しく登録するときは --create-missing を付けてください。"));
        return null;
    }

    private async Task<PointTable?> TableAsync(ResultsFile file, FiscalYear year, List<ImportMessage> messages, CancellationToken cancel)
    {
        if (await PointTableStore.FindPublishedAsync(db, year, file.Audience, cancel) is { } published) return published;
        var built = PointTableFromResults.Build(file, year);
        messages.AddRange(built.Messages);
        if (built.IsRefused) return null;
        messages.Add(ImportMessage.Information(null, $"{year.Japanese}の配点表（{file.Audience.Name()}）が未登録のため、ファイルの見出しと配点の行から作成します。"));
        return await PointTableStore.FindSameAsync(db, built.Content!, cancel) ?? built.Content;
    }

    private static string Describe(ResultsPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"{plan.Table.FiscalYear.Japanese} {plan.Table.Audience.Name()}：{plan.Units.Count}団体、公表値と再計算の差異{plan.Differences.Count}件"
        + $"{(plan.NewJurisdictions.Count() is > 0 and var added ? $"、新しく登録する団体{added}" : "")}。");
}
