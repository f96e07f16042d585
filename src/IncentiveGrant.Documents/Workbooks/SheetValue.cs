namespace IncentiveGrant.Documents.Workbooks;

/// <summary>A value in a row: a text, a number, nothing, or something not known yet, which is shown 「—」 and never as a zero.</summary>
public readonly record struct SheetValue
{
    private const string UnknownSign = "—";

    private SheetValue(string? text, decimal? number) => (Text, Number) = (text, number);

    /// <summary>The text; null for a number or nothing.</summary>
    public string? Text { get; }

    /// <summary>The number; null for a text or nothing.</summary>
    public decimal? Number { get; }

    /// <summary>An empty cell.</summary>
    public static SheetValue Blank => default;

    /// <summary>Not known: 「—」.</summary>
    public static SheetValue Unknown => new(UnknownSign, null);

    /// <summary>Whether it stands for something not known.</summary>
    public bool IsUnknown => Text == UnknownSign;

    /// <summary>A number.</summary>
    public static SheetValue Of(decimal number) => new(null, number);

    /// <summary>A number, or 「—」 when it is not known.</summary>
    public static SheetValue Of(decimal? number) => number is { } known ? Of(known) : Unknown;

    /// <summary>A number, or 「—」 when it is not known.</summary>
    public static SheetValue Of(int? number) => number is { } known ? Of((decimal)known) : Unknown;

    /// <summary>A text; an empty one is an empty cell.</summary>
    public static SheetValue Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new SheetValue(text, null);

    /// <summary>A number, or an empty cell when there is none (for forms that are to be filled in).</summary>
    public static SheetValue OrBlank(decimal? number) => number is { } known ? Of(known) : Blank;

    /// <summary>A text.</summary>
    public static implicit operator SheetValue(string? text) => Of(text);

    /// <summary>A number, or 「—」.</summary>
    public static implicit operator SheetValue(decimal? number) => Of(number);

    /// <summary>A number, or 「—」.</summary>
    public static implicit operator SheetValue(int? number) => Of(number);

    /// <summary>A number.</summary>
    public static implicit operator SheetValue(decimal number) => Of(number);

    /// <summary>A number.</summary>
    public static implicit operator SheetValue(int number) => Of((decimal)number);

    /// <summary>The value of a text (the operator under a name).</summary>
    public static SheetValue ToSheetValue(string? text) => Of(text);
}
