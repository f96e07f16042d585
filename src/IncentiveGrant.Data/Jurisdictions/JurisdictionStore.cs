using System.Globalization;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.Boards;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Jurisdictions;

/// <summary>
/// Takes a jurisdictions file over. Rules: 1. a row meets a jurisdiction by its code, else by prefecture and name one that has no code yet
/// (it came from a results workbook); 2. what no row names stays as it is; 3. figures (人口, 第1号被保険者数, 過疎) are kept for the year
/// of the file.
/// </summary>
public sealed class JurisdictionStore(PortalDb db)
{
    /// <summary>Takes the rows over, with an audit entry, in one transaction.</summary>
    /// <param name="records">Rows that the reader has checked.</param>
    /// <param name="year">The year that the figures are of.</param>
    /// <param name="source">The file's name and hash, for the audit.</param>
    /// <param name="isDryRun">Only tells what would change.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it; nothing is saved then.</param>
    public async Task<JurisdictionChanges> ApplyAsync(
        IReadOnlyList<JurisdictionRecord> records, FiscalYear year, string source, bool isDryRun, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var merge = new Merge(await db.Jurisdictions.ToListAsync(cancel));
        foreach (var record in records.OrderByDescending(r => r.Kind)) merge.Take(record); // unions first: their members name them
        if (merge.Messages.Count > 0) return new JurisdictionChanges(0, 0, 0, merge.Messages);
        db.AddRange(merge.Added);
        var changed = db.ChangeTracker.Entries<Jurisdiction>().Count(e => e.State == EntityState.Modified);
        await db.SaveChangesAsync(cancel); // gives new municipalities their ids
        var changes = new JurisdictionChanges(merge.Added.Count, changed, await TakeProfilesAsync(merge, year, cancel), []);
        if (isDryRun || changes.IsEmpty) return changes;
        await db.RaiseAllBoardVersionsAsync(now, cancel);
        await db.AppendAsync(
            new AuditRecord(AuditTrail.JurisdictionsStream, actor, "団体マスタの取込", source, null,
                string.Create(CultureInfo.InvariantCulture, $"新規{changes.Added} 変更{changes.Changed} {year.Japanese}の指標{changes.Profiles}")),
            now, cancel);
        await transaction.CommitAsync(cancel);
        return changes;
    }

    private async Task<int> TakeProfilesAsync(Merge merge, FiscalYear year, CancellationToken cancel)
    {
        var ofYear = await db.MunicipalityProfiles.Where(p => p.FiscalYear == year).ToDictionaryAsync(p => p.MunicipalityId, cancel);
        foreach (var (record, municipality) in merge.Municipalities.Where(
            m => m.Record is { Population: not null } or { InsuredCount: not null } or { IsDepopulated: not null }))
        {
            if (!ofYear.TryGetValue(municipality.Id, out var profile))
                db.Add(profile = new MunicipalityProfile { MunicipalityId = municipality.Id, FiscalYear = year });
            profile.Population = record.Population ?? profile.Population;
            profile.InsuredCount = record.InsuredCount ?? profile.InsuredCount;
            profile.Band = record.InsuredCount is { } insured ? InsuredBands.Of(insured) : profile.Band;
            profile.IsDepopulated = record.IsDepopulated ?? profile.IsDepopulated;
        }
        return db.ChangeTracker.Entries<MunicipalityProfile>().Count(e => e.State is EntityState.Added or EntityState.Modified);
    }

    /// <summary>Joins rows to what is there.</summary>
    private sealed class Merge(List<Jurisdiction> existing)
    {
        private readonly Dictionary<string, Jurisdiction> byCode = existing.Where(j => j.Code is not null).ToDictionary(j => j.Code!.Value.Value);
        private readonly Dictionary<(Type, int, string), Jurisdiction> byName = existing.ToDictionary(NameOf);

        public List<Jurisdiction> Added { get; } = [];
        public List<(JurisdictionRecord Record, Municipality Municipality)> Municipalities { get; } = [];
        public List<ImportMessage> Messages { get; } = [];

        public void Take(JurisdictionRecord record)
        {
            if (record.Kind == JurisdictionKind.Prefecture) return; // built in; the reader has compared it
            var found = Find(record) ?? New(record);
            if (byName.TryGetValue((found.GetType(), record.PrefectureNumber, NormalizedText.Name(record.Name)), out var namesake) && namesake != found)
            {
                Messages.Add(ImportMessage.Error(new ImportPlace(null, record.Row), $"「{record.Name}」は団体コード {namesake.Code} で登録済みです。団体コードか名称を確かめてください。"));
                return;
            }
            byName.Remove(NameOf(found));
            Update(found, record);
            byName[NameOf(found)] = found;
        }

        private Jurisdiction? Find(JurisdictionRecord record)
        {
            if (record.Code is { } code && byCode.TryGetValue(code.Value, out var coded)) return coded;
            var type = record.Kind == JurisdictionKind.Municipality ? typeof(Municipality) : typeof(WideAreaUnion);
            return byName.TryGetValue((type, record.PrefectureNumber, NormalizedText.Name(record.Name)), out var named) && named.Code is null ? named : null;
        }

        private Jurisdiction New(JurisdictionRecord record)
        {
            Jurisdiction jurisdiction = record.Kind == JurisdictionKind.Municipality
                ? new Municipality { PrefectureNumber = record.PrefectureNumber }
                : new WideAreaUnion { PrefectureNumber = record.PrefectureNumber };
            Added.Add(jurisdiction);
            return jurisdiction;
        }

        private void Update(Jurisdiction found, JurisdictionRecord record)
        {
            found.Rename(record.Name, record.Kana.Length > 0 ? record.Kana : found.Kana);
            if (record.Code is { } code) found.AssignCode(code);
            if (found is WideAreaUnion union) union.InsurerNumber = record.InsurerNumber;
            if (found is not Municipality municipality) return;
            municipality.InsurerNumber = record.InsurerNumber;
            municipality.Union = UnionOf(record);
            municipality.UnionId = municipality.Union is { Id: > 0 } known ? known.Id : null;
            Municipalities.Add((record, municipality));
        }

        private WideAreaUnion? UnionOf(JurisdictionRecord record) =>
            record.UnionName is not null
                && byName.TryGetValue((typeof(WideAreaUnion), record.PrefectureNumber, NormalizedText.Name(record.UnionName)), out var union)
                ? (WideAreaUnion)union
                : null;

        private static (Type, int, string) NameOf(Jurisdiction j) => (j.GetType(), j.PrefectureNumber, j.NormalizedName);
    }
}

/// <summary>What a jurisdictions file changed, or would change.</summary>
/// <param name="Added">New jurisdictions.</param>
/// <param name="Changed">Jurisdictions with another name, code, number or union than before.</param>
/// <param name="Profiles">Figures of the year that are new or other.</param>
/// <param name="Messages">What stands against it; nothing is taken over while there is any.</param>
public sealed record JurisdictionChanges(int Added, int Changed, int Profiles, IReadOnlyList<ImportMessage> Messages)
{
    /// <summary>Whether nothing was taken over.</summary>
    public bool IsRefused => Messages.Count > 0;

    /// <summary>Whether the portal already holds all that the file says.</summary>
    public bool IsEmpty => Added + Changed + Profiles == 0;
}
