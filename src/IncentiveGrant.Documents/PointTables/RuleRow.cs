using System.Globalization;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using Columns = IncentiveGrant.Documents.PointTables.PointTableColumns;

namespace IncentiveGrant.Documents.PointTables;

/// <summary>What a row of the sheet 「配点表」 says of the rule: the branch that the cell belongs to, and the cell's own step in it.</summary>
internal sealed record RuleRow(
    string? Sign, bool IsPlus, TestKind Test, decimal? Step, int? Places, Direction? Direction, MeasureKind Measure, string? MeasureOf, ValueSource Source,
    string? ValueName, string? Unit, string? Numerator, string? Denominator)
{
    private const int LargestCount = 9_999;
    private const string YearsAgo = "年前";

    /// <summary>Rows with the same one share a branch.</summary>
    public (string?, bool, TestKind) Branch => (Sign, IsPlus, Test);

    /// <summary>Reads the current row; null for 公表値のまま and for what cannot be read, which the messages tell.</summary>
    public static RuleRow? Read(TableReader table)
    {
        var test = table.Word(Columns.Test, Columns.Tests);
        var source = table.Word(Columns.Source, Columns.Sources);
        if (test is null or TestKind.AsPublished || source is null) return null;
        var direction = table.Word(Columns.Direction, Columns.Directions, mayBeEmpty: true);
        if (direction is null && test is TestKind.Threshold or TestKind.TiersOfAll or TestKind.TiersOfValid or TestKind.TiersOfPositive)
            table.Error(Columns.Direction, "空です。「大きいほど良い」か「小さいほど良い」を書いてください。");
        var measure = table.Word(Columns.Measure, Columns.Measures, mayBeEmpty: true) ?? MeasureKind.Entered;
        var of = Optional(table, Columns.MeasureOf, LevelKey.MaxLength);
        CheckMeasure(table, measure, of);
        var (step, places) = ReadStep(table, test.Value);
        return new RuleRow(
            Optional(table, Columns.Sign, SubItem.LabelMaxLength), ReadMark(table, Columns.Plus), test.Value, step, places, direction, measure, of,
            source.Value,
            Optional(table, Columns.ValueName, EnteredValue.NameMaxLength), Optional(table, Columns.Unit, EnteredValue.NameMaxLength),
            Optional(table, Columns.Numerator, EnteredValue.NameMaxLength), Optional(table, Columns.Denominator, EnteredValue.NameMaxLength));
    }

    /// <summary>The branch of the rows that share one.</summary>
    public static RuleBranch BranchOf(IReadOnlyList<(string Label, RuleRow Row)> rows)
    {
        var first = rows[0].Row;
        return new RuleBranch(
            first.Sign, [.. rows.Select(r => r.Label)], first.MeasureOfBranch(), TestOf([.. rows.Select(r => r.Row)]))
        { IsPlus = first.IsPlus };
    }

    /// <summary>The rule's columns of a cell, as they are written.</summary>
    public static IReadOnlyList<SheetValue> Written(ScoringRule rule, string label)
    {
        if (rule.Branches.FirstOrDefault(b => b.Cells.Contains(label)) is not { } branch)
            return ["", "", "", TestKind.AsPublished.Name(), "", "", "", "", ValueSource.Ministry.Name(), "", "", "", "", rule.Note];
        var value = branch.Measure as EnteredValue;
        return
        [
            rule.Combination.Name(), branch.Sign, branch.IsPlus ? Columns.CopyMark : "", branch.Test.Kind.Name(), StepText(branch, label),
            DirectionOf(branch.Test)?.Name(), branch.Measure.Kind.Name(), MeasureText(branch.Measure), branch.Measure.Source.Name(),
            value?.Name, value?.Unit, value?.Numerator, value?.Denominator, rule.Note,
        ];
    }

    private static string? Optional(TableReader table, TableColumn column, int maxLength) =>
        table.Raw(column, maxLength) is { Length: > 0 } text ? text : null;

    private static bool ReadMark(TableReader table, TableColumn column)
    {
        var mark = table.Text(column);
        if (mark is not ("" or "○" or "〇" or "◯")) table.Error(column, $"「{mark}」は使えません。○を付けるか、空けてください。");
        return mark.Length > 0;
    }

    private static (decimal? Step, int? Places) ReadStep(TableReader table, TestKind test)
    {
        var text = NormalizedText.Name(table.Raw(Columns.Step)).Replace("上位", "", StringComparison.Ordinal);
        switch (test)
        {
            case TestKind.Tick:
                if (text.Length > 0) table.Error(Columns.Step, "「○×」には区切りを書きません。空けてください。");
                return default;
            case TestKind.AllOf or TestKind.AnyOf:
                return (table.Integer(Columns.Step, LargestCount), null);
            case TestKind.Count when table.Integer(Columns.Step, LargestCount) is { } count:
                return (count, null);
            case TestKind.Threshold when table.Number(Columns.Step) is { } limit:
                return (limit, null);
            case TestKind.TiersOfAll or TestKind.TiersOfValid or TestKind.TiersOfPositive:
                if (text.EndsWith('%') && Number(text[..^1]) is { } percent) return (percent, null);
                if ((text.EndsWith('位') || text.EndsWith("団体", StringComparison.Ordinal)) && Number(text.TrimEnd('位', '団', '体')) is { } places
                    && decimal.IsInteger(places) && places <= LargestCount)
                    return (null, (int)places);
                table.Error(Columns.Step, text.Length == 0 ? "空です。「70%」「10位」のように書いてください。" : $"「{text}」は使えません。「70%」「10位」のように書いてください。");
                return default;
            default:
                if (text.Length == 0) table.Error(Columns.Step, "空です。この枝番を得られる数または値を書いてください。");
                return default;
        }
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void CheckMeasure(TableReader table, MeasureKind measure, string? of)
    {
        var isUnderstood = measure switch
        {
            MeasureKind.Change => YearsOf(of) is > 0,
            MeasureKind.MunicipalMean or MeasureKind.MunicipalSum or MeasureKind.MunicipalShare => LevelKey.TryParse(of, out _),
            MeasureKind.MunicipalOutliers => of is null || Number(NormalizedText.Of(of)) is > 0,
            _ => of is null,
        };
        if (isUnderstood) return;
        table.Error(Columns.MeasureOf, measure switch
        {
            MeasureKind.Change => "何年前と比べるかを「1年前」のように書いてください。",
            MeasureKind.MunicipalOutliers => "平均から標準偏差のいくつ分下かを「2」のように書くか、空けてください（空けると2）。",
            MeasureKind.Entered or MeasureKind.OwnTotal => $"測るものが「{measure.Name()}」のときは書きません。空けてください。",
            _ => "市町村分の配点表の場所を「合計」「推進/Ⅰ/体制」「推進/Ⅰ/体制/4/エ」のように書いてください。",
        });
    }

    private static int? YearsOf(string? text)
    {
        var written = NormalizedText.Name(text ?? "");
        return written.EndsWith(YearsAgo, StringComparison.Ordinal)
            && int.TryParse(written[..^YearsAgo.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            ? years : null;
    }

    private Measure MeasureOfBranch() => Measure switch
    {
        MeasureKind.OwnTotal => new OwnTotal(),
        MeasureKind.MunicipalMean => new MunicipalAggregate(AggregateKind.Mean, KeyText),
        MeasureKind.MunicipalSum => new MunicipalAggregate(AggregateKind.Sum, KeyText),
        MeasureKind.MunicipalShare => new MunicipalAggregate(AggregateKind.Share, KeyText),
        MeasureKind.MunicipalOutliers => MeasureOf is null ? new MunicipalOutliers() : new MunicipalOutliers(Number(NormalizedText.Of(MeasureOf)) ?? 0),
        _ => new EnteredValue(Source)
        {
            Name = ValueName, Unit = Unit, Numerator = Numerator, Denominator = Denominator,
            ChangeYears = Measure == MeasureKind.Change ? YearsOf(MeasureOf) ?? 0 : 0,
        },
    };

    /// <summary>The key as the grammar writes it, so that the same place is written alike.</summary>
    private string KeyText => LevelKey.TryParse(MeasureOf, out var key) ? key.ToString() : MeasureOf ?? "";

    private static PointsTest TestOf(IReadOnlyList<RuleRow> rows)
    {
        var direction = rows[0].Direction ?? Domain.PointTables.Direction.Higher;
        return rows[0].Test switch
        {
            TestKind.AllOf => new AllOfTest((int?)rows[0].Step),
            TestKind.AnyOf => new AnyOfTest((int?)rows[0].Step),
            TestKind.Count => new CountTest([.. rows.Select(r => (int)(r.Step ?? 0))]),
            TestKind.Threshold => new ThresholdTest([.. rows.Select(r => r.Step ?? 0)], direction),
            TestKind.TiersOfAll => new TierTest(TierPopulation.All, Cuts(), direction),
            TestKind.TiersOfValid => new TierTest(TierPopulation.Valid, Cuts(), direction),
            TestKind.TiersOfPositive => new TierTest(TierPopulation.Positive, Cuts(), direction),
            _ => new TickTest(),
        };

        TierCut[] Cuts() => [.. rows.Select(r => new TierCut(r.Step, r.Places))];
    }

    private static Direction? DirectionOf(PointsTest test) => test switch
    {
        ThresholdTest threshold => threshold.Direction,
        TierTest tiers => tiers.Direction,
        _ => null,
    };

    private static string? MeasureText(Measure measure) => measure switch
    {
        EnteredValue { ChangeYears: > 0 and var years } => years.ToString(CultureInfo.InvariantCulture) + YearsAgo,
        MunicipalAggregate aggregate => aggregate.Of,
        MunicipalOutliers outliers => Text(outliers.Deviations),
        _ => null,
    };

    private static string? StepText(RuleBranch branch, string label)
    {
        var place = branch.Cells.ToList().IndexOf(label);
        return branch.Test switch
        {
            AllOfTest { Parts: { } parts } => Text(parts),
            AnyOfTest { Parts: { } parts } => Text(parts),
            CountTest count => Text(count.Counts[place]),
            ThresholdTest threshold => Text(threshold.Limits[place]),
            TierTest tiers => tiers.Cuts[place] is { Places: { } places } ? Text(places) + "位" : Text(tiers.Cuts[place].Percent!.Value) + "%",
            _ => null,
        };
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
