using System.Collections.Concurrent;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Boards;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// The score boards as one request sees them: it reads the versions once, and gets every board at that version or newer.
/// </summary>
public sealed class ScoreBoards(PortalDb db, ScoreBoardCache cache)
{
    private List<BoardVersion>? versions;

    /// <summary>The boards that exist, newest year first.</summary>
    public async Task<IReadOnlyList<BoardVersion>> VersionsAsync(CancellationToken cancel) =>
        versions ??= await db.BoardVersions.AsNoTracking().OrderByDescending(v => v.FiscalYear).ThenBy(v => v.Audience).ToListAsync(cancel);

    /// <summary>The published scores of a year; null when there are none.</summary>
    public async Task<ScoreBoard?> FindAsync(FiscalYear year, Audience audience, CancellationToken cancel)
    {
        var version = (await VersionsAsync(cancel)).FirstOrDefault(v => v.FiscalYear == year && v.Audience == audience && v.Kind == ScoreKind.Final);
        return version is null ? null : await cache.GetAsync(version).WaitAsync(cancel);
    }

    /// <summary>The scores of the year before, when points of the two years may be set side by side; null otherwise.</summary>
    public async Task<ScoreBoard?> FindPreviousAsync(ScoreBoard board, CancellationToken cancel) =>
        board.FiscalYear.IsComparableWith(board.FiscalYear.Previous) ? await FindAsync(board.FiscalYear.Previous, board.Audience, cancel) : null;

    /// <summary>The result of one unit beside the year before; null when the year or the unit has none.</summary>
    /// <param name="year">評価年度.</param>
    /// <param name="audience">Whether it is a municipality or a prefecture.</param>
    /// <param name="key">What addresses call it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<UnitResult?> FindResultAsync(FiscalYear year, Audience audience, string key, CancellationToken cancel) =>
        await FindAsync(year, audience, cancel) is { } board && board.FindRow(key) is { } row ? await ResultAsync(board, row, cancel) : null;

    /// <summary>The result in a row of a board beside the year before.</summary>
    public async Task<UnitResult> ResultAsync(ScoreBoard board, int row, CancellationToken cancel) =>
        new(board, row, await FindPreviousAsync(board, cancel));

    /// <summary>The year asked for, if it has published scores, else the newest that has; null when there are none.</summary>
    public async Task<FiscalYear?> ChosenYearAsync(Audience audience, int? asked, CancellationToken cancel)
    {
        var published = (await VersionsAsync(cancel)).Where(v => v.Audience == audience && v.Kind == ScoreKind.Final).ToList();
        return (published.FirstOrDefault(v => v.FiscalYear.Value == asked) ?? published.FirstOrDefault())?.FiscalYear;
    }
}

/// <summary>
/// Holds the boards of this process. A board is built once for a version, whoever asks first; the finished board replaces the old one at
/// a stroke.
/// </summary>
public sealed class ScoreBoardCache(IServiceScopeFactory scopes, ILogger<ScoreBoardCache> log)
{
    private readonly ConcurrentDictionary<(FiscalYear, Audience, ScoreKind), Entry> entries = new();

    /// <summary>The board at a version or newer; null when the results have gone since.</summary>
    public async Task<ScoreBoard?> GetAsync(BoardVersion version)
    {
        var key = (version.FiscalYear, version.Audience, version.Kind);
        var entry = entries.AddOrUpdate(
            key,
            _ => new Entry(version.Version, new(() => BuildAsync(version))),
            (_, held) => held.Version >= version.Version ? held : new Entry(version.Version, new(() => BuildAsync(version))));
        try
        {
            return await entry.Board.Value;
        }
        catch
        {
            // A build that failed (the database was away) must not stand for the board: the next request tries again.
            entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    private async Task<ScoreBoard?> BuildAsync(BoardVersion version)
    {
        // Its own scope and no cancellation: the one who asks first may go away while others wait.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var started = TimeProvider.System.GetTimestamp();
        var input = await BoardLoader.LoadPublishedAsync(db, version.FiscalYear, version.Audience, CancellationToken.None);
        var board = input is null ? null : Scorer.Score(input);
        log.LogInformation(
            "{Year} 年度（{Audience}）の得点の一覧（版 {Version}）を {Elapsed:0} ms で作りました。", version.FiscalYear.Value, version.Audience, version.Version,
            TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        return board;
    }

    private sealed record Entry(long Version, Lazy<Task<ScoreBoard?>> Board);
}
