using System.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Data.Boards;

/// <summary>Loads what a score board follows from. Cells are read as plain columns: half a million rows, no entity each.</summary>
public static class BoardLoader
{
    /// <summary>The input of the newest published results of a year and audience; null when there are none.</summary>
    public static async Task<ScoringInput?> LoadPublishedAsync(PortalDb db, FiscalYear year, Audience audience, CancellationToken cancel)
    {
        var set = await db.ResultSets.AsNoTracking().Where(s => s.FiscalYear == year && s.Audience == audience && s.Kind == ScoreKind.Final)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancel);
        if (set is null) return null;
        var table = CompiledTable.Of(await PointTableStore.LoadAsync(db, set.PointTableId, cancel));
        var figures = await FiguresAsync(db, set.Id, cancel);
        var units = await UnitsAsync(db, year, [.. figures.Select(f => f.JurisdictionId).Distinct()], cancel);
        var input = new ScoringInput(table, ScoreKind.Final, units, CellReason.Pending);
        var rows = units.Select((unit, row) => (unit.Id, row)).ToDictionary(pair => pair.Id, pair => pair.row);
        FillFigures(input, figures, rows);
        await FillCellsAsync(db, set.Id, input, rows, cancel);
        return input;
    }

    private sealed record UnitFigure(int JurisdictionId, FigureKind Kind, string Level, decimal? Value);

    private static Task<List<UnitFigure>> FiguresAsync(PortalDb db, int setId, CancellationToken cancel) =>
        db.ResultFigures.AsNoTracking()
            .Where(f => f.ResultSetId == setId && f.JurisdictionId != null
                && (f.Kind == FigureKind.Points || f.Kind == FigureKind.PreviousPoints || f.Kind == FigureKind.PreviousRank))
            .Select(f => new UnitFigure(f.JurisdictionId!.Value, f.Kind, f.Level, f.Value))
            .ToListAsync(cancel);

    private static void FillFigures(ScoringInput input, List<UnitFigure> figures, Dictionary<int, int> rows)
    {
        var levels = figures.Select(f => f.Level).Distinct()
            .ToDictionary(level => level, level => LevelKey.TryParse(level, out var key) ? input.Table.FindLevel(key)?.Index : null);
        foreach (var figure in figures.Where(f => f.Value is not null))
        {
            var row = rows[figure.JurisdictionId];
            if (figure.Kind == FigureKind.PreviousPoints) input.Previous[row] = input.Previous[row] with { Total = figure.Value };
            else if (figure.Kind == FigureKind.PreviousRank) input.Previous[row] = input.Previous[row] with { Rank = (int)figure.Value!.Value };
            else if (levels[figure.Level] is { } level && Points.TryOf(figure.Value!.Value, out var points)) input.SetPublishedPoints(row, level, points);
        }
    }

    private static async Task<IReadOnlyList<ScoredJurisdiction>> UnitsAsync(PortalDb db, FiscalYear year, HashSet<int> ids, CancellationToken cancel)
    {
        var profiles = (await db.MunicipalityProfiles.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.MunicipalityId);
        var unions = await db.WideAreaUnions.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        var units = await db.Jurisdictions.AsNoTracking()
            .Select(j => new { j.Id, j.Code, j.Name, j.Kana, j.PrefectureNumber, UnionId = j is Municipality ? ((Municipality)j).UnionId : null })
            .ToListAsync(cancel);
        return
        [
            .. units.Where(u => ids.Contains(u.Id))
                .OrderBy(u => u.PrefectureNumber).ThenBy(u => u.Code?.Value ?? "~", StringComparer.Ordinal).ThenBy(u => u.Id)
                .Select(u => new ScoredJurisdiction(
                    u.Id, Jurisdiction.KeyOf(u.Code, u.Id), u.Name, u.Kana, u.PrefectureNumber, ProfileOf(profiles[u.Id], year),
                    u.UnionId is { } union ? unions[union] : null)),
        ];
    }

    /// <summary>The figures of the year, else of the nearest earlier year, else the earliest (<see cref="MunicipalityProfile"/>).</summary>
    private static MunicipalityProfile? ProfileOf(IEnumerable<MunicipalityProfile> profiles, FiscalYear year)
    {
        var ordered = profiles.OrderBy(p => p.FiscalYear).ToList();
        return ordered.LastOrDefault(p => p.FiscalYear <= year) ?? ordered.FirstOrDefault();
    }

    private static async Task FillCellsAsync(PortalDb db, int setId, ScoringInput input, Dictionary<int, int> rows, CancellationToken cancel)
    {
        var cells = input.Table.Cells.ToDictionary(c => c.Item.Id, c => c.Index);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT jurisdiction_id, sub_item_id, reason, hundredths FROM cell_point WHERE result_set_id = @set";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value, parameter.DbType) = ("@set", setId, DbType.Int32);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
            while (await reader.ReadAsync(cancel))
            {
                var (unit, item, reason, points) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
                input.SetCell(rows[unit], cells[item], CellResult.Known((CellReason)reason, new Points(points)));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
