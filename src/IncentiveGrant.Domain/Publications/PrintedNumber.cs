using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Publications;

/// <summary>A number as a document prints it: what it says, and how exactly.</summary>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Digits printed after the point.</param>
public readonly record struct PrintedNumber(decimal Value, int Decimals)
{
    private static readonly string[] Units = ["%", "点", "位"];

    /// <summary>Half of the last printed digit: the number that was rounded lies within it on either side.</summary>
    public decimal HalfDigit => 0.5m / PowerOfTen(Decimals);

    /// <summary>Reads a print of a kind; null when it is no number (—, ※), or finer than any figure is kept. ○ reads as 1 and × as 0.</summary>
    public static PrintedNumber? Read(PublishedFigureKind kind, string printed)
    {
        var text = NormalizedText.Name(printed);
        if (kind == PublishedFigureKind.Mark)
            return text switch { "○" or "〇" or "◯" => new PrintedNumber(1, 0), "×" => new PrintedNumber(0, 0), _ => null };
        var unit = Array.Find(Units, u => text.EndsWith(u, StringComparison.Ordinal));
        if (unit is not null) text = text[..^unit.Length];
        if (TypedNumber.Parse(text) is not { } value) return null;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        return decimals <= PublishedFigure.Decimals ? new PrintedNumber(value, decimals) : null;
    }

    /// <summary>Whether a number that is known exactly may be printed like this, whichever way halves are rounded.</summary>
    public bool Allows(decimal exact) => Math.Abs(Value - exact) <= HalfDigit;

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
