using System.Text;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Boards;
using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>A database and the importers that administrators use. Every import has services of its own, as a command or a request has.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private ImportDesk(TestDatabase database, TimeProvider clock) => (Database, services) = (database, database.Services(clock));

    public TestDatabase Database { get; }

    public static async Task<ImportDesk> OpenAsync(DatabaseTemplate template, TimeProvider? clock = null) =>
        new(await template.CloneAsync(), clock ?? new SettableClock());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }

    public Task<ImportOutcome> JurisdictionsAsync(Stream content, string name, ImportRequest? request = null) => InScopeAsync(
        scope => scope.GetRequiredService<JurisdictionsImport>()
            .LoadAsync(content, name, request ?? SampleFiles.Request(SampleFiles.Year), CancellationToken.None));

    public Task<ImportOutcome> JurisdictionsAsync(string csv, ImportRequest? request = null) => JurisdictionsAsync(StreamOf(csv), "団体.csv", request);

    public Task<ImportOutcome> PointTableAsync(Stream content, string name = "配点表.xlsx", ImportRequest? request = null) => InScopeAsync(
        scope => scope.GetRequiredService<PointTableImport>().LoadAsync(content, name, request ?? SampleFiles.Request(), CancellationToken.None));

    public Task<ImportOutcome> ResultsAsync(Stream content, string name, ImportRequest? request = null, CancellationToken cancel = default) =>
        InScopeAsync(scope => scope.GetRequiredService<ResultsImport>().LoadAsync(content, name, request ?? SampleFiles.Request(), cancel));

    public Task<ImportOutcome> ResultsAsync(TestSheet sheet, ImportRequest? request = null)
    {
        var workbook = new TestWorkbook();
        workbook.Add(sheet);
        return ResultsAsync(workbook.ToStream(), "結果.xlsx", request);
    }

    public Task<ImportOutcome> ResultsAsync(string csv, ImportRequest? request = null) => ResultsAsync(StreamOf(csv), "結果.csv", request);

    public Task<ImportOutcome> PublishedFiguresAsync(Stream content, string name = "公表値.csv", ImportRequest? request = null) => InScopeAsync(
        scope => scope.GetRequiredService<PublishedFiguresImport>().LoadAsync(content, name, request ?? SampleFiles.Request(), CancellationToken.None));

    public Task<ImportOutcome> PublishedFiguresAsync(string csv, ImportRequest? request = null) => PublishedFiguresAsync(StreamOf(csv), request: request);

    /// <summary>Looks into the database.</summary>
    public Task<T> LookAsync<T>(Func<PortalDb, Task<T>> look) => InScopeAsync(scope => look(scope.GetRequiredService<PortalDb>()));

    /// <summary>The scores that pages show.</summary>
    public Task<ScoreBoard> BoardAsync(int year, Audience audience = Audience.Municipality) => LookAsync(
        async db => Scorer.Score((await BoardLoader.LoadPublishedAsync(db, new FiscalYear(year), audience, CancellationToken.None))!));

    /// <summary>How many rows each table has, and how often boards have changed: what must be the same when nothing was changed.</summary>
    public Task<IReadOnlyList<string>> CountsAsync() => LookAsync(CountsAsync);

    /// <inheritdoc cref="CountsAsync()" />
    public static async Task<IReadOnlyList<string>> CountsAsync(PortalDb db)
    {
        var counts = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // a name from the model
            var rows = await db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM {table}").SingleAsync();
#pragma warning restore EF1002
            counts.Add($"{table} {rows}");
        }
        var boards = await db.BoardVersions.AsNoTracking().OrderBy(v => v.FiscalYear).ThenBy(v => v.Audience).ToListAsync();
        return [.. counts, .. boards.Select(v => $"{v.FiscalYear.Value} {v.Audience} {v.Version}")];
    }

    private static MemoryStream StreamOf(string csv) => new(Encoding.UTF8.GetBytes(csv));

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
