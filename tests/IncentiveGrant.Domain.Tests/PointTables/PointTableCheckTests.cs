using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.PointTables;

public class PointTableCheckTests
{
    // docs/domain.md, Tables: 267 cells whose naive sum with Ⅳ twice is 929; maximum 800; groups 380 + 220 + 200.
    [Fact]
    public void Of_TheTableOf2026_FindsNothing()
    {
        var reference = new ReferencePointTable();

        var table = reference.Build();

        Assert.Empty(PointTableCheck.Of(table));
        Assert.Equal(267, reference.Cells.Count);
        Assert.Equal(929, reference.Cells.Sum(c => c.Points * (c.Goal == SchemeText.OutcomeGoal ? 2 : 1)));
        var compiled = CompiledTable.Of(table);
        Assert.Equal((800m, 380m, 220m, 200m), (compiled.Total.MaxPoints, MaxOf("体制"), MaxOf("活動"), MaxOf("成果")));

        decimal? MaxOf(string key) => compiled.FindLevel(LevelKey.Parse(key))!.MaxPoints;
    }

    public static TheoryData<string, Action<ReferencePointTable>, string[]> Broken() => new()
    {
        { "a cell worth one more", t => t.Change("推進/Ⅰ/体制/1/ア", c => c with { Points = 5 }), ["推進/Ⅰ/体制/1：枝番の配点の合計は17点ですが、指標満点は16点です。"] },
        { "a ladder that cannot reach its maximum", t => ChangeIndicator(t, "推進/Ⅳ/成果/1", c => c with { Points = 1 }),
            ["推進/Ⅳ/成果/1：枝番の配点の合計は8点で、指標満点20点に届きません。"] },
        { "cells beyond a maximum that may be exceeded", t => t.Change("推進/Ⅳ/成果/1/ア①", c => c with { Points = 6 }), [] },
        { "an indicator worth more", t => ChangeIndicator(t, "推進/Ⅳ/成果/1", c => c with { IndicatorMax = 25 }), ["推進/Ⅳ/成果：指標満点の合計は105点ですが、指標群の配点は100点です。"] },
        { "a group worth more", t => t.Goals[0].Groups[IndicatorGroupKind.Structure] = 65,
            ["推進/Ⅰ/体制：指標満点の合計は64点ですが、指標群の配点は65点です。", "推進/Ⅰ：指標群の配点の合計は101点ですが、目標の配点は100点です。"] },
        { "a goal worth more", t => t.Goals[4] = t.Goals[4] with { MaxPoints = 110 },
            ["支援/Ⅰ：指標群の配点の合計は100点ですが、目標の配点は110点です。", "支援：目標の配点の合計は410点ですが、支援交付金の配点は400点です。", "支援/Ⅰ：配点が110点です。"] },
        { "grants worth more than the total", t => t.MaxPoints = 929, ["合計：2つの交付金の配点の合計は800点ですが、合計の配点は929点です。", "合計：配点が929点です。"] },
        { "a cell twice", t => t.Cells.Insert(1, t.Cells[0]), ["推進/Ⅰ/体制/1/ア：同じ枝番「ア」が2回あります。", "推進/Ⅰ/体制/1：枝番の配点の合計は20点ですが、指標満点は16点です。"] },
        { "a goal twice", t => t.Goals.Add(t.Goals[7]), ["支援/Ⅳ：同じ目標が2回あります。", "支援：目標の配点の合計は500点ですが、支援交付金の配点は400点です。"] },
        { "points finer than 1/100", t => t.Change("推進/Ⅰ/体制/1/ア", c => c with { Points = 4.005m }),
            ["推進/Ⅰ/体制/1/ア：配点が4.005点です。", "推進/Ⅰ/体制/1：枝番の配点の合計は16.005点ですが、指標満点は16点です。"] },
        { "negative points", t => t.Change("推進/Ⅰ/体制/1/ア", c => c with { Points = -4 }), ["推進/Ⅰ/体制/1：枝番の配点の合計は12点ですが、指標満点は16点です。"] },
        { "a maximum left open", t => ChangeIndicator(t, "推進/Ⅰ/体制/1", c => c with { IndicatorMax = null }), ["推進/Ⅰ/体制/1：指標満点がありません。"] },
        { "a copy with another maximum", t => t.Goals[7] = t.Goals[7] with { MaxPoints = 90 },
            ["支援/Ⅳ：推進の写しですが、推進の配点は100点、支援の配点は90点です。", "支援：目標の配点の合計は390点ですが、支援交付金の配点は400点です。", "支援/Ⅳ：配点が90点です。"] },
        { "a copy in 推進", t => t.Goals[3] = t.Goals[3] with { IsCopy = true, Groups = [] }, ["推進/Ⅳ：写しにできるのは、推進に同じ目標がある支援の目標だけです。"] },
        { "a copy with groups of its own", t => t.Goals[7].Groups[IndicatorGroupKind.Outcome] = 100,
            ["支援/Ⅳ：写しの目標には、指標群と枝番を書きません。", "支援/Ⅳ/成果：指標満点の合計は0点ですが、指標群の配点は100点です。"] },
        { "a goal without groups", t => t.Goals[7] = t.Goals[7] with { IsCopy = false }, ["支援/Ⅳ：指標群がありません。"] },
        { "points as published without maxima", t => ChangeIndicator(t, "推進/Ⅳ/成果/1", AsPublished), [] },
        { "known maxima beyond their group", KnowTooMuch, ["推進/Ⅳ/成果：わかっている指標満点だけで105点あり、指標群の配点100点を超えています。", "推進/Ⅳ/成果/3：枝番の配点の合計は40点で、指標満点45点に届きません。"] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Of_ATableThatDisagreesWithItself_NamesEachLevelAndWhatToDo(string what, Action<ReferencePointTable> breaking, string[] expected)
    {
        var reference = new ReferencePointTable();
        breaking(reference);

        var faults = PointTableCheck.Of(reference.Build()).Select(f => $"{f.Key}：{f.Text}").ToList();

        Assert.True(faults.Count == expected.Length, $"{what}: {string.Join('\n', faults)}");
        Assert.All(expected, text => Assert.Contains(faults, fault => fault.StartsWith(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_ATableOutsideTheFrame_AsksButDoesNotBlock()
    {
        var reference = new ReferencePointTable { MaxPoints = 800, FiscalYear = new FiscalYear(2027) };
        for (var i = 0; i < reference.Goals.Count; i++)
            reference.Goals[i] = reference.Goals[i] with { MaxPoints = i switch { 0 => 110, 1 => 90, _ => 100 }, Groups = [] };

        var faults = PointTableCheck.Of(reference.Build());

        Assert.Equal(["推進/Ⅰ", "推進/Ⅱ"], faults.Select(f => f.Key.ToString()));
        Assert.All(faults, fault => Assert.False(fault.IsBlocking));
    }

    private static ReferencePointTable.CellRow AsPublished(ReferencePointTable.CellRow cell) =>
        cell with { IndicatorMax = null, Rule = ReferenceRule.AsPublished };

    private static void KnowTooMuch(ReferencePointTable table)
    {
        ChangeIndicator(table, "推進/Ⅳ/成果/1", AsPublished);
        ChangeIndicator(table, "推進/Ⅳ/成果/3", c => c with { IndicatorMax = 45 });
    }

    private static void ChangeIndicator(ReferencePointTable table, string key, Func<ReferencePointTable.CellRow, ReferencePointTable.CellRow> change)
    {
        var indicator = LevelKey.Parse(key);
        foreach (var cell in table.Cells.Where(c => indicator.Contains(c.Key)).ToList()) table.Change(cell.Key.ToString(), change);
    }
}
