using System.Buffers;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Documents.Workbooks;

/// <summary>How a sheet of a workbook, or a CSV file, is laid out around its rows.</summary>
/// <param name="Name">The sheet's name: at most 31 characters, none of []:*?/\.</param>
/// <param name="Columns">The columns, left to right.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Longest name that a spreadsheet takes.</summary>
    public const int NameMaxLength = 31;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("[]:*?/\\");

    /// <summary>The sheet's name.</summary>
    public string Name { get; } = Name.Length is > 0 and <= NameMaxLength && !Name.AsSpan().ContainsAny(ForbiddenInNames)
        ? Name
        : throw new ArgumentException($"'{Name}' is not a sheet name.", nameof(Name));

    /// <summary>A warning over everything else, on the first row: デモデータ. Null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>Lines above the table: what it is, year, edition, date.</summary>
    public IReadOnlyList<string> TitleLines { get; init; } = [];

    /// <summary>How many columns stay in view while the rest is scrolled.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Whether the heading row carries filter buttons.</summary>
    public bool HasFilter { get; init; }

    /// <summary>How a table too wide for one sheet of paper is printed; null where it is fitted to the width of an A4.</summary>
    public SheetSpread? Spread { get; init; }

    /// <summary>The closing block: source, denominator, what a sign means.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A table over several sheets of A3 side by side.</summary>
/// <param name="Pages">How many.</param>
/// <param name="FirstRepeated">The first of the columns that every sheet repeats.</param>
/// <param name="LastRepeated">The last of them.</param>
public sealed record SheetSpread(int Pages, int FirstRepeated, int LastRepeated);

/// <summary>A column.</summary>
/// <param name="Heading">Its heading, with the unit where there is one.</param>
/// <param name="Format">How its values are shown.</param>
/// <param name="Width">Its width in characters.</param>
public sealed record SheetColumn(string Heading, ColumnFormat Format, double Width)
{
    /// <summary>What several columns side by side belong to (推進 目標Ⅰ): printed once above them. Null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The words that may be entered, offered as a drop-down; empty where anything may be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>How the values of a column are shown.</summary>
public enum ColumnFormat
{
    /// <summary>Text on one line.</summary>
    Text,

    /// <summary>Text on as many lines as it needs.</summary>
    WrappedText,

    /// <summary>A whole number: 1,741.</summary>
    Integer,

    /// <summary>Points: whole, or to one decimal where they are not.</summary>
    Points,

    /// <summary>A mean of points: always to one decimal.</summary>
    Mean,

    /// <summary>A percentage, given in percent, kept and shown to one decimal: 36.25 as 36.3%.</summary>
    Percent,

    /// <summary>A difference with its sign: +69.4, ▲16, ±0.</summary>
    Difference,

    /// <summary>A difference to a mean, always to one decimal: +9.0.</summary>
    DifferenceToMean,

    /// <summary>A number with all its digits.</summary>
    Exact,
}

/// <summary>What a file keeps of a value: means and rates to one decimal, half away from zero, as on screen.</summary>
internal static class ColumnFormats
{
    /// <summary>Whether a column shows one decimal throughout.</summary>
    public static bool HasOneDecimal(this ColumnFormat format) => format is ColumnFormat.Mean or ColumnFormat.Percent or ColumnFormat.DifferenceToMean;

    /// <summary>The number as the file keeps it.</summary>
    public static decimal Kept(this ColumnFormat format, decimal number) => format.HasOneDecimal() ? ScoreRate.OneDecimal(number) : number;
}
