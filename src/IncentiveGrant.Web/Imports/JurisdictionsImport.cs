using System.Globalization;
using IncentiveGrant.Data.Jurisdictions;
using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Imports;

/// <summary>Loads a jurisdictions file (団体マスタ).</summary>
public sealed class JurisdictionsImport(JurisdictionStore store, TimeProvider clock)
{
    /// <summary>Loads a file, or tells what loading it would do.</summary>
    public async Task<ImportOutcome> LoadAsync(Stream content, string fileName, ImportRequest request, CancellationToken cancel)
    {
        var source = await SourceFile.OfAsync(content, fileName, cancel);
        var reading = JurisdictionsFile.Read(content, fileName);
        if (reading.IsRefused) return ImportOutcome.Refused(reading.Messages);
        var year = request.Year ?? clock.FiscalYearInJapan();
        var changes = await store.ApplyAsync(reading.Content!, year, source.ToString(), request.IsDryRun, request.Actor, clock.GetUtcNow(), cancel);
        if (changes.IsRefused) return ImportOutcome.Refused([.. reading.Messages, .. changes.Messages]);
        var what = string.Create(CultureInfo.InvariantCulture, $"新規{changes.Added}団体、変更{changes.Changed}団体、{year.Japanese}の人口・被保険者数など{changes.Profiles}団体");
        return new ImportOutcome(
            false,
            changes.IsEmpty ? "登録済みの内容と同じです。変更はありません。" : request.IsDryRun ? $"取り込むと、{what}です（まだ取り込んでいません）。" : $"取り込みました。{what}。",
            reading.Messages);
    }
}
