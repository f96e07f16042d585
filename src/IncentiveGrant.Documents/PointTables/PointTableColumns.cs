using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>Sheets, columns and words of the point-table workbook: what is written under a name is read under the same name.</summary>
internal static class PointTableColumns
{
    public const string OverviewSheet = "概要";
    public const string AllotmentSheet = "配点の内訳";
    public const string CellSheet = "配点表";
    public const string GuideSheet = "説明";

    public const string YearLabel = "評価年度";
    public const string AudienceLabel = "対象";
    public const string TitleLabel = "表題";

    public const string SumWord = "計";
    public const string TotalWord = "合計";
    public const string CopyMark = "○";

    public static readonly TableColumn Label = new("項目", true);
    public static readonly TableColumn Value = new("値", true);

    public static readonly TableColumn Grant = new("交付金", true);
    public static readonly TableColumn Goal = new("目標", true);

    public static readonly TableColumn GoalTitle = new("目標の表題", true);
    public static readonly TableColumn Structure = new("体制・取組", true);
    public static readonly TableColumn Activity = new("活動", true);
    public static readonly TableColumn Outcome = new("成果", true);
    public static readonly TableColumn Sum = new("計", true);
    public static readonly TableColumn Copy = new("写し", true);

    public static readonly TableColumn Group = new("指標群", true);
    public static readonly TableColumn Number = new("番号", true);
    public static readonly TableColumn Indicator = new("指標", true);
    public static readonly TableColumn Item = new("枝番", true);
    public static readonly TableColumn Points = new("配点", true);
    public static readonly TableColumn IndicatorMax = new("指標満点", true);
    public static readonly TableColumn Combination = new("組み合わせ", false);
    public static readonly TableColumn Sign = new("値の枝", false);
    public static readonly TableColumn Plus = new("加算", false);
    public static readonly TableColumn Test = new("判定", true);
    public static readonly TableColumn Step = new("区切り", true);
    public static readonly TableColumn Direction = new("向き", true);
    public static readonly TableColumn Measure = new("測るもの", false);
    public static readonly TableColumn MeasureOf = new("測る対象", false);
    public static readonly TableColumn Source = new("値の提供元", true);
    public static readonly TableColumn ValueName = new("値の名前", false);
    public static readonly TableColumn Unit = new("単位", false);
    public static readonly TableColumn Numerator = new("分子", false);
    public static readonly TableColumn Denominator = new("分母", false);
    public static readonly TableColumn RuleNote = new("算定の補足", false);
    public static readonly TableColumn Text = new("設問文", true);
    public static readonly TableColumn TextSource = new("設問文の出典", true);

    public static readonly IReadOnlyList<TableColumn> Allotment = [Grant, Goal, GoalTitle, Structure, Activity, Outcome, Sum, Copy];

    public static readonly IReadOnlyList<TableColumn> Cells =
    [
        Grant, Goal, Group, Number, Indicator, Item, Points, IndicatorMax, Combination, Sign, Plus, Test, Step, Direction, Measure, MeasureOf,
        Source, ValueName, Unit, Numerator, Denominator, RuleNote, Text, TextSource,
    ];

    public static readonly IReadOnlyDictionary<string, Grant> Grants = Words<Grant>(SchemeText.Sign);
    public static readonly IReadOnlyDictionary<string, int> GoalSigns =
        Enumerable.Range(1, 4).ToDictionary(goal => NormalizedText.Name(SchemeText.GoalSign(goal)));
    public static readonly IReadOnlyDictionary<string, IndicatorGroupKind> Groups = Words<IndicatorGroupKind>(SchemeText.Sign);
    public static readonly IReadOnlyDictionary<string, BranchCombination> Combinations = Words<BranchCombination>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, TestKind> Tests = Words<TestKind>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, MeasureKind> Measures = Words<MeasureKind>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, ValueSource> Sources = Words<ValueSource>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, Direction> Directions = Words<Direction>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, TextSource> TextSources = Words<TextSource>(RuleWords.Name);
    public static readonly IReadOnlyDictionary<string, Audience> Audiences = Words<Audience>(SchemeText.Name);

    /// <summary>The words of an enumeration as a drop-down.</summary>
    public static IReadOnlyList<string> Choices<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(name)];

    /// <summary>A column of the sheet that is written for a column that is read.</summary>
    public static SheetColumn For(TableColumn column, ColumnFormat format, double width, IReadOnlyList<string>? choices = null) =>
        new(column.Heading, format, width) { Choices = choices ?? [] };

    private static Dictionary<string, T> Words<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => NormalizedText.Name(name(value)));
}
