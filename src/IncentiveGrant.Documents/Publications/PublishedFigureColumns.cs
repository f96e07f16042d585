using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Publications;

/// <summary>The columns of a file of published figures, and its words.</summary>
internal static class PublishedFigureColumns
{
    public static readonly TableColumn Document = new("出典", true);
    public static readonly TableColumn Year = new("年度", true, "評価年度");
    public static readonly TableColumn Survey = new("調査", false);
    public static readonly TableColumn Audience = new("対象", true);
    public static readonly TableColumn Pool = new("団体・集合", true);
    public static readonly TableColumn PoolSize = new("母数", false);
    public static readonly TableColumn Indicator = new("指標", false);
    public static readonly TableColumn Level = new("階層", true);
    public static readonly TableColumn Text = new("設問文", false);
    public static readonly TableColumn PartOf = new("合計先", false);
    public static readonly TableColumn Breakdown = new("内訳", false);
    public static readonly TableColumn Kind = new("種別", true);
    public static readonly TableColumn Value = new("値", true);
    public static readonly TableColumn Printed = new("印字", false);
    public static readonly TableColumn Note = new("備考", false);

    public static readonly IReadOnlyList<TableColumn> All =
        [Document, Year, Survey, Audience, Pool, PoolSize, Indicator, Level, Text, PartOf, Breakdown, Kind, Value, Printed, Note];

    public static readonly IReadOnlyList<string> AudienceWords = [.. Enum.GetValues<Audience>().Select(SchemeText.Name)];
    public static readonly IReadOnlyList<string> KindWords = [.. Enum.GetValues<PublishedFigureKind>().Select(PublishedFigureKinds.Name)];

    public static readonly IReadOnlyDictionary<string, Audience> Audiences =
        Enum.GetValues<Audience>().ToDictionary(a => NormalizedText.Name(a.Name()));

    public static readonly IReadOnlyDictionary<string, PublishedFigureKind> Kinds = KindsByWord();

    private static Dictionary<string, PublishedFigureKind> KindsByWord()
    {
        var kinds = Enum.GetValues<PublishedFigureKind>().ToDictionary(k => NormalizedText.Name(k.Name()));
        // What people write for the same.
        foreach (var (word, kind) in ((string, PublishedFigureKind)[])[("点数", PublishedFigureKind.Points), ("平均", PublishedFigureKind.Mean),
            ("該当率", PublishedFigureKind.ImplementationRate), ("〇", PublishedFigureKind.Mark), ("◯", PublishedFigureKind.Mark)])
            kinds.TryAdd(NormalizedText.Name(word), kind);
        return kinds;
    }
}
