namespace IncentiveGrant.Domain.Imports;

/// <summary>
/// One thing that a loading has to say about a file: in Japanese, naming the sheet, row and column and what to do.
/// </summary>
/// <param name="Severity">Whether the file is refused for it.</param>
/// <param name="Place">シート「全国集計（市町村）」25行目 AQ列「（ⅰ）小計」; null when it concerns the whole file.</param>
/// <param name="Text">What is wrong and what to do, as a sentence.</param>
public sealed record ImportMessage(ImportSeverity Severity, ImportPlace? Place, string Text)
{
    /// <summary>A fault for which the file is refused.</summary>
    public static ImportMessage Error(ImportPlace? place, string text) => new(ImportSeverity.Error, place, text);

    /// <summary>Something to look at; the file is accepted.</summary>
    public static ImportMessage Warning(ImportPlace? place, string text) => new(ImportSeverity.Warning, place, text);

    /// <summary>Something to know.</summary>
    public static ImportMessage Information(ImportPlace? place, string text) => new(ImportSeverity.Information, place, text);

    /// <summary>Place and text in one line.</summary>
    public override string ToString() => Place?.ToString() is { Length: > 0 } place ? $"{place}：{Text}" : Text;
}

/// <summary>How much a message matters.</summary>
public enum ImportSeverity
{
    /// <summary>To know.</summary>
    Information = 0,

    /// <summary>To look at; accepted.</summary>
    Warning = 1,

    /// <summary>Refused.</summary>
    Error = 2,
}

/// <summary>A place in a file.</summary>
/// <param name="Sheet">The sheet; null for CSV.</param>
/// <param name="Row">Row number from 1.</param>
/// <param name="Column">Column as the file's reader sees it: a letter (AQ), or for CSV its number.</param>
/// <param name="Heading">What the column is called.</param>
public sealed record ImportPlace(string? Sheet, int? Row = null, string? Column = null, string? Heading = null)
{
    /// <summary>シート「配点表」3行目 G列「配点」.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        (Sheet is null ? "" : $"シート「{Sheet}」") + (Row is null ? "" : $"{Row}行目"),
        (Column is null ? "" : $"{Column}列") + (Heading is null ? "" : $"「{Heading}」"),
    }.Where(part => part.Length > 0));
}

/// <summary>What reading a file brought: its content, or messages of which at least one is an error.</summary>
/// <typeparam name="T">The content.</typeparam>
/// <param name="Content">The content; null when the file is refused.</param>
/// <param name="Messages">Everything to say about the file, in the order of the file.</param>
public sealed record ImportReading<T>(T? Content, IReadOnlyList<ImportMessage> Messages)
    where T : class
{
    /// <summary>Whether the file is refused.</summary>
    public bool IsRefused => Content is null || Messages.Any(m => m.Severity == ImportSeverity.Error);
}

/// <summary>Makes readings.</summary>
public static class ImportReading
{
    /// <summary>A refusal for one reason.</summary>
    public static ImportReading<T> Refused<T>(ImportPlace? place, string text)
        where T : class => new(null, [ImportMessage.Error(place, text)]);
}
