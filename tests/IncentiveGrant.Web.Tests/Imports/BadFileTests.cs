using System.Text;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>What no file may do to the database, whichever importer is given it.</summary>
public sealed class BadFileTests(BadFileTests.Master master) : IClassFixture<BadFileTests.Master>
{
    // Of the piece of a results sheet: row 19 is the first town, column O the first cell, G the prefecture.
    private const int FirstUnit = 19, FirstCell = 14, Prefecture = 6;

    public static TheoryData<string, string, Func<byte[]>, string> BadFiles() => new()
    {
        { "results", "報告.pdf", () => "%PDF-1.7\n..."u8.ToArray(), "Excel ブック（.xlsx）でも CSV でもありません" },
        { "results", "秘密.xlsx", Encrypted, "パスワードで保護されています" },
        { "results", "途中まで.xlsx", () => File.ReadAllBytes(SampleWorkbooks.PathOf(SampleFiles.R8))[..500_000], "ファイル「途中まで.xlsx」を読み込めません。" },
        { "results", "爆弾.xlsx", () => PieceWith(_ => { }, ("xl/media/blank.bmp", new byte[8 * 1024 * 1024])), "展開すると大きすぎる" },
        { "point-table", "別の表.xlsx", () => PieceWith(_ => { }), "シート「配点表」がありません" },
        { "results", "式の誤り.xlsx", () => PieceWith(s => s[FirstUnit, FirstCell] = new FormulaError("#REF!")),
            "シート「全国集計（市町村）」19行目 O列「地域の介護保険事業の特徴」：数式のエラー（#REF!）です。" },
        { "results", "文字.xlsx", () => PieceWith(s => s[FirstUnit, FirstCell] = "四点"), "シート「全国集計（市町村）」19行目 O列「地域の介護保険事業の特徴」：数値ではありません（「四点」）。" },
        { "results", "県名.xlsx", () => PieceWith(s => s[FirstUnit, Prefecture] = "北海県"), "シート「全国集計（市町村）」19行目 G列「都道府県」：「北海県」という都道府県はありません。" },
        { "jurisdictions", "団体.csv", () => Encoding.UTF8.GetBytes("団体コード,種別,都道府県,名称\n043215,市町村,宮城県,大河原町\n"), "2行目 1列「団体コード」：「043215」は検査数字（6桁目）が合いません。" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Load_OfABadFile_SaysWhatIsWrongAndChangesNothing(string kind, string name, Func<byte[]> content, string expected) =>
        await AssertRefusedAsync(kind, name, new MemoryStream(content()), expected);

    [Fact]
    public async Task Load_OfATooLargeFile_IsRefused()
    {
        await using var file = File.Create(Path.Combine(TestDatabase.NewFolder(), "巨大.xlsx"));
        file.SetLength(Spreadsheet.MaxFileBytes + 1); // takes no room on the disk

        await AssertRefusedAsync("results", "巨大.xlsx", file, "上限は200MBです");
    }

    private async Task AssertRefusedAsync(string kind, string name, Stream content, string expected)
    {
        var outcome = kind switch
        {
            "jurisdictions" => await master.Desk.JurisdictionsAsync(content, name),
            "point-table" => await master.Desk.PointTableAsync(content, name),
            _ => await master.Desk.ResultsAsync(content, name),
        };

        Assert.Equal((true, "取り込みませんでした。データは変わっていません。"), (outcome.IsRefused, outcome.Summary));
        Assert.Contains(expected, string.Join('\n', outcome.Messages), StringComparison.Ordinal);
        Assert.Equal(master.Counts, await master.Desk.CountsAsync());
    }

    private static byte[] PieceWith(Action<TestSheet> change, params (string Name, byte[] Content)[] parts)
    {
        var workbook = new TestWorkbook();
        var sheet = SampleWorkbooks.Piece();
        change(sheet);
        workbook.Add(sheet);
        foreach (var (name, content) in parts) workbook.WithPart(name, content);
        return workbook.ToStream().ToArray();
    }

    /// <summary>The head of a file that Excel has put a password on: an OLE container with a stream of this name.</summary>
    private static byte[] Encrypted() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[81900 - 8], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];

    /// <summary>The nation's municipalities and the point table.</summary>
    public sealed class Master : IAsyncLifetime
    {
        internal ImportDesk Desk { get; private set; } = null!;

        public IReadOnlyList<string> Counts { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
            Counts = await Desk.CountsAsync();
        }

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
