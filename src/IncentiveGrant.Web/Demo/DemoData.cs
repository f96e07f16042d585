using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.PointTables;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Demo;

/// <summary>
/// The demonstration: fictional municipalities and scores of 令和7年度 and 令和8年度, loaded through the importers that administrators use.
/// The 配点 of 令和8年度 and the number of municipalities that score each cell are the published ones; everything else is made up.
/// Of the prefectures' table what is not known is 見本, and says so.
/// </summary>
public sealed class DemoData(
    PortalDb db, JurisdictionsImport jurisdictions, PointTableImport tables, ResultsImport results, DemoAccounts accounts, IWebHostEnvironment environment)
{
    private const string Actor = "デモ";

    /// <summary>Whether the demonstration's data are in the database: the last of its files, so all of them.</summary>
    public async Task<bool> IsLoadedAsync(CancellationToken cancel) =>
        await accounts.ExistAsync(cancel) && await db.ResultSets.AnyAsync(s => s.Audience == Audience.Prefecture, cancel);

    /// <summary>
    /// Loads everything into a database that is empty or a demonstration's: one that was interrupted is made whole (what it has already is
    /// loaded again without a change), and one that has it all stays as it is.
    /// </summary>
    public async Task<DemoOutcome> LoadAsync(CancellationToken cancel)
    {
        if (await IsLoadedAsync(cancel)) return new DemoOutcome(false, ["デモのデータは取り込み済みです。"]);
        if (!await accounts.ExistAsync(cancel) && (await db.Users.AnyAsync(cancel) || await db.Years.AnyAsync(cancel)))
            return new DemoOutcome(true, ["デモのデータは空のデータベースにだけ取り込めます。Storage:Path または ConnectionStrings:Portal に、空のデータベースを指定してください。"]);
        await accounts.EnsureAsync(cancel); // first of all, since they mark the database as a demonstration's
        var lines = new List<string>();
        foreach (var load in Loads())
        {
            var outcome = await load(cancel);
            lines.Add(outcome.Summary);
            if (outcome.IsRefused) return new DemoOutcome(true, [.. lines, .. outcome.Messages.Select(m => m.ToString())]);
        }
        await accounts.EnsureAsync(cancel); // and the town's, now that there are towns
        return new DemoOutcome(false, [.. lines, "デモのデータを取り込みました。団体・得点・順位はすべて架空です。"]);
    }

    private IEnumerable<Func<CancellationToken, Task<ImportOutcome>>> Loads() =>
    [
        cancel => LoadAsync("Demo/Data/jurisdictions-sample.csv", jurisdictions.LoadAsync, cancel, new FiscalYear(2026)),
        cancel => LoadAsync(ShippedTable.Path, tables.LoadAsync, cancel),
        cancel => LoadAsync("Demo/Data/point-table-r8-prefecture-sample.xlsx", tables.LoadAsync, cancel),
        cancel => LoadAsync("Demo/Data/ministry-workbook-r7-sample.xlsx", results.LoadAsync, cancel),
        cancel => LoadAsync("Demo/Data/ministry-workbook-r8-sample.xlsx", results.LoadAsync, cancel),
        cancel => LoadAsync("Demo/Data/prefecture-results-sample.csv", results.LoadAsync, cancel),
    ];

    private async Task<ImportOutcome> LoadAsync(
        string path, Func<Stream, string, ImportRequest, CancellationToken, Task<ImportOutcome>> load, CancellationToken cancel, FiscalYear? year = null)
    {
        await using var stream = environment.ContentRootFileProvider.GetFileInfo(path).CreateReadStream();
        return await load(stream, Path.GetFileName(path), new ImportRequest(year, IsDryRun: false, CreateMissing: false, Actor), cancel);
    }
}

/// <summary>What became of the demonstration.</summary>
/// <param name="IsRefused">Whether the database was not fit for it.</param>
/// <param name="Lines">What happened, a line each.</param>
public sealed record DemoOutcome(bool IsRefused, IReadOnlyList<string> Lines);
