using System.Text;
using IncentiveGrant.Documents.Scoring;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.Scoring;

public class GivenValuesFileTests
{
    private const string Header = "code,key,value\n";

    // Of the table of 令和8年度: answered by ○ or ×, by a count, and by a figure that is compared.
    private const string Mark = "推進/Ⅰ/体制/1/ア", Count = "推進/Ⅱ/体制/2/イ", Figure = "推進/Ⅰ/活動/2";

    private static readonly CompiledTable Table = CompiledTable.Of(new ReferencePointTable().Build());

    public static TheoryData<string, string, GivenValue> Values() => new()
    {
        { Mark, "○", GivenValue.Yes },
        { Mark, "〇", GivenValue.Yes }, // the ideographic zero, which many keyboards give
        { Mark, "×", GivenValue.No },
        { Mark, "対象外", GivenValue.NotApplicable },
        { Mark, "未回答", GivenValue.Missing },
        { Mark, "", GivenValue.Missing },
        { Count, "3", GivenValue.Of(3) },
        { Count, "３", GivenValue.Of(3) },
        { Figure, "12.5", GivenValue.Of(12.5m) },
        { Figure, "12.5%", GivenValue.Of(12.5m) },
        { Figure, "１２．５％", GivenValue.Of(12.5m) },
        { Figure, "\"1,234.5\"", GivenValue.Of(1234.5m) },
        { Figure, "▲2", GivenValue.Of(-2) },
        { Figure, "0", GivenValue.Of(0) },
        { Figure, "対象外", GivenValue.NotApplicable },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Read_OfAValue_TakesItAsPeopleWriteIt(string key, string written, GivenValue expected)
    {
        var reading = Read($"043214,{key},{written}");

        Assert.Empty(reading.Messages);
        Assert.Equal(expected, At(reading.Content!, 0, key));
    }

    [Fact]
    public void Read_OfSeveralJurisdictions_TakesThemInTheOrderOfCodesAndWhatHasNoRowAsUnanswered()
    {
        var reading = Read($"060001,{Figure},2", $"043214,{Mark},○", "", $"060001,{Mark},×", $"村,{Count},4");

        var values = reading.Content!;
        Assert.Equal([("043214", 4), ("060001", 6), ("村", 0)], values.Jurisdictions.Select(unit => (unit.Key, unit.PrefectureNumber)));
        Assert.Equal((GivenValue.Yes, GivenValue.Missing), (At(values, 0, Mark), At(values, 0, Figure)));
        Assert.Equal((GivenValue.No, GivenValue.Of(2)), (At(values, 1, Mark), At(values, 1, Figure)));
        Assert.Equal(GivenValue.Of(4), At(values, 2, Count));
    }

    [Fact]
    public void Read_OfAFullWidthKeyAndColumnsInAnotherOrderWithJapaneseHeadings_ReadsTheSame()
    {
        var reading = ReadText("値,団体コード,キー\n○,０４３２１４,推進／Ⅰ／体制／１／ア\n");

        Assert.Empty(reading.Messages);
        Assert.Equal("043214", Assert.Single(reading.Content!.Jurisdictions).Key);
        Assert.Equal(GivenValue.Yes, At(reading.Content!, 0, Mark));
    }

    [Fact]
    public void Read_OfAWorkbook_ReadsNumbersOfCells()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("値").Row(1, "code", "key", "value").Row(2, "043214", Figure, 12.5m).Row(3, "043214", Mark, "○");

        var reading = GivenValuesFile.Read(workbook.ToStream(), "値.xlsx", Table);

        Assert.Empty(reading.Messages);
        Assert.Equal((GivenValue.Of(12.5m), GivenValue.Yes), (At(reading.Content!, 0, Figure), At(reading.Content!, 0, Mark)));
    }

    [Theory]
    [InlineData($"043214,{Mark},5", $"3行目 3列「value」：「{Mark}」は○か×で答えます。数ではなく、○か×を書いてください。")]
    [InlineData($"043214,{Figure},○", $"3行目 3列「value」：「{Figure}」は数で答えます。○×ではなく、数を書いてください。")]
    [InlineData($"043214,{Count},2.5", $"3行目 3列「value」：「{Count}」は個数です。0以上の整数を書いてください。")]
    [InlineData($"043214,{Count},-1", $"3行目 3列「value」：「{Count}」は個数です。0以上の整数を書いてください。")]
    [InlineData($"043214,{Figure},たくさん", "3行目 3列「value」：「たくさん」は使えません。○、×、対象外、数のどれかを書いてください。")]
    [InlineData("043214,推進/Ⅰ/体制/9/ア,○", "3行目 2列「key」：「推進/Ⅰ/体制/9/ア」は、この配点表が値を求めるキーではありません。キーを直すか、行を削除してください。")]
    [InlineData("043214,推進/Ⅰ,○", "3行目 2列「key」：「推進/Ⅰ」は、この配点表が値を求めるキーではありません。キーを直すか、行を削除してください。")]
    [InlineData("043214,どこか,○", "3行目 2列「key」：「どこか」はキーとして読めません。「推進/Ⅰ/体制/1/ア」のように書いてください。")]
    [InlineData($",{Mark},○", "3行目 1列「code」：団体コードがありません。団体ごとに同じコードを書いてください。")]
    [InlineData("043214,推進/Ⅰ/体制/1/イ,×", "3行目 2列「key」：「043214」の「推進/Ⅰ/体制/1/イ」が2回あります。1行だけ残してください。")]
    public void Read_WithAFault_NamesItsLineAndWhatToDo(string line, string expected)
    {
        var reading = Read("043214,推進/Ⅰ/体制/1/イ,○", line);

        Assert.True(reading.IsRefused);
        Assert.Equal(expected, Assert.Single(reading.Messages).ToString());
    }

    [Fact]
    public void Read_WithSeveralFaults_NamesThemAll()
    {
        var reading = Read($"043214,{Mark},5", "043214,どこか,○", $"043214,{Figure},7");

        Assert.Null(reading.Content);
        Assert.Equal(["2行目", "3行目"], reading.Messages.Select(m => m.ToString().Split(' ')[0]));
    }

    [Fact]
    public void Read_OfAFileWithoutRows_AsksForThem() =>
        Assert.Equal("2行目：値の行がありません。1つの値につき1行を書いてください。", Assert.Single(Read().Messages).ToString());

    [Fact]
    public void Read_WithoutAColumn_NamesIt() =>
        Assert.Contains("列「value」がありません。", Assert.Single(ReadText($"code,key\n043214,{Mark}\n").Messages).ToString(), StringComparison.Ordinal);

    private static ImportReading<GivenValues> Read(params string[] lines) => ReadText(Header + string.Concat(lines.Select(line => line + "\n")));

    private static ImportReading<GivenValues> ReadText(string text) => GivenValuesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "値.csv", Table);

    private static GivenValue At(GivenValues values, int row, string key) => values[row, Table.FindInput(LevelKey.Parse(key))!.Index];
}
