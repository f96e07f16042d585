using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Documents.Tests.Jurisdictions;

public class JurisdictionsFileTests
{
    private const string Header = "団体コード,種別,都道府県,名称,かな,保険者番号,第1号被保険者数,人口,過疎,広域連合\n";
    private static readonly DateTimeOffset Made = new(2026, 10, 16, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Read_OfTheSample_BringsEveryJurisdictionOnce()
    {
        var reading = ReadSample();

        Assert.Empty(reading.Messages);
        var records = reading.Content!;
        Assert.Equal([47, 1741, 38], Enum.GetValues<JurisdictionKind>().Select(kind => records.Count(r => r.Kind == kind))); // reference/README.md
        Assert.Equal(205, records.Count(r => r is { Kind: JurisdictionKind.Municipality, InsurerNumber: null }));
        Assert.Equal(205, records.Count(r => r.UnionName is not null));
        Assert.Equal(
            new JurisdictionRecord(
                90, JurisdictionKind.Municipality, JurisdictionCode.Parse("018040"), 1, "北海道見本004町", "みほん004", "014040", 4964, 12399, true, null),
            records.Single(r => r.Name == "北海道見本004町"));
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameRecords()
    {
        var records = ReadSample().Content!;
        var stream = new MemoryStream();

        JurisdictionsFile.Write(records, stream, Made);

        var reading = JurisdictionsFile.Read(stream, "団体マスタ.xlsx");
        Assert.Empty(reading.Messages);
        Assert.Equal(records, reading.Content!);
    }

    [Fact]
    public void WriteTemplate_HoldsThePrefecturesAndIsValid()
    {
        var stream = new MemoryStream();

        JurisdictionsFile.WriteTemplate(stream, Made);

        var reading = JurisdictionsFile.Read(stream, "ひな形.xlsx");
        Assert.Empty(reading.Messages);
        Assert.Equal(47, reading.Content!.Count);
        using var document = SpreadsheetDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void Read_WithJapaneseHeadingsInAnotherOrder_ReadsTheSame()
    {
        var reading = Read("都道府県,名称,種別,団体コード,第１号被保険者数,過疎\n宮城県,大河原町,市町村,０４３２１４,\"6,900\",○\n");

        Assert.Empty(reading.Messages);
        Assert.Equal(
            new JurisdictionRecord(2, JurisdictionKind.Municipality, JurisdictionCode.Parse("043214"), 4, "大河原町", "", null, 6900, null, true, null),
            Assert.Single(reading.Content!));
    }

    [Fact]
    public void Read_WithLostZeros_RestoresThemAndPointsThemOut()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("団体").Row(1, "団体コード", "種別", "都道府県", "名称", "保険者番号").Row(2, 43214, "市町村", "宮城県", "大河原町", 43216);

        var reading = JurisdictionsFile.Read(workbook.ToStream(), "団体.xlsx");

        Assert.Equal(
        [
            "シート「団体」2行目 A列「団体コード」：先頭の0が消えています（「43214」）。「043214」として読み込みます。",
            "シート「団体」2行目 E列「保険者番号」：先頭の0が消えています（「43216」）。「043216」として読み込みます。",
        ], reading.Messages.Select(m => m.ToString()));
        Assert.Equal(("043214", "043216"), (reading.Content![0].Code!.Value.Value, reading.Content[0].InsurerNumber));
    }

    [Theory]
    [InlineData("043215,市町村,宮城県,大河原町,,,,,,", "2行目 1列「団体コード」：「043215」は検査数字（6桁目）が合いません。正しくは「043214」か、ほかの桁が違います。")]
    [InlineData("04321,市町村,宮城県,大河原町,,,,,,", "2行目 1列「団体コード」：「04321」は5桁です。先頭の0が消えているか、検査数字がありません。")]
    [InlineData("4321,市町村,宮城県,大河原町,,,,,,", "2行目 1列「団体コード」：「4321」は団体コードではありません。")]
    [InlineData("483214,市町村,宮城県,大河原町,,,,,,", "2行目 1列「団体コード」：「483214」の先頭2桁にあたる都道府県はありません。")]
    [InlineData(",市町村,宮城県,大河原町,,,,,,", "2行目 1列「団体コード」：空です。")]
    [InlineData("043214,市町村,秋田県,大河原町,,,,,,", "2行目 1列「団体コード」：「043214」は宮城県の団体コードです。秋田県のコードに直してください。")]
    [InlineData("043214,町,宮城県,大河原町,,,,,,", "2行目 2列「種別」：「町」は使えません。")]
    [InlineData("043214,市町村,宮木県,大河原町,,,,,,", "2行目 3列「都道府県」：「宮木県」という都道府県はありません。")]
    [InlineData("043214,市町村,宮城県,,,,,,,", "2行目 4列「名称」：空です。")]
    [InlineData("043214,市町村,宮城県,大河原／町,,,,,,", "2行目 4列「名称」：名称に使えない文字「/」があります。取り除いてください。")]
    [InlineData("043214,市町村,宮城県,大河原町,,4321,,,,", "2行目 6列「保険者番号」：「4321」は保険者番号ではありません。")]
    [InlineData("043214,市町村,宮城県,大河原町,,,約6千,,,", "2行目 7列「第1号被保険者数」：数値ではありません（「約6千」）。")]
    [InlineData("043214,市町村,宮城県,大河原町,,,-1,,,", "2行目 7列「第1号被保険者数」：「-1」は使えません。")]
    [InlineData("043214,市町村,宮城県,大河原町,,,,1.5,,", "2行目 8列「人口」：「1.5」は使えません。")]
    [InlineData("043214,市町村,宮城県,大河原町,,,,,該当,", "2行目 9列「過疎」：「該当」は使えません。")]
    [InlineData("043214,市町村,宮城県,大河原町,,,,,,仙南広域連合", "2行目 10列「広域連合」：宮城県に広域連合「仙南広域連合」の行がありません。")]
    [InlineData(",広域連合,宮城県,仙南広域連合,,,,,,仙南広域連合", "2行目 10列「広域連合」：広域連合に属するのは市町村だけです。")]
    [InlineData("040002,都道府県,宮城県,宮城,,,,,,", "2行目 4列「名称」：都道府県の列は「宮城県」です。")]
    [InlineData("043214,都道府県,宮城県,宮城県,,,,,,", "2行目 1列「団体コード」：宮城県の団体コードは「040002」です。")]
    public void Read_WithAFault_NamesRowColumnAndWhatToDo(string row, string expected)
    {
        var reading = Read(Header + row + "\n");

        Assert.True(reading.IsRefused);
        Assert.StartsWith(expected, Assert.Single(reading.Messages).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithTheSameTwice_NamesTheOtherRow()
    {
        var reading = Read(Header + "043214,市町村,宮城県,大河原町,,043216,,,,\n043214,市町村,宮城県,別の町,,,,,,\n043222,市町村,宮城県,大河原町,,043216,,,,\n");

        Assert.Equal(
        [
            "3行目 1列「団体コード」：団体コード「043214」は2行目にもあります。1つだけ残してください。",
            "4行目 4列「名称」：宮城県の「大河原町」は2行目にもあります。1つだけ残してください。",
            "4行目 6列「保険者番号」：保険者番号「043216」は2行目にもあります。どちらかが違っていないか確かめてください。",
        ], reading.Messages.Select(m => m.ToString()));
    }

    [Fact]
    public void Read_WithTheSameNameInTwoPrefectures_KeepsBoth() =>
        Assert.Equal(2, Read(Header + "043613,市町村,宮城県,川崎町,,,,,,\n403849,市町村,福岡県,川崎町,,,,,,\n").Content?.Count ?? 0);

    [Fact]
    public void Read_WithAUnionInAnotherPrefecture_DoesNotTakeIt()
    {
        var reading = Read(Header + ",広域連合,秋田県,県境広域連合,,,,,,\n043214,市町村,宮城県,大河原町,,,,,,県境広域連合\n");

        Assert.Contains("宮城県に広域連合「県境広域連合」の行がありません", Assert.Single(reading.Messages).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("団体コード,種別,名称\n043214,市町村,大河原町\n", "1行目：列「都道府県」がありません。")]
    [InlineData(Header, "団体の行がありません。")]
    [InlineData("a,b\n1,2\n", "見出しの行が見つかりません。")]
    public void Read_WithoutWhatItNeeds_SaysWhatIsMissing(string csv, string expected) =>
        Assert.Contains(expected, string.Join('\n', Read(csv).Messages), StringComparison.Ordinal);

    private static ImportReading<IReadOnlyList<JurisdictionRecord>> Read(string csv) =>
        JurisdictionsFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "団体.csv");

    private static ImportReading<IReadOnlyList<JurisdictionRecord>> ReadSample()
    {
        using var file = File.OpenRead(Repository.PathOf("src", "IncentiveGrant.Web", "Demo", "Data", "jurisdictions-sample.csv"));
        return JurisdictionsFile.Read(file, "jurisdictions-sample.csv");
    }
}
