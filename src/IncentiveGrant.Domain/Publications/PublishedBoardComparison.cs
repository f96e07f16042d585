using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Publications;

/// <summary>
/// Holds a document's figures of today's frame against the score board of their year: those of the nation, of a prefecture and of a
/// municipality by name. A pool in the document's own words is nobody's that the portal knows, and is not compared.
/// </summary>
/// <param name="board">The board.</param>
public sealed class PublishedBoardComparison(ScoreBoard board)
{
    private const string Nation = "全国";

    private readonly Lazy<Dictionary<string, int>> rows = new(() => board.Jurisdictions
        .Select((unit, row) => (Name: NormalizedText.Name(NameOf(board.Audience, unit)), Row: row)).DistinctBy(u => u.Name)
        .ToDictionary(u => u.Name, u => u.Row));

    /// <summary>Those of the figures that can be compared, in their order. All are of the board's year and audience.</summary>
    public IEnumerable<PublishedComparison> Of(IEnumerable<PublishedFigure> figures) => figures.Select(Compare).OfType<PublishedComparison>();

    /// <summary>A unit with the prefecture that it lies in.</summary>
    public static string NameOf(Audience audience, ScoredJurisdiction unit) =>
        audience == Audience.Prefecture ? unit.Name : PrefectureName.Of(unit.PrefectureNumber).Name + unit.Name;

    private PublishedComparison? Compare(PublishedFigure figure)
    {
        if (figure.Key is not { } key || figure.Value is null || PrintedNumber.Read(figure.Kind, figure.Printed) is not { } print) return null;
        if (Recompute(figure, key) is not { } recomputed) return null;
        var shown = Math.Round(recomputed, print.Decimals, MidpointRounding.AwayFromZero);
        return new PublishedComparison(figure, PublishedCheck.Board, shown, print.Allows(recomputed), "取り込んだ結果");
    }

    private decimal? Recompute(PublishedFigure figure, LevelKey key)
    {
        if (board.Table.FindCell(key) is { } cell)
        {
            return figure is { Kind: PublishedFigureKind.ImplementationRate, Pool: Nation }
                ? board.Statistics(cell, RankingPool.Nation).ImplementationRate : null;
        }
        if (board.Table.FindLevel(key) is not { } level) return null;
        if (figure.Kind == PublishedFigureKind.MaxPoints) return level.MaxPoints;
        if (PoolOf(figure.Pool) is { } pool)
        {
            return figure.Kind switch
            {
                PublishedFigureKind.Mean => board.Statistics(level, pool).Mean,
                PublishedFigureKind.ScoreRate => board.Statistics(level, pool).MeanRate(level.MaxPoints),
                _ => null,
            };
        }
        if (!rows.Value.TryGetValue(NormalizedText.Name(figure.Pool), out var row)) return null;
        return figure.Kind switch
        {
            PublishedFigureKind.Points => board.Score(row, level).Complete,
            PublishedFigureKind.ScoreRate => board.Rate(row, level),
            PublishedFigureKind.Rank => board.Standing(row, level, PoolKind.Nation)?.Rank,
            _ => null,
        };
    }

    private RankingPool? PoolOf(string name) =>
        NormalizedText.Name(name) == Nation ? RankingPool.Nation
        : board.Audience == Audience.Municipality && PrefectureName.All.FirstOrDefault(p => p.Name == NormalizedText.Name(name)) is { } prefecture
            ? RankingPool.OfPrefecture(prefecture.Number)
        : null;
}
