using System.Globalization;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>What a cell holds.</summary>
public enum SheetCellKind : byte
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>The error that a formula gave (#REF!, #N/A …).</summary>
    Error,
}

/// <summary>
/// One cell of a sheet, read without loss: numbers as decimals with the 15 digits that a spreadsheet computes in, texts as they are.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">The number, where it is one.</param>
/// <param name="Text">The text or the error's name, where it is one.</param>
public readonly record struct SheetCell(SheetCellKind Kind, decimal Value, string? Text)
{
    // The errors of Excel, and that of LibreOffice ("Err:502"), which a file may hold as text.
    private static readonly HashSet<string> ErrorNames =
        ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!"];

    /// <summary>An empty cell.</summary>
    public static SheetCell Blank => default;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsBlank => Kind == SheetCellKind.Blank;

    /// <summary>The content as a person sees it; empty for an empty cell.</summary>
    public string Shown => Kind == SheetCellKind.Number ? Value.ToString(CultureInfo.InvariantCulture) : Text ?? "";

    /// <summary>A number.</summary>
    public static SheetCell Of(decimal value) => new(SheetCellKind.Number, value, null);

    /// <summary>A text; blank when there is nothing but white space in it, an error when it is the name of one.</summary>
    public static SheetCell Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Blank;
        return new SheetCell(IsErrorName(text) ? SheetCellKind.Error : SheetCellKind.Text, 0, text);
    }

    /// <summary>
    /// A number as a spreadsheet stores it. The conversion rounds to 15 significant digits, which is what Excel computes and shows, so
    /// that 0.1 is 0.1 and the 0.30000000000000004 of a formula is 0.3.
    /// </summary>
    public static SheetCell Of(double value) => Math.Abs(value) < 1e28
        ? Of((decimal)value)
        : new SheetCell(SheetCellKind.Text, 0, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number, also where it is written as text (full width, with separators, ▲ for minus); null when it is none.</summary>
    public decimal? AsNumber() => Kind switch
    {
        SheetCellKind.Number => Value,
        SheetCellKind.Text => TypedNumber.Parse(Text),
        _ => null,
    };

    private static bool IsErrorName(string text) =>
        text[0] == '#' ? ErrorNames.Contains(text) : text.StartsWith("Err:", StringComparison.Ordinal) && text[4..].All(char.IsAsciiDigit);
}
