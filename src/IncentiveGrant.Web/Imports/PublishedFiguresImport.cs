using System.Globalization;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Publications;
using IncentiveGrant.Documents.Publications;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Publications;

namespace IncentiveGrant.Web.Imports;

/// <summary>
/// Loads the figures that documents print (公表値). What does not add up in a document is told and kept as it is printed; only what cannot
/// be what the document prints is refused.
/// </summary>
public sealed class PublishedFiguresImport(PortalDb db, PublicationStore store, TimeProvider clock)
{
    /// <summary>Loads a file, or tells what loading it would do.</summary>
    public async Task<ImportOutcome> LoadAsync(Stream content, string fileName, ImportRequest request, CancellationToken cancel)
    {
        var source = await SourceFile.OfAsync(content, fileName, cancel);
        var reading = PublishedFiguresFile.Read(content, fileName);
        if (reading.IsRefused) return ImportOutcome.Refused(reading.Messages);
        var documents = reading.Content!;
        if (request.Year is { } year && documents.SelectMany(d => d.Figures).FirstOrDefault(f => f.FiscalYear != year) is { } other)
        {
            return ImportOutcome.Refused([.. reading.Messages, ImportMessage.Error(new ImportPlace(null, other.Row),
                $"{other.FiscalYear.Japanese}の公表値です。指定した年度（{year.Japanese}）と違います。年度の指定かファイルを確かめてください。")]);
        }
        var differences = documents.SelectMany(d => PublishedFigureCheck.Of(d.Figures)).Where(c => !c.Agrees).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var isNew = await store.SaveAsync(documents, source.Name, source.Hash, request.Actor, clock.GetUtcNow(), cancel);
        if (!request.IsDryRun) await transaction.CommitAsync(cancel);
        return new ImportOutcome(
            false, Summary(documents, differences.Count, isNew, request.IsDryRun),
            [.. reading.Messages, .. differences.Select(d => ImportMessage.Warning(new ImportPlace(null, d.Figure.Row), d.Text))]);
    }

    private static string Summary(IReadOnlyList<PublishedDocument> documents, int differences, bool isNew, bool isDryRun)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"公表値{documents.Sum(d => d.Figures.Count):#,0}件（{documents.Count}資料）、計算と合わないもの{differences}件");
        return !isNew ? $"登録済みのファイルと同じです。変更はありません（{what}）。"
            : isDryRun ? $"取り込むと、{what}です（まだ取り込んでいません）。"
            : $"取り込みました。{what}。";
    }
}
