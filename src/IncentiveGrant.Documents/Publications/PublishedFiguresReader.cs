using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using Columns = IncentiveGrant.Documents.Publications.PublishedFigureColumns;

namespace IncentiveGrant.Documents.Publications;

/// <summary>
/// Reads published figures. Rules: 1. a year is the 評価年度, of which the survey is the year before; either may be written, and both must
/// agree; 2. in today's frame a level is a key unless it stands under a question; 3. no figure stands twice; 4. a level that something adds
/// up to has a row; 5. value and print say the same.
/// </summary>
/// <param name="sheet">The sheet, before its first row.</param>
internal sealed class PublishedFiguresReader(SheetReader sheet)
{
    private const int LargestPool = 99_999;

    private readonly ImportMessages messages = new();
    private readonly List<(string Document, PublishedFigure Figure)> figures = [];
    private readonly Dictionary<(string, FiscalYear, Audience, string, string, string, PublishedFigureKind), int> rows = [];
    private readonly Dictionary<(string, FiscalYear, Audience, string, string), string> levels = [];

    public ImportReading<IReadOnlyList<PublishedDocument>> Read()
    {
        var table = new TableReader(sheet, messages);
        if (!table.FindHeadings(Columns.All)) return messages.With<IReadOnlyList<PublishedDocument>>(null);
        while (table.ReadRow())
            ReadFigure(table);
        if (!messages.HasErrors) ResolveSums(table);
        if (figures.Count == 0 && !messages.HasErrors) messages.Error(table.Place(), "公表値の行がありません。1つの数字につき1行を書いてください。");
        return messages.With<IReadOnlyList<PublishedDocument>>(
            [.. figures.GroupBy(f => f.Document, f => f.Figure).Select(d => new PublishedDocument(d.Key, [.. d]))]);
    }

    private void ReadFigure(TableReader table)
    {
        var errors = messages.CountOf(ImportSeverity.Error);
        var document = table.Raw(Columns.Document, Publication.DocumentMaxLength);
        if (document.Length == 0) table.Error(Columns.Document, "空です。公表資料の名前を書いてください。");
        var year = ReadYear(table);
        var audience = table.Word(Columns.Audience, Columns.Audiences);
        var kind = table.Word(Columns.Kind, Columns.Kinds);
        var pool = table.Raw(Columns.Pool, PublishedFigure.PoolMaxLength);
        if (kind is not null && (pool.Length == 0) != (kind == PublishedFigureKind.MaxPoints))
        {
            table.Error(Columns.Pool, pool.Length == 0
                ? "空です。「全国」や都道府県・市町村の名前など、だれの数字かを書いてください。" : "満点は団体によらないため、空けてください。");
        }
        var (indicator, level) = ReadLevel(table, year);
        var value = ReadValue(table);
        var printed = table.Raw(Columns.Printed, PublishedFigure.PrintedMaxLength);
        if (printed.Length == 0) printed = table.Raw(Columns.Value, PublishedFigure.PrintedMaxLength); // a text cell keeps its last zeros
        if (printed.Length == 0) table.Error(Columns.Value, "空です。値か、数値でない印字（—など）を書いてください。");
        var size = table.Integer(Columns.PoolSize, LargestPool);
        var (text, note, partOf) = (Optional(table, Columns.Text, PublishedFigure.TextMaxLength),
            Optional(table, Columns.Note, PublishedFigure.NoteMaxLength), Optional(table, Columns.PartOf, PublishedFigure.LevelMaxLength));
        var breakdown = table.Raw(Columns.Breakdown, PublishedFigure.BreakdownMaxLength);
        if (messages.CountOf(ImportSeverity.Error) > errors) return;
        var figure = new PublishedFigure
        {
            Row = table.RowNumber, FiscalYear = year!.Value, Audience = audience!.Value, Pool = pool, Indicator = indicator, Level = level, Text = text,
            Kind = kind!.Value, Value = value, Printed = printed, PoolSize = size, PartOf = partOf, Breakdown = breakdown, Note = note,
        };
        if (PublishedFigureCheck.PrintFault(figure) is { } fault) table.Error(Columns.Value, fault);
        if (Once(table, document, figure)) figures.Add((document, figure));
    }

