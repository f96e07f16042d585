using System.Globalization;
using System.Text;
using IncentiveGrant.Documents.Publications;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Documents.Tests.Publications;

/// <summary>The published figures of two prefectures, and files with faults.</summary>
public class PublishedFiguresFileTests
{
    private const string Header = "出典,年度,調査,対象,団体・集合,母数,指標,階層,合計先,内訳,種別,値,印字,備考\n";
    private const string Yamaguchi = "published-yamaguchi-r2-r3.csv";
    private const string Miyagi = "published-miyagi-r7-r8.csv";
    private static readonly DateTimeOffset Made = new(2026, 10, 16, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Yamaguchi_HasEveryFigureOfItsSource()
    {
        var figures = ReadReference(Yamaguchi).Figures;
        var areas = ReferenceData.Rows("yamaguchi-results-r2-r3.csv");

        foreach (var (year, column) in new[] { (2020, "r2"), (2021, "r3") })
        {
            foreach (var area in areas)
            {
                Assert.Equal(area[$"{column}_points"], Printed(year, area["area"], "山口県", PublishedFigureKind.Points));
                Assert.Equal(area[$"{column}_max"], Printed(year, area["area"], PublishedFigure.Everybody, PublishedFigureKind.MaxPoints));
                Assert.Equal(area[$"{column}_rate"], Printed(year, area["area"], "山口県", PublishedFigureKind.ScoreRate));
                Assert.Equal(area[$"{column}_national_average"], Printed(year, area["area"], "全国", PublishedFigureKind.Mean));
                Assert.Equal(area[$"{column}_national_rate"], Printed(year, area["area"], "全国", PublishedFigureKind.ScoreRate));
            }
        }
        Assert.All(figures, f => Assert.Null(f.Key)); // 旧制度: never a level of today's frame

        string Printed(int year, string level, string pool, PublishedFigureKind kind) =>
            figures.SingleOrDefault(f => f.FiscalYear.Value == year && f.Level == level && f.Pool == pool && f.Kind == kind)?.Printed ?? "";
    }

    [Fact]
    public void Yamaguchi_HasExactlyFourMeansThatAreOut()
    {
        var comparisons = PublishedFigureCheck.Of(ReadReference(Yamaguchi).Figures);

        Assert.Equal(
            [
                "R2 全国の「Ⅱ計」の平均点は1386と公表されていますが、Ⅱ(1)からⅡ(9)までの合計は1,380です。",
                "R2 全国の「合計」の平均点は2019.5と公表されていますが、うち推進交付金からうち支援交付金までの合計は2,013.1です。",
                "R3 全国の「Ⅱ計」の平均点は1426.9と公表されていますが、Ⅱ(1)からⅡ(9)までの合計は1,420.6です。",
                "R3 全国の「合計」の平均点は2064.6と公表されていますが、うち推進交付金からうち支援交付金までの合計は2,058.3です。",
            ], // reference/README.md, What does not add up
            comparisons.Where(c => !c.Agrees).Select(c => c.Text));
        Assert.Equal(18, comparisons.Count(c => c.Check == PublishedCheck.Sum)); // two years: 3 sums of points, maxima and means each
        Assert.Equal(52, comparisons.Count(c => c.Check == PublishedCheck.ScoreRate)); // two years: 13 rates of the prefecture and of the nation each
    }

    [Fact]
    public void Miyagi_HasExactlyOneRateThatIsNoCountOf35()
    {
        var figures = ReadReference(Miyagi).Figures;

        var comparisons = PublishedFigureCheck.Of(figures);

        var odd = Assert.Single(comparisons, c => !c.Agrees);
        Assert.Equal(("15.7%", "エ", 2025), (odd.Figure.Printed, odd.Figure.Level, odd.Figure.FiscalYear.Value)); // R6調査 is 令和7年度
        Assert.Equal(40, comparisons.Count(c => c.Check == PublishedCheck.Share));
        Assert.True(comparisons.Single(c => c.Check == PublishedCheck.Sum && c.Figure.Kind == PublishedFigureKind.Mean).Agrees); // 528.8 = 265.1 + 263.7
        var unclear = figures.Where(f => f is { Kind: PublishedFigureKind.Mark, Value: null }).ToList();
        Assert.Equal(["エ①", "エ②", "エ③", "エ④", "エ⑤"], unclear.Select(f => f.Level).Distinct());
        Assert.All(unclear, f => Assert.Equal("R6調査とR7調査に○が1つだけ印字されている", f.Note));
    }

    [Theory]
    [InlineData(Yamaguchi)]
    [InlineData(Miyagi)]
    public void Read_OfWhatWasWritten_GivesTheSameFigures(string name)
    {
        var document = ReadReference(name);
        var stream = new MemoryStream();

        PublishedFiguresFile.Write([document], stream, Made);

        var again = Assert.Single(Taken(PublishedFiguresFile.Read(stream, "公表値.xlsx")));
        Assert.Equal(document.Name, again.Name);
        Assert.Equal(document.Figures.Select(Described), again.Figures.Select(Described));
    }

    [Fact]
    public void Template_HoldsTheColumnsAndHowToWrite()
    {
        var stream = new MemoryStream();

        PublishedFiguresFile.WriteTemplate(stream, Made);

        var reading = PublishedFiguresFile.Read(stream, "公表値.xlsx");
        Assert.Equal("シート「公表値」1行目：公表値の行がありません。1つの数字につき1行を書いてください。", Assert.Single(reading.Messages).ToString());
    }

    [Theory]
    [InlineData("資料,令和8年度,R8調査,市町村分,全国,,,合計,,,平均点,435.0,,", "2行目 3列「調査」：令和8年度の結果はR7調査のものです。年度か調査を直してください。")]
    [InlineData("資料,,,市町村分,全国,,,合計,,,平均点,435.0,,", "2行目 2列「年度」：空です。評価年度を書くか、「調査」の列に「R7調査」のように書いてください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,Ⅱ計,,,平均点,435.0,,", "2行目 8列「階層」：「Ⅱ計」は配点表の階層ではありません。「推進/Ⅰ/体制/3/ア①」のように書くか、「指標」に設問を書いてください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,合計,,,満点,800,,", "2行目 5列「団体・集合」：満点は団体によらないため、空けてください。")]
    [InlineData("資料,令和8年度,,市町村分,,,,合計,,,平均点,435.0,,", "2行目 5列「団体・集合」：空です。「全国」や都道府県・市町村の名前など、だれの数字かを書いてください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,推進,計,,平均点,217.5,,", "2行目 9列「合計先」：合計先の「計」という階層の行がありません。名前を直すか、その行を加えてください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,合計,,,平均点,435,436,", "2行目 12列「値」：値は435ですが、印字「436」は436と読めます。公表資料を確かめて、どちらかを直してください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,合計,,,平均点,四百,400,", "2行目 12列「値」：数値ではありません（「四百」）。半角または全角の数字だけを入力してください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,合計,,,平均点,,,", "2行目 12列「値」：空です。値か、数値でない印字（—など）を書いてください。")]
    [InlineData("資料,令和8年度,,市町村分,全国,,,合計,,,得点率,54.4,54.4%,\n資料,R8,,市町村分,全国,,,合計,,,得点率,54.5,,", "3行目 8列「階層」：同じ出典・年度・団体・階層の得点率は2行目にもあります。1つだけ残してください。")]
    public void Read_WithAFault_NamesRowAndColumn(string rows, string expected)
    {
        var reading = Read(rows);

        Assert.True(reading.IsRefused);
        Assert.Equal(expected, Assert.Single(reading.Messages).ToString());
    }

    [Fact]
    public void Read_OfASign_KeepsItsPrintAndNoValue()
    {
        var figure = Assert.Single(Assert.Single(Taken(Read("資料,,R7調査,市町村分,県内35市町村,35,,合計,,,平均点,—,,"))).Figures);

        Assert.Equal((null, "—", 2026), (figure.Value, figure.Printed, figure.FiscalYear.Value));
    }

    private static PublishedDocument ReadReference(string name)
    {
        using var file = File.OpenRead(ReferenceData.PathOf(name));
        return Assert.Single(Taken(PublishedFiguresFile.Read(file, name)));
    }

    private static ImportReading<IReadOnlyList<PublishedDocument>> Read(string rows) =>
        PublishedFiguresFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Header + rows)), "公表値.csv");

    private static IReadOnlyList<PublishedDocument> Taken(ImportReading<IReadOnlyList<PublishedDocument>> reading)
    {
        Assert.False(reading.IsRefused, string.Join('\n', reading.Messages));
        return reading.Content!;
    }

    private static string Described(PublishedFigure f) => string.Create(CultureInfo.InvariantCulture,
        $"{f.FiscalYear} {f.Audience.Slug()} {f.Pool} {f.PoolSize} {f.Indicator} {f.Level} {f.Text} "
        + $"{f.PartOf} {f.Breakdown} {f.Kind} {f.Value:G29} {f.Printed} {f.Note}");
}
