using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Scoring;

public class RuleTrialTests
{
    private static readonly LevelKey Key = LevelKey.Parse("推進/Ⅰ/活動/1");
    private static readonly Indicator Ladder = new TableBuilder().Ladder("推進/Ⅰ/活動/1").Build().FindIndicator(Key)!;
    private static readonly Indicator Ticks = new TableBuilder().Indicator("推進/Ⅰ/活動/1", [("ア", 3), ("イ", 2)]).Build().FindIndicator(Key)!;

    [Fact]
    public void Of_ValuesOfALadder_TakesTheLinesForTheNation()
    {
        var trial = RuleTrial.Of(Audience.Municipality, Key, Ladder, "10\n２０\r\n30\n40\n50\n60\n70\n80\n90\n100\n", out var fault);

        Assert.Null(fault);
        Assert.Equal([0m, 0, 0, 5, 5, 10, 10, 15, 15, 20], Enumerable.Range(0, 10).Select(row => trial!.Board.Score(row, trial.Indicator).Complete!.Value));
    }

    [Fact]
    public void Of_SeveralValuesInALine_TakesThemInOrder()
    {
        var trial = RuleTrial.Of(Audience.Municipality, Key, Ticks, "○\t×\n×、○\n○", out _);

        Assert.Equal([3m, 2m, null], Enumerable.Range(0, 3).Select(row => trial!.Board.Score(row, trial.Indicator).Complete)); // 未回答 leaves it open
    }

    [Theory]
    [InlineData("", "値を1行に1団体ずつ書いてください。")]
    [InlineData("○,×\n○,○,○", "2行目：値が3個あります。2個にしてください（推進/Ⅰ/活動/1/ア、推進/Ⅰ/活動/1/イ）。")]
    [InlineData("○,5", "1行目：「推進/Ⅰ/活動/1/イ」は○か×で答えます。数ではなく、○か×を書いてください。")]
    public void Of_WhatCannotBeRead_SaysWhichLineAndWhatToDo(string text, string expected)
    {
        Assert.Null(RuleTrial.Of(Audience.Municipality, Key, Ticks, text, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Of_LinesFromExcel_ArePartedAtTabsAlone_AndABlankOneIsAUnitWithoutAValue()
    {
        var trial = RuleTrial.Of(Audience.Municipality, Key, Ladder, "1,234\t\n\n2,000\t\n", out var fault);

        Assert.Equal("1行目：値が2個あります。1個にしてください（推進/Ⅰ/活動/1）。", fault);
        Assert.Null(trial);
        Assert.Equal(3, RuleTrial.Of(Audience.Municipality, Key, Ladder, "1\n\n2\n", out _)!.Board.Jurisdictions.Count);
    }

    [Fact]
    public void Of_AChange_TakesTheChangeItself()
    {
        var change = new TableBuilder().Ladder("推進/Ⅰ/活動/1", measure: new EnteredValue(ValueSource.Ministry) { ChangeYears = 1 }).Build().FindIndicator(Key)!;

        var trial = RuleTrial.Of(Audience.Municipality, Key, change, "-1\n2\n0\n5", out _);

        Assert.Equal([0m, 10, 0, 15], Enumerable.Range(0, 4).Select(row => trial!.Board.Score(row, trial.Indicator).Complete!.Value));
    }

    [Fact]
    public void InputsOf_WhatFollowsFromScores_IsNothingToType()
    {
        var selfRank = new TableBuilder().Ladder("推進/Ⅰ/活動/1", measure: new OwnTotal()).Build().FindIndicator(Key)!;

        Assert.Empty(RuleTrial.InputsOf(Audience.Municipality, Key, selfRank));
    }
}
