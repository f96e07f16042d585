using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.PointTables;

public class IndicatorTextTests
{
    private static readonly LevelKey Group = LevelKey.Parse("推進/Ⅰ/体制");

    [Fact]
    public void Read_OfEveryIndicatorOfTheReferenceTable_BringsItBack()
    {
        var indicators = new ReferencePointTable().Build().Indicators.ToList();

        Assert.NotEmpty(indicators);
        Assert.All(indicators, place =>
        {
            var reading = IndicatorText.Of(place.Indicator).Read(place.Key.Parent!);

            Assert.Empty(reading.Faults);
            Assert.Equal(Describe(place.Indicator), Describe(reading.Indicator!));
        });
    }

    [Fact]
    public void Read_OfWhatIsTypedInFullWidth_UnderstandsIt()
    {
        var text = Text();
        (text.MaxPoints, text.Cells[0].Points) = ("８", "４．５");

        Assert.Equal((8m, 4.5m), (text.Read(Group).Indicator!.MaxPoints!.Value, text.Read(Group).Indicator!.SubItems[0].Points));
    }

    [Fact]
    public void Read_WithFaults_NamesFieldAndCell()
    {
        var text = Text();
        (text.Name, text.Cells[1].Points, text.Cells[1].Step) = ("", "四点", "2");

        var reading = text.Read(Group);

        Assert.Null(reading.Indicator);
        Assert.Equal(
            [
                (null, "Name", "空です。指標の名前を書いてください。"),
                (1, "Points", "数値ではありません（「四点」）。半角または全角の数字だけを入力してください。"),
                (1, "Step", "「○×」には区切りを書きません。空けてください。"),
            ],
            reading.Faults.Select(f => (f.Cell, f.Field, f.Text)));
    }

    [Fact]
    public void Read_WithRowsOfABranchThatDisagree_NamesTheCellThatDoes()
    {
        var text = Text();
        foreach (var (cell, step) in text.Cells.Zip(["70%", "50%"]))
            (cell.Test, cell.Step, cell.Direction) = (TestKind.TiersOfAll.Name(), step, Direction.Higher.Name());
        text.Cells[1].Direction = Direction.Lower.Name();

        var fault = Assert.Single(text.Read(Group).Faults);

        Assert.Equal((1, "Direction"), (fault.Cell, fault.Field));
        Assert.Equal("枝番「ア」の行と違います。同じ値で判定するすべての行に同じ内容を書いてください。", fault.Text);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1000000")]
    public void Read_OfPointsThatNoTableKeeps_RefusesThem(string points)
    {
        var text = Text();
        text.Cells[0].Points = points;

        var fault = Assert.Single(text.Read(Group).Faults);

        Assert.Equal((0, "Points", $"「{points}」は使えません。小数は第2位まで、1,000,000未満にしてください。"), (fault.Cell, fault.Field, fault.Text));
    }

    [Fact]
    public void Read_WithoutCells_AsksForOne()
    {
        var text = Text();
        text.Cells.Clear();

        Assert.Equal("枝番がありません。枝番の行を加えてください。", Assert.Single(text.Read(Group).Faults).Text);
    }

    private static IndicatorText Text() =>
        IndicatorText.Of(new TableBuilder().Indicator("推進/Ⅰ/体制/1", [("ア", 4), ("イ", 4)]).Build().FindIndicator(LevelKey.Parse("推進/Ⅰ/体制/1"))!);

    private static string Describe(Indicator indicator) =>
        $"{indicator.Number} {indicator.Name} {indicator.MaxPoints:0.##} {ScoringRuleText.Of(indicator.Rule)} "
        + string.Join(" | ", indicator.SubItems.Select(s => $"{s.Position} {s.Label} {s.Points:0.##} {s.Text} {s.TextSource}"));
}