    private static FiscalYear? ReadYear(TableReader table)
    {
        var (written, survey) = (table.Text(Columns.Year), table.Text(Columns.Survey));
        FiscalYear? year = null, surveyed = null;
        if (written.Length > 0)
        {
            if (FiscalYear.TryParse(written, out var parsed)) year = parsed;
            else table.Error(Columns.Year, $"「{written}」は年度として読めません。「令和8年度」のように書いてください。");
        }
        if (survey.Length > 0)
        {
            if (FiscalYear.TryParse(survey.Replace("調査", "", StringComparison.Ordinal), out var parsed)) surveyed = parsed;
            else table.Error(Columns.Survey, $"「{survey}」は調査の年度として読めません。「R7調査」のように書いてください。");
        }
        if (written.Length + survey.Length == 0) table.Error(Columns.Year, "空です。評価年度を書くか、「調査」の列に「R7調査」のように書いてください。");
        if (year is { } y && surveyed is { } s && y.SurveyYear != s)
            table.Error(Columns.Survey, $"{y.Japanese}の結果は{y.SurveyYear.Short}調査のものです。年度か調査を直してください。");
        return year ?? (surveyed is { } of ? new FiscalYear(of.Value + 1) : null);
    }

    private static (string Indicator, string Level) ReadLevel(TableReader table, FiscalYear? year)
    {
        var indicator = table.Raw(Columns.Indicator, PublishedFigure.IndicatorMaxLength);
        var level = table.Raw(Columns.Level, PublishedFigure.LevelMaxLength);
        if (level.Length == 0) table.Error(Columns.Level, "空です。「合計」「推進/Ⅰ」「ア」のように書いてください。");
        else if (indicator.Length == 0 && year >= FiscalYear.FirstOfCurrentFrame && !LevelKey.TryParse(level, out _))
            table.Error(Columns.Level, $"「{level}」は配点表の階層ではありません。「推進/Ⅰ/体制/3/ア①」のように書くか、「指標」に設問を書いてください。");
        return (indicator, level);
    }

    private static decimal? ReadValue(TableReader table)
    {
        var text = table.Raw(Columns.Value);
        var isSign = TypedNumber.Parse(text) is null && table.Raw(Columns.Printed).Length == 0 && text.Length is > 0 and <= PublishedFigure.PrintedMaxLength;
        var value = isSign ? null : table.Number(Columns.Value);
        if (value is not { } number) return null;
        if (Math.Abs(number) >= 100_000_000m || Math.Round(number, PublishedFigure.Decimals, MidpointRounding.AwayFromZero) != number)
            table.Error(Columns.Value, $"「{text}」は大きすぎるか、小数第{PublishedFigure.Decimals}位より細かいため読み込めません。");
        return number;
    }

    private static string? Optional(TableReader table, TableColumn column, int maxLength) =>
        table.Raw(column, maxLength) is { Length: > 0 } text ? text : null;

    private bool Once(TableReader table, string document, PublishedFigure figure)
    {
        var (pool, indicator, level) = (NormalizedText.Name(figure.Pool), NormalizedText.Name(figure.Indicator), NormalizedText.Name(figure.Level));
        levels.TryAdd((document, figure.FiscalYear, figure.Audience, indicator, level), figure.Level);
        var key = (document, figure.FiscalYear, figure.Audience, pool, indicator, level, figure.Kind);
        if (rows.TryAdd(key, figure.Row)) return true;
        table.Error(Columns.Level, $"同じ出典・年度・団体・階層の{figure.Kind.Name()}は{rows[key]}行目にもあります。1つだけ残してください。");
        return false;
    }

    /// <summary>What a level adds up to is called as its own row calls it.</summary>
    private void ResolveSums(TableReader table)
    {
        foreach (var (document, figure) in figures.Where(f => f.Figure.PartOf is not null))
        {
            var key = (document, figure.FiscalYear, figure.Audience, NormalizedText.Name(figure.Indicator), NormalizedText.Name(figure.PartOf));
            if (levels.TryGetValue(key, out var level)) figure.PartOf = level;
            else messages.Error(table.Place(figure.Row, Columns.PartOf), $"合計先の「{figure.PartOf}」という階層の行がありません。名前を直すか、その行を加えてください。");
        }
    }
}
