using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Publications;

/// <summary>One loading of the figures that a document (出典) prints. The newest of a document counts; older ones are kept.</summary>
public sealed class Publication
{
    /// <summary>Longest name of a document.</summary>
    public const int DocumentMaxLength = 100;

    /// <summary>Longest file name.</summary>
    public const int SourceNameMaxLength = 200;

    /// <summary>Hexadecimal digits of the file's hash.</summary>
    public const int SourceHashLength = 64;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>出典: the document, as its readers call it.</summary>
    public required string Document { get; init; }

    /// <summary>The file that the figures were written into.</summary>
    public required string SourceName { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string SourceHash { get; init; }

    /// <summary>When it was loaded.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The figures, in the order of the file.</summary>
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }
}

/// <summary>A document with the figures that it prints, as a file brings them.</summary>
/// <param name="Name">出典.</param>
/// <param name="Figures">The figures, in the order of the file.</param>
public sealed record PublishedDocument(string Name, IReadOnlyList<PublishedFigure> Figures);

/// <summary>
/// A figure as a document prints it: its value and its printed text. It is never mixed with what the portal computes, nor with the figures of
/// results files. Levels of the system before 令和6年度 (Ⅰ, Ⅱ(1), うち推進交付金) are texts with an order and declared sums; only levels of
/// today's frame are keys.
/// </summary>
public sealed class PublishedFigure
{
    /// <summary>Longest pool.</summary>
    public const int PoolMaxLength = 60;

    /// <summary>Longest question above the level.</summary>
    public const int IndicatorMaxLength = 200;

    /// <summary>Longest level, also of those that it adds up to.</summary>
    public const int LevelMaxLength = LevelKey.MaxLength;

    /// <summary>Longest wording.</summary>
    public const int TextMaxLength = 300;

    /// <summary>Longest print.</summary>
    public const int PrintedMaxLength = 60;

    /// <summary>Longest name of a breakdown.</summary>
    public const int BreakdownMaxLength = 40;

    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 200;

    /// <summary>Most digits after the point that a value keeps.</summary>
    public const int Decimals = 6;

    /// <summary>The pool of what is the same for all: a maximum.</summary>
    public const string Everybody = "";

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>Its row in the file, which is also its place in the order.</summary>
    public required int Row { get; init; }

    /// <summary>評価年度 that the figure is of.</summary>
    public required FiscalYear FiscalYear { get; init; }

    /// <summary>対象.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whose figure it is: 全国, a prefecture, a municipality, or a set in the document's words; empty for <see cref="Everybody"/>.</summary>
    public required string Pool { get; init; }

    /// <summary>The question that the level stands under, where the document does not say its key; empty otherwise.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>The level: a key, or a label of the document.</summary>
    public required string Level { get; init; }

    /// <summary>The wording or title of the level; null when the document has none.</summary>
    public string? Text { get; init; }

    /// <summary>What the figure is.</summary>
    public required PublishedFigureKind Kind { get; init; }

    /// <summary>The number, of a mark 1 or 0; null when the print is none.</summary>
    public required decimal? Value { get; init; }

    /// <summary>What is printed, with the digits that are printed.</summary>
    public required string Printed { get; init; }

    /// <summary>How many the pool has (母数); null when not said.</summary>
    public int? PoolSize { get; init; }

    /// <summary>The level that this one is a part of, by declaration; null for none.</summary>
    public string? PartOf { get; set; }

    /// <summary>Which of several breakdowns of that level it belongs to; empty where there is one.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>What must be known with the figure: why a print has no value.</summary>
    public string? Note { get; init; }

    /// <summary>The place in today's frame; null for a figure of an older system or under a question whose key is not known.</summary>
    public LevelKey? Key =>
        FiscalYear >= FiscalYear.FirstOfCurrentFrame && Indicator.Length == 0 && LevelKey.TryParse(Level, out var key) ? key : null;

    /// <summary>The level with the question above it.</summary>
    public string LevelName => Indicator.Length == 0 ? Level : $"{Indicator} {Level}";
}

/// <summary>What a published figure is.</summary>
public enum PublishedFigureKind
{
    /// <summary>得点.</summary>
    Points = 1,

    /// <summary>満点.</summary>
    MaxPoints = 2,

    /// <summary>得点率, in percent; of a pool the rate of its mean.</summary>
    ScoreRate = 3,

    /// <summary>平均点.</summary>
    Mean = 4,

    /// <summary>順位.</summary>
    Rank = 5,

    /// <summary>実施率, in percent of the pool's members.</summary>
    ImplementationRate = 6,

    /// <summary>○ or ×.</summary>
    Mark = 7,
}

/// <summary>The words of published figures.</summary>
public static class PublishedFigureKinds
{
    /// <summary>得点, 満点, … as files and screens write them.</summary>
    public static string Name(this PublishedFigureKind kind) => kind switch
    {
        PublishedFigureKind.Points => "得点",
        PublishedFigureKind.MaxPoints => "満点",
        PublishedFigureKind.ScoreRate => "得点率",
        PublishedFigureKind.Mean => "平均点",
        PublishedFigureKind.Rank => "順位",
        PublishedFigureKind.ImplementationRate => "実施率",
        _ => "○",
    };

    /// <summary>Whether it is a percentage.</summary>
    public static bool IsPercent(this PublishedFigureKind kind) => kind is PublishedFigureKind.ScoreRate or PublishedFigureKind.ImplementationRate;
}
