using System.Runtime.CompilerServices;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Publications;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Every published figure that is loaded beside the recomputed one: the subtotals, totals, ranks and statistics of results files, and the
/// figures of documents.
/// </summary>
public sealed class ReconciledFigures(PortalDb db, ScoreBoards boards, ReconciledResults results)
{
    /// <summary>The years of which something is loaded, newest first.</summary>
    public async Task<IReadOnlyList<FiscalYear>> YearsAsync(CancellationToken cancel)
    {
        var results = (await boards.VersionsAsync(cancel)).Where(v => v.Kind == ScoreKind.Final).Select(v => v.FiscalYear);
        var documents = await db.PublishedFigures.AsNoTracking().Select(f => f.FiscalYear).Distinct().ToListAsync(cancel);
        return [.. results.Concat(documents).Distinct().OrderDescending()];
    }

    /// <summary>All figures of a year, or of all years: newest year first, results files before documents, in the order of the print.</summary>
    public async Task<IReadOnlyList<ReconciledFigure>> OfAsync(FiscalYear? year, CancellationToken cancel)
    {
        var documents = await PublicationStore.NewestAsync(db, cancel);
        var figures = new List<ReconciledFigure>();
        foreach (var each in year is { } one ? [one] : await YearsAsync(cancel))
        {
            foreach (var audience in Enum.GetValues<Audience>())
                if (await boards.FindAsync(each, audience, cancel) is { } board)
                    figures.AddRange(await OfResultsAsync(board, cancel));
            foreach (var document in documents) figures.AddRange(await OfDocumentAsync(document, each, cancel));
        }
        return figures;
    }

    private async Task<IReadOnlyList<ReconciledFigure>> OfResultsAsync(ScoreBoard board, CancellationToken cancel)
    {
        if (results.Of.TryGetValue(board, out var kept)) return kept;
        var set = await db.ResultSets.AsNoTracking()
            .Where(s => s.FiscalYear == board.FiscalYear && s.Audience == board.Audience && s.Kind == board.Kind)
            .OrderByDescending(s => s.Id).FirstAsync(cancel);
        var printed = await db.ResultFigures.AsNoTracking()
            .Where(f => f.ResultSetId == set.Id && f.Value != null && f.Kind != FigureKind.PreviousPoints && f.Kind != FigureKind.PreviousRank)
            .OrderBy(f => f.Id).Select(f => new Printed(f.JurisdictionId, f.Kind, f.Level, f.Value!.Value)).ToListAsync(cancel);
        var keys = printed.Select(p => p.Level).Distinct().Where(level => LevelKey.TryParse(level, out _)).ToDictionary(level => level, LevelKey.Parse);
        var names = board.Jurisdictions.Select(unit => PublishedBoardComparison.NameOf(board.Audience, unit)).ToArray();
        // Statistics stand above the units, as in the file.
        var figures = printed.OrderBy(p => p.JurisdictionId is not null)
            .Select(p => Reconcile(board, set.SourceName, names, keys, p)).OfType<ReconciledFigure>().ToList();
        results.Of.AddOrUpdate(board, figures);
        return figures;
    }

    private static ReconciledFigure? Reconcile(ScoreBoard board, string source, string[] names, Dictionary<string, LevelKey> keys, Printed printed)
    {
        if (!keys.TryGetValue(printed.Level, out var key)) return null;
        var row = printed.JurisdictionId is { } id ? board.FindRow(id) : null;
        if (row is null && printed.JurisdictionId is not null) return null; // the results have been loaded anew since the board was made
        if (Reconciliation.Recompute(board, row, printed.Kind, key) is not { Value: var recomputed }) return null;
        var agrees = Reconciliation.Agrees(row is null, printed.Value, recomputed);
        return new ReconciledFigure(
            board.FiscalYear, board.Audience, source, row is { } unit ? names[unit] : RankingPool.Nation.Name, LevelText.Short(key), printed.Kind.Name(),
            Figures.Exact(printed.Value), printed.Value, recomputed, agrees)
        {
            Cause = agrees ? "" : LikelyCause.Of(board, row, printed.Kind, key, printed.Value, recomputed),
        };
    }

    private async Task<IReadOnlyList<ReconciledFigure>> OfDocumentAsync(Publication document, FiscalYear year, CancellationToken cancel)
    {
        var figures = document.Figures.Where(f => f.FiscalYear == year).ToList();
        var comparisons = PublishedFigureCheck.Of(figures).ToList();
        foreach (var ofAudience in figures.GroupBy(f => f.Audience))
            if (await boards.FindAsync(year, ofAudience.Key, cancel) is { } board)
                comparisons.AddRange(new PublishedBoardComparison(board).Of(ofAudience));
        return [.. comparisons.OrderBy(c => c.Figure.Row).Select(c => Reconcile(document.Document, c))];
    }

    private static ReconciledFigure Reconcile(string document, PublishedComparison comparison)
    {
        var figure = comparison.Figure;
        return new ReconciledFigure(
            figure.FiscalYear, figure.Audience, document, figure.Pool, figure.LevelName, $"{figure.Kind.Name()}（{HowOf(comparison)}）", figure.Printed,
            figure.Value!.Value, comparison.Recomputed, comparison.Agrees)
        {
            Document = document,
            Cause = comparison.Agrees ? "" : LikelyCause.Of(comparison),
        };
    }

    /// <summary>From what it was recomputed, in words that stay when the values change.</summary>
    private static string HowOf(PublishedComparison comparison) => comparison.Check switch
    {
        PublishedCheck.ScoreRate => "得点÷満点",
        PublishedCheck.Share => "団体数÷母数",
        _ => comparison.How,
    };

    private sealed record Printed(int? JurisdictionId, FigureKind Kind, string Level, decimal Value);
}

/// <summary>
/// Keeps what was made of the 45,000 figures of a results file as long as the board that it was made with: a change of the results brings
/// another board.
/// </summary>
public sealed class ReconciledResults
{
    /// <summary>The figures by board.</summary>
    public ConditionalWeakTable<ScoreBoard, IReadOnlyList<ReconciledFigure>> Of { get; } = new();
}
