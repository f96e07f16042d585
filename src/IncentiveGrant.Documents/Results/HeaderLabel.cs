using System.Globalization;
using System.Text.RegularExpressions;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Documents.Results;

/// <summary>What a label in the header of a results sheet says.</summary>
internal enum LabelKind
{
    /// <summary>Whose row it is (都道府県, 市町村 …).</summary>
    Identity,

    /// <summary>A level of the scheme, a sum, a rank, or the year before.</summary>
    Level,

    /// <summary>The number of an indicator.</summary>
    Number,

    /// <summary>The first part of a 枝番 (ア), or all of it (ア①).</summary>
    Item,

    /// <summary>The second part of a 枝番 (①).</summary>
    SubItem,

    /// <summary>Anything else: the name of an indicator.</summary>
    Name,
}

/// <summary>What the figures under a label are, where it says so.</summary>
internal enum LabelSign
{
    /// <summary>It does not say.</summary>
    None,

    /// <summary>A sum (小計, 計, 合計, 得点).</summary>
    Sum,

    /// <summary>A rank (順位).</summary>
    Rank,
}

/// <summary>One label of a header, understood by what it says and not by the row in which it stands.</summary>
internal sealed partial record HeaderLabel(LabelKind Kind, string Printed)
{
    private static readonly Dictionary<string, IdentityColumn> Identities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["通し番号"] = IdentityColumn.Ignored, ["No."] = IdentityColumn.Ignored, ["No"] = IdentityColumn.Ignored,
        ["都道府県番号"] = IdentityColumn.Ignored, ["都道府県コード"] = IdentityColumn.Ignored,
        ["評価年度"] = IdentityColumn.Year, ["年度"] = IdentityColumn.Year, ["fiscal_year"] = IdentityColumn.Year,
        ["都道府県"] = IdentityColumn.Prefecture, ["都道府県名"] = IdentityColumn.Prefecture, ["prefecture"] = IdentityColumn.Prefecture,
        ["市町村"] = IdentityColumn.Unit, ["市町村名"] = IdentityColumn.Unit, ["市区町村"] = IdentityColumn.Unit, ["市区町村名"] = IdentityColumn.Unit,
        ["保険者名"] = IdentityColumn.Unit, ["保険者"] = IdentityColumn.Unit,
        ["保険者番号"] = IdentityColumn.InsurerNumber,
        ["人口"] = IdentityColumn.Population, ["総人口"] = IdentityColumn.Population,
        ["第1号被保険者数"] = IdentityColumn.Insured, ["1号被保険者数"] = IdentityColumn.Insured,
        ["区分"] = IdentityColumn.Band, ["規模区分"] = IdentityColumn.Band,
        ["過疎"] = IdentityColumn.Depopulated, ["過疎地域"] = IdentityColumn.Depopulated,
    };

    private static readonly HashSet<string> TotalWords = ["合計", "合計点", "合計得点", "総合計", "総計", "総得点", "総合得点"];

    /// <summary>Which identity column it heads.</summary>
    public IdentityColumn? Identity { get; private init; }

    /// <summary>The grant it names.</summary>
    public Grant? Grant { get; private init; }

    /// <summary>The goal it names.</summary>
    public int? Goal { get; private init; }

    /// <summary>The group it names.</summary>
    public IndicatorGroupKind? Group { get; private init; }

    /// <summary>The indicator's number, or that of a second part of a 枝番.</summary>
    public int? Number { get; private init; }

    /// <summary>枝番, in its one form (ア, ア①).</summary>
    public string? Item { get; private init; }

    /// <summary>Whether it heads a sum or a rank.</summary>
    public LabelSign Sign { get; private init; }

    /// <summary>Whether it speaks of the year before.</summary>
    public bool IsPrevious { get; private init; }

    /// <summary>The fiscal year it names.</summary>
    public FiscalYear? Year { get; private init; }

    /// <summary>Whether it is a word for the total of everything (合計, not 計).</summary>
    public bool IsTotalWord { get; private init; }

    /// <summary>Whether it is the word for the sum of a group (小計).</summary>
    public bool IsSubtotalWord { get; private init; }

    /// <summary>Whether it names a level itself.</summary>
    public bool HasLevel => Grant is not null || Goal is not null || Group is not null;

    /// <summary>
    /// How high it stands in the header: a label to the right ends the reach of those at its own height and below. A grant or an identity
    /// column ends everything, a total or a rank everything but a 「前年度」 above it.
    /// </summary>
    public int Power => Kind switch
    {
        LabelKind.Identity => -2,
        LabelKind.Level when Grant is not null && Sign == LabelSign.None && Goal is null => -2,
        LabelKind.Level when IsPrevious => -1,
        LabelKind.Level when !HasLevel => Sign == LabelSign.Sum && !IsTotalWord ? 4 : 0,
        _ => Height,
    };

    /// <summary>
    /// What may end its reach to the right: every label of this power or a stronger one. Null: it reaches no further than its own cell.
    /// </summary>
    public int? Reach => Kind switch
    {
        LabelKind.Identity or LabelKind.SubItem => null,
        LabelKind.Level when Sign != LabelSign.None => null,
        LabelKind.Level when IsPrevious => -1,
        _ => Height,
    };

    private int Height => Kind switch
    {
        LabelKind.Level => Group is not null ? 3 : Goal is not null ? 2 : 1,
        LabelKind.Number => 4,
        LabelKind.Name => 5,
        LabelKind.Item => 6,
        _ => 7,
    };

    /// <summary>Understands a cell of the header; null when it is empty.</summary>
    public static HeaderLabel? Of(SheetCell cell)
    {
        if (cell.IsBlank) return null;
        var printed = LineBreaks().Replace(cell.Shown, " ").Trim();
        var text = NormalizedText.Name(printed);
        if (Identities.TryGetValue(Remark().Replace(text, ""), out var identity))
            return new HeaderLabel(LabelKind.Identity, printed) { Identity = identity };
        return OfItem(cell, printed, text) ?? OfLevel(printed, text) ?? OfName(printed, text);
    }

    /// <summary>枝番 and numbers. A circled digit is a part of a 枝番, a plain one the number of an indicator: both are plain after NFKC.</summary>
    private static HeaderLabel? OfItem(SheetCell cell, string printed, string text)
    {
        if (cell.Text?.Trim() is [>= '①' and <= '⑳' and var circled])
            return new HeaderLabel(LabelKind.SubItem, printed) { Number = circled - '①' + 1 };
        if (ItemPattern().Match(text) is { Success: true } item)
        {
            var sub = item.Groups["sub"].Success ? Circled(NumberOf(item.Groups["sub"])) : "";
            return new HeaderLabel(LabelKind.Item, printed) { Item = item.Groups["kana"].Value + sub };
        }
        return NumberPattern().Match(text) is { Success: true } number
            ? new HeaderLabel(LabelKind.Number, printed) { Number = NumberOf(number.Groups["n"]) }
            : null;
    }

    private static HeaderLabel? OfLevel(string printed, string text)
    {
        var isPrevious = PreviousPattern().IsMatch(text);
        FiscalYear? year = YearPattern().Match(text) is { Success: true } named && FiscalYear.TryParse(named.Value, out var parsed) ? parsed : null;
        var plain = CurrentPattern().Replace(YearPattern().Replace(text, ""), "");
        plain = PreviousPattern().Replace(plain, "").Replace("()", "", StringComparison.Ordinal);
        var match = LevelPattern().Match(plain);
        if (!match.Success || (!isPrevious && !match.Groups.Values.Skip(1).Any(g => g.Success))) return OfTitledGoal(printed, plain);
        var sum = match.Groups["sum"];
        return new HeaderLabel(LabelKind.Level, printed)
        {
            Grant = GrantOf(match.Groups["grant"]),
            Goal = GoalOf(match.Groups["goal"]),
            Group = GroupOf(match.Groups["group"], match.Groups["no"]),
            Sign = match.Groups["rank"].Success ? LabelSign.Rank : sum.Success ? LabelSign.Sum : LabelSign.None,
            IsTotalWord = sum.Success && TotalWords.Contains(sum.Value),
            IsSubtotalWord = sum.Value == "小計",
            IsPrevious = isPrevious,
            Year = year,
        };
    }

    /// <summary>目標Ⅰ with its title, and perhaps a group after it.</summary>
    private static HeaderLabel? OfTitledGoal(string printed, string text)
    {
        if (TitledGoalPattern().Match(text) is not { Success: true } match) return null;
        return new HeaderLabel(LabelKind.Level, printed)
        {
            Goal = GoalOf(match.Groups["goal"]),
            Group = GroupOf(match.Groups["group"], match.Groups["no"]),
            Sign = match.Groups["sum"].Success ? LabelSign.Sum : LabelSign.None,
        };
    }

    private static HeaderLabel OfName(string printed, string text) => NumberedNamePattern().Match(text) is { Success: true } match
        ? new HeaderLabel(LabelKind.Name, match.Groups["name"].Value) { Number = NumberOf(match.Groups["n"]) }
        : new HeaderLabel(LabelKind.Name, printed);

    /// <summary>① for 1.</summary>
    public static string Circled(int number) => ((char)('①' + number - 1)).ToString();

    private static int NumberOf(Group match) => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);

    private static Grant? GrantOf(Group match)
    {
        if (!match.Success) return null;
        return match.Value.Contains("推進", StringComparison.Ordinal) ? Domain.PointTables.Grant.Promotion : Domain.PointTables.Grant.EffortSupport;
    }

    private static int? GoalOf(Group match)
    {
        if (!match.Success) return null;
        return match.Value switch { "I" or "1" => 1, "II" or "2" => 2, "III" or "3" => 3, _ => 4 };
    }

    private static IndicatorGroupKind? GroupOf(Group name, Group number) => name.Success
        ? name.Value[0] switch { '体' or '取' => IndicatorGroupKind.Structure, '活' => IndicatorGroupKind.Activity, _ => IndicatorGroupKind.Outcome }
        : number.Success ? (IndicatorGroupKind)number.Length : null;

    // All patterns are matched against text without white space, after NFKC: Ⅰ is I, （ⅰ） is (i), and the hyphens that join parts are many.
    private const string Separator = "[-‐‑‒–—―−ー_・:/]*";
    private const string GroupPart = "(?:\\((?<no>i{1,3})\\))?" + Separator + "(?<group>体制・?取組|体制|取組|活動|成果)?(?:指標群|指標)?";
    private const string SumPart = "(?<sum>小計|総合計|総合得点|総得点|総計|合計得点|合計点|合計|得点計|計|得点|点数)?";

    private const string GrantPart = "(?:(?:\\(?[0-9]\\)?[.、]?)?(?<grant>(?:保険者機能強化)?推進(?:交付金)?|(?:介護保険)?(?:保険者)?(?:努力)?支援(?:交付金)?))?";

    [GeneratedRegex("^" + GrantPart + "(?:\\([^)i]*\\))?分?" + Separator
        + "(?:目標)?(?<goal>IV|I{1,3}|(?<=目標)[1-4])?" + Separator + GroupPart + Separator + SumPart + "(?:全国|総合)?(?<rank>順位)?$")]
    private static partial Regex LevelPattern();

    [GeneratedRegex("^目標(?<goal>IV|I{1,3}|[1-4]).*?" + GroupPart + Separator + "(?<sum>小計|計)?$")]
    private static partial Regex TitledGoalPattern();

    [GeneratedRegex("(前年度?|昨年度?|前回)の?")]
    private static partial Regex PreviousPattern();

    [GeneratedRegex("(今年度|本年度|当年度)(?!の)")]
    private static partial Regex CurrentPattern();

    [GeneratedRegex("(令和|平成|R|H)(元|[0-9]{1,2})年?度?")]
    private static partial Regex YearPattern();

    [GeneratedRegex("^(?<kana>[ア-ン])\\(?(?<sub>[1-9]|1[0-9]|20)?\\)?$")]
    private static partial Regex ItemPattern();

    [GeneratedRegex("^(?:指標)?\\(?(?<n>[1-9][0-9]?)\\)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(?:指標)?\\(?(?<n>[1-9][0-9]?)[.、:)](?<name>[^0-9].*)$")]
    private static partial Regex NumberedNamePattern();

    [GeneratedRegex("\\([^)]*\\)$")]
    private static partial Regex Remark();

    [GeneratedRegex("[\\r\\n]+")]
    private static partial Regex LineBreaks();
}
