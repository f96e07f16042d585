namespace IncentiveGrant.Domain.PointTables;

/// <summary>対象: whose table it is.</summary>
public enum Audience
{
    /// <summary>市町村分.</summary>
    Municipality = 1,

    /// <summary>都道府県分.</summary>
    Prefecture = 2,
}

/// <summary>The two grants, and what stands beside them. Order is the order of display: 推進 always first.</summary>
public enum Grant
{
    /// <summary>保険者機能強化推進交付金.</summary>
    Promotion = 1,

    /// <summary>介護保険保険者努力支援交付金.</summary>
    EffortSupport = 2,

    /// <summary>枠外: points beside the two grants that no total counts (成果指向型配分枠, 100 points in 令和8年度).</summary>
    ExtraFrame = 3,
}

/// <summary>指標群.</summary>
public enum IndicatorGroupKind
{
    /// <summary>体制・取組指標群 (process).</summary>
    Structure = 1,

    /// <summary>活動指標群 (output and intermediate outcome).</summary>
    Activity = 2,

    /// <summary>成果指標群 (outcome): goal Ⅳ.</summary>
    Outcome = 3,
}

/// <summary>Who gives the value that a cell is scored by. Ministry values ask nothing of the municipality.</summary>
public enum ValueSource
{
    /// <summary>市町村が回答する.</summary>
    Municipality = 1,

    /// <summary>都道府県が回答する.</summary>
    Prefecture = 2,

    /// <summary>厚生労働省が算定する（網掛け）.</summary>
    Ministry = 3,

    /// <summary>得点から計算する（順位など）.</summary>
    Computed = 4,
}

/// <summary>Which values are better.</summary>
public enum Direction
{
    /// <summary>大きいほど良い.</summary>
    Higher = 1,

    /// <summary>小さいほど良い.</summary>
    Lower = 2,
}

/// <summary>Where the wording of a sub-item comes from. No question is ever made up: without a source there is no text.</summary>
public enum TextSource
{
    /// <summary>As published.</summary>
    Published = 1,

    /// <summary>要約: restated from a published text.</summary>
    Restated = 2,

    /// <summary>見本: an example of the demonstration.</summary>
    Sample = 3,
}

/// <summary>The words and signs of the scheme, in one place.</summary>
public static class SchemeText
{
    /// <summary>市町村分.</summary>
    public static string Name(this Audience audience) => audience == Audience.Municipality ? "市町村分" : "都道府県分";

    /// <summary>municipality / prefecture: the word of addresses and commands.</summary>
    public static string Slug(this Audience audience) => audience == Audience.Municipality ? "municipality" : "prefecture";

    /// <summary>推進: the sign of a grant in keys, tables and charts.</summary>
    public static string Sign(this Grant grant) => grant switch { Grant.Promotion => "推進", Grant.EffortSupport => "支援", _ => "枠外" };

    /// <summary>The grant's full name.</summary>
    public static string Name(this Grant grant) => grant switch
    {
        Grant.Promotion => "保険者機能強化推進交付金",
        Grant.EffortSupport => "介護保険保険者努力支援交付金",
        _ => "合計に含めない枠",
    };

    /// <summary>The two grants that the total counts.</summary>
    public static IReadOnlyList<Grant> Grants { get; } = [Grant.Promotion, Grant.EffortSupport];

    /// <summary>体制: the sign of a group in keys.</summary>
    public static string Sign(this IndicatorGroupKind kind) => kind switch
    {
        IndicatorGroupKind.Structure => "体制",
        IndicatorGroupKind.Activity => "活動",
        _ => "成果",
    };

    /// <summary>体制・取組指標群.</summary>
    public static string Name(this IndicatorGroupKind kind) => kind switch
    {
        IndicatorGroupKind.Structure => "体制・取組指標群",
        IndicatorGroupKind.Activity => "活動指標群",
        _ => "成果指標群",
    };

    /// <summary>Ⅰ to Ⅳ.</summary>
    public static string GoalSign(int goal) =>
        goal switch { 1 => "Ⅰ", 2 => "Ⅱ", 3 => "Ⅲ", 4 => "Ⅳ", _ => throw new ArgumentOutOfRangeException(nameof(goal), goal, "Goals are 1 to 4.") };

    /// <summary>Goal Ⅳ, the outcome goal, booked identically in both grants.</summary>
    public const int OutcomeGoal = 4;
}
