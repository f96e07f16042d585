using System.Globalization;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.Boards;
using IncentiveGrant.Data.Bulk;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Results;

/// <summary>Takes planned results over. Everything of a file, its audit entry and the new board version are one transaction.</summary>
public sealed class ResultStore(PortalDb db)
{
    private static readonly BulkInsert<CellPoint> Cells = new(
        "cell_point",
        ("result_set_id", c => c.ResultSetId), ("jurisdiction_id", c => c.JurisdictionId), ("sub_item_id", c => c.SubItemId),
        ("reason", c => (short)c.Reason), ("hundredths", c => c.Hundredths));

    private static readonly BulkInsert<ResultFigure> Figures = new(
        "result_figure",
        ("result_set_id", f => f.ResultSetId), ("jurisdiction_id", f => f.JurisdictionId), ("kind", f => (int)f.Kind), ("level", f => f.Level),
        ("value", f => f.Value), ("printed_text", f => f.PrintedText));

    /// <summary>All jurisdictions that a file can be joined to.</summary>
    public async Task<IReadOnlyList<KnownJurisdiction>> KnownAsync(CancellationToken cancel)
    {
        var municipalities = await db.Municipalities.AsNoTracking()
            .Select(m => new KnownJurisdiction(m.Id, JurisdictionKind.Municipality, m.PrefectureNumber, m.NormalizedName, m.InsurerNumber)).ToListAsync(cancel);
        var unions = await db.WideAreaUnions.AsNoTracking()
            .Select(u => new KnownJurisdiction(u.Id, JurisdictionKind.WideAreaUnion, u.PrefectureNumber, u.NormalizedName, u.InsurerNumber))
            .ToListAsync(cancel);
        var prefectures = PrefectureName.All.Select(
            p => new KnownJurisdiction(p.Number, JurisdictionKind.Prefecture, p.Number, NormalizedText.Name(p.Name), null));
        return [.. municipalities, .. unions, .. prefectures];
    }

    /// <summary>Saves a plan inside the transaction that the caller has opened, and returns the new set.</summary>
    /// <param name="plan">A plan that is not refused; new jurisdictions in it are created.</param>
    /// <param name="sourceName">The file's name.</param>
    /// <param name="sourceHash">SHA-256 of the file in hexadecimal.</param>
    /// <param name="actor">Who loads it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ResultSet> SaveAsync(ResultsPlan plan, string sourceName, string sourceHash, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        var table = plan.Table;
        if (table.Id == 0) await PointTableStore.SavePublishedAsync(db, table, actor, $"{sourceName} {sourceHash}", now, cancel);
        var created = await CreateAsync(plan, cancel);
        var ids = plan.Units.Select(unit => unit.JurisdictionId ?? created[unit]).ToArray();
        var set = new ResultSet
        {
            FiscalYear = table.FiscalYear, Audience = table.Audience, Kind = plan.Board!.Kind, PointTableId = table.Id, SourceName = sourceName,
            SourceHash = sourceHash,
            ImportedAt = now, UnitCount = plan.Units.Count, DifferenceCount = plan.Differences.Count,
        };
        db.Add(set);
        await AddProfilesAsync(plan, ids, cancel);
        await db.SaveChangesAsync(cancel);

        await Cells.WriteAsync(db, CellsOf(plan, set.Id, ids), cancel);
        await Figures.WriteAsync(db, FiguresOf(plan, set.Id, ids), cancel);
        AddFindings(plan, set.Id);
        await db.RaiseBoardVersionAsync(table.FiscalYear, table.Audience, set.Kind, now, cancel);
        await db.AppendAsync(
            new AuditRecord(
                AuditTrail.ResultsStream(table.FiscalYear.Value, table.Audience.Slug()), actor, "結果の取込", sourceName, null,
                string.Create(CultureInfo.InvariantCulture, $"{sourceHash} {set.UnitCount}団体 差異{set.DifferenceCount}件")),
            now, cancel);
        return set;
    }

    private async Task<Dictionary<JoinedRow, int>> CreateAsync(ResultsPlan plan, CancellationToken cancel)
    {
        var created = plan.NewJurisdictions.ToDictionary(row => row, New);
        db.AddRange(created.Values);
        await db.SaveChangesAsync(cancel);
        return created.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }

    private static Jurisdiction New(JoinedRow row)
    {
        Jurisdiction jurisdiction = row.Kind == JurisdictionKind.WideAreaUnion
            ? new WideAreaUnion { PrefectureNumber = row.Row.PrefectureNumber, InsurerNumber = row.Row.InsurerNumber }
            : new Municipality { PrefectureNumber = row.Row.PrefectureNumber, InsurerNumber = row.Row.InsurerNumber };
        jurisdiction.Rename(row.Row.Name, "");
        return jurisdiction;
    }

    /// <summary>The figures of the file become those of its year; what the file does not say stays.</summary>
    private async Task AddProfilesAsync(ResultsPlan plan, int[] ids, CancellationToken cancel)
    {
        var year = plan.Table.FiscalYear;
        var kept = await db.MunicipalityProfiles.Where(p => p.FiscalYear == year).ToDictionaryAsync(p => p.MunicipalityId, cancel);
        foreach (var (i, unit) in plan.Units.Index())
        {
            if (unit.ProfileFor(ids[i], year) is not { } read) continue;
            if (!kept.TryGetValue(ids[i], out var profile)) db.Add(profile = new MunicipalityProfile { MunicipalityId = ids[i], FiscalYear = year });
            profile.Population = read.Population ?? profile.Population;
            profile.InsuredCount = read.InsuredCount ?? profile.InsuredCount;
            profile.Band = read.Band ?? profile.Band;
            profile.IsDepopulated = read.IsDepopulated ?? profile.IsDepopulated;
        }
    }

    private static IEnumerable<CellPoint> CellsOf(ResultsPlan plan, int set, int[] ids) =>
        from unit in Enumerable.Range(0, ids.Length)
        from cell in plan.CellsOf(unit)
        select new CellPoint
        {
            ResultSetId = set, JurisdictionId = ids[unit], SubItemId = cell.Item.Id, Reason = cell.Result.Reason,
            Hundredths = cell.Result.PointsIfKnown?.Hundredths ?? 0,
        };

    private static IEnumerable<ResultFigure> FiguresOf(ResultsPlan plan, int set, int[] ids)
    {
        var ofUnits = from unit in Enumerable.Range(0, ids.Length) from figure in plan.FiguresOf(unit) select FigureOf(figure, set, ids[unit]);
        return ofUnits.Concat(plan.NationalFigures.Select(figure => FigureOf(figure, set, null)));
    }

    private static ResultFigure FigureOf(PlannedFigure figure, int set, int? jurisdiction) => new()
    {
        ResultSetId = set, JurisdictionId = jurisdiction, Kind = figure.Kind, Level = figure.Level, Value = figure.Value,
        PrintedText = figure.PrintedText is null ? null : Cut(figure.PrintedText, ResultFigure.TextMaxLength),
    };

    private void AddFindings(ResultsPlan plan, int set) =>
        db.AddRange(plan.Messages.Where(m => m.Severity == ImportSeverity.Warning).Select(m => new ImportFinding
        {
            ResultSetId = set, Place = Cut(m.Place?.ToString() ?? "", ImportFinding.PlaceMaxLength), Text = Cut(m.Text, ImportFinding.TextMaxLength),
        }));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
