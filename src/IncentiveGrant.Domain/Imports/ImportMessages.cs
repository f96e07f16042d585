namespace IncentiveGrant.Domain.Imports;

/// <summary>
/// Collects what a loading has to say. A file that is wrong from top to bottom would fill thousands of lines: of each severity the first
/// are kept, the rest is counted and told in one line.
/// </summary>
/// <param name="limit">How many messages of one severity are kept.</param>
public sealed class ImportMessages(int limit = ImportMessages.DefaultLimit)
{
    /// <summary>How many messages of one severity are kept unless said otherwise.</summary>
    public const int DefaultLimit = 200;

    private readonly List<ImportMessage> kept = [];
    private readonly Dictionary<ImportSeverity, int> counts = [];

    /// <summary>Whether the file is to be refused.</summary>
    public bool HasErrors => CountOf(ImportSeverity.Error) > 0;

    /// <summary>How many messages of a severity there were, kept or not.</summary>
    public int CountOf(ImportSeverity severity) => counts.GetValueOrDefault(severity);

    /// <summary>Adds a message.</summary>
    public void Add(ImportMessage message)
    {
        counts[message.Severity] = CountOf(message.Severity) + 1;
        if (CountOf(message.Severity) <= limit) kept.Add(message);
    }

    /// <summary>A fault for which the file is refused.</summary>
    public void Error(ImportPlace? place, string text) => Add(ImportMessage.Error(place, text));

    /// <summary>Something to look at; the file is accepted.</summary>
    public void Warning(ImportPlace? place, string text) => Add(ImportMessage.Warning(place, text));

    /// <summary>Something to know.</summary>
    public void Information(ImportPlace? place, string text) => Add(ImportMessage.Information(place, text));

    /// <summary>The messages in the order in which they came, and a line for those that were only counted.</summary>
    public IReadOnlyList<ImportMessage> ToList() =>
    [
        .. kept,
        .. counts.Where(c => c.Value > limit).OrderByDescending(c => c.Key)
            .Select(c => new ImportMessage(c.Key, null, Rest(c.Key, c.Value - limit))),
    ];

    /// <summary>The reading that these messages come with: without content when one of them is an error.</summary>
    public ImportReading<T> With<T>(T? content)
        where T : class => new(HasErrors ? null : content, ToList());

    private static string Rest(ImportSeverity severity, int count) => severity switch
    {
        ImportSeverity.Error => $"ほかに{count:#,##0}件の誤りがあります。上の誤りを直してから、もう一度読み込んでください。",
        ImportSeverity.Warning => $"ほかに{count:#,##0}件の注意があります。",
        _ => $"ほかに{count:#,##0}件のお知らせがあります。",
    };
}
