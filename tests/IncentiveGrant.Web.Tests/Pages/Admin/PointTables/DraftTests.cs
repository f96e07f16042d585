using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Admin.PointTables;

/// <summary>A point table from a draft to an edition, as an administrator makes it. Each test has a portal of its own: a year has one draft.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private const string First = "推進/Ⅰ/体制/1";
    private readonly TableHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Draft_OfACorrection_ChangesNothingUntilItIsPublishedWithAReason()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2026");

        draft = await SaveCellsAsync(client, draft, ("Input.Cells[0].Points", "５"), ("Input.Cells[1].Points", "3"));
        var publish = await client.OpenAsync($"{draft.Path}/publish");
        var refused = await client.SubmitAsync(publish, "#publish");
        var published = await client.SubmitAsync(refused, "#publish", ("Reason", "配点の訂正"));

        Assert.Equal("第1版を訂正する理由を書いてください。", refused.ErrorAt("Reason"));
        Assert.Equal(("公開しました。", "令和8年度 市町村分 第2版"), (published.Texts(".note--good p").Single(), published.Texts(".eyebrow").Single()));
        Assert.Equal(
            [(1, 4m, null), (2, 5m, "配点の訂正")],
            await host.InDatabaseAsync(async db => (await db.PointTables.Include(t => t.Goals).ThenInclude(g => g.Groups).ThenInclude(k => k.Indicators)
                .ThenInclude(i => i.SubItems).AsSplitQuery().ToListAsync()).OrderBy(t => t.Edition)
                .Select(t => (t.Edition, t.FindIndicator(LevelKey.Parse(First))!.SubItems.Single(s => s.Label == "ア").Points, t.Reason)).ToList()));
        Assert.Equal(
            ["配点表の公開", "配点表の下書きの作成", "配点表の下書きの変更", "配点表の公開"],
            await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Stream == "point-table/2026/municipality").OrderBy(e => e.Sequence)
                .Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task Compare_ShowsWhatTheDraftChanges()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await SaveCellsAsync(client, await BeginAsync(client, "2026"), ("Input.Cells[0].Points", "5"), ("Input.Cells[1].Points", "3"));

        var compare = await client.OpenAsync($"{draft.Path}/compare");

        Assert.Equal("2枝番", compare.Fact("配点の変更"));
        Assert.Equal(
            ["推進Ⅰ 体制1 地域の介護保険事業の特徴", "ア", "イ"], compare.Rows("[aria-label='指標と枝番の違いの表'] tbody tr").Select(row => row[0]));
        Assert.Equal("令和8年度_市町村分_下書き_新旧対照.xlsx", (await client.TakeAsync(compare.Link("Excel"))).Name);
    }

    [Fact]
    public async Task Draft_WhosePointsDoNotAddUp_IsSavedAndNotPublished()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await SaveCellsAsync(client, await BeginAsync(client, "2026"), ("Input.Cells[0].Points", "9"));

        var publish = await client.OpenAsync($"{draft.Path}/publish");

        Assert.Contains("枝番の配点の合計は21点ですが、指標満点は16点です。", draft.Text, StringComparison.Ordinal);
        Assert.StartsWith("配点が合わないところが1件あるため、まだ公開できません。", publish.Texts(".note--bad p").Single(), StringComparison.Ordinal);
        Assert.False(publish.Has("#publish"));
    }

    [Fact]
    public async Task Indicator_WithFaults_KeepsWhatWasTypedAndSaysWhereTheyAre()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var form = await client.OpenAsync(IndicatorOf(await BeginAsync(client, "2026"), First));

        var page = await client.SubmitAsync(form, "#indicator", ("Input.Cells[2].Points", "四点"), ("Input.Number", "2"));

        Assert.Equal("数値ではありません（「四点」）。半角または全角の数字だけを入力してください。", page.ErrorAt("Input.Cells[2].Points".Replace('[', '_').Replace(']', '_')));
        Assert.Equal("四点", page.Find("[name='Input.Cells[2].Points']").GetAttribute("value"));
    }

    [Fact]
    public async Task Indicator_UnderANumberThatIsTaken_IsRefused()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var form = await client.OpenAsync(IndicatorOf(await BeginAsync(client, "2026"), First));

        var page = await client.SubmitAsync(form, "#indicator", ("Input.Number", "2"));

        Assert.Equal("番号2の指標はほかにあります。別の番号にしてください。", page.ErrorAt("Input.Number"));
    }

    [Fact]
    public async Task Cells_AreAddedMovedAndTakenOutWithoutSaving()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var page = await client.OpenAsync(IndicatorOf(await BeginAsync(client, "2026"), First));

        page = await client.SubmitAsync(page.Form("#indicator").Press("枝番を加える"));
        page = await client.SubmitAsync(page.Form("#indicator").Fill(("Input.Cells[4].Label", "オ")).Press("イを上へ"));
        page = await client.SubmitAsync(page.Form("#indicator").Press("ウを取り除く"));

        Assert.Equal(["枝番 イ", "枝番 ア", "枝番 エ", "枝番 オ"], page.Texts("fieldset legend"));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.PointTables.Where(t => t.State == PointTableState.Draft).SumAsync(t => t.Revision)));
    }

    [Fact]
    public async Task Try_OfALadder_ShowsWhatEachLineScoresAndWhy()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var page = await client.OpenAsync(IndicatorOf(await BeginAsync(client, "2026"), "推進/Ⅰ/活動/2")); // smaller is better

        page = await client.SubmitAsync(page.Form("#indicator").Fill(("Values", "10\n20\n30\n40")).Press("試す"));

        var rows = page.Rows("[aria-label='試した結果の表'] tbody tr");
        Assert.Equal(["9", "6", "0", "0"], rows.Select(row => row[5]));
        Assert.StartsWith("値は10で、4団体中1位。2位までに入るため、3点です。", rows[0][6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterSomebodyElse_OverwritesOnlyWhenAskedAgain()
    {
        var (client, other) = (await host.SignInAsAsync(PortalRole.Administrator), await host.SignInAsAsync(PortalRole.Administrator));
        var draft = await BeginAsync(client, "2026");
        var form = await client.OpenAsync(IndicatorOf(draft, First));
        await SaveCellsAsync(other, draft, ("Input.Name", "先に保存した名前"));

        var conflict = await client.SubmitAsync(form, "#indicator", ("Input.Name", "あとの名前"));
        var untouched = await client.OpenAsync(draft.Path);
        var saved = await client.SubmitAsync(conflict.Form("#indicator"));

        Assert.StartsWith("画面を開いている間に、ほかの人が下書きを変更しました。", Assert.Single(conflict.Errors), StringComparison.Ordinal);
        Assert.Contains("先に保存した名前", untouched.Text, StringComparison.Ordinal);
        Assert.Contains("あとの名前", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_OfDifferentWidth_AreTheSameSign()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var form = await client.OpenAsync(IndicatorOf(await BeginAsync(client, "2026"), "推進/Ⅰ/活動/2"));

        var page = await client.SubmitAsync(
            form, "#indicator", ("Input.Cells[0].Sign", "A"), ("Input.Cells[1].Sign", "A"), ("Input.Cells[2].Sign", "Ａ"), ("Input.Cells[3].Sign", "Ａ"));

        Assert.Contains(page.Errors, e => e.Contains("2つの判定に使われています", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Indicator_IsDeleted()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2026");

        var after = await client.SubmitAsync(await client.OpenAsync(IndicatorOf(draft, First)), "#delete");

        Assert.Equal((draft.Path, "推進Ⅰ 体制1を削除しました。"), (after.Path, after.Texts(".note--good p")[0]));
        Assert.DoesNotContain("地域の介護保険事業の特徴", after.Text, StringComparison.Ordinal);
        await client.OpenAsync(IndicatorOf(draft, First), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_ThatAnEditionHasOvertaken_IsNotPublished()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await SaveCellsAsync(client, await BeginAsync(client, "2026"), ("Input.Cells[0].Points", "5"), ("Input.Cells[1].Points", "3"));
        await host.InDatabaseAsync(async db =>
        {
            var other = (await Data.PointTables.PointTableStore.LoadAsync(db, 1, CancellationToken.None)).NewDraft(new(2026), "別の訂正");
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Data.PointTables.PointTableStore.SavePublishedAsync(db, other, "test", "別のファイル", host.Clock.GetUtcNow(), CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        var page = await client.SubmitAsync(await client.OpenAsync($"{draft.Path}/publish"), "#publish", ("Reason", "訂正"));

        Assert.StartsWith("この下書きを作ったあとに第2版が公開されました。", page.ErrorAt("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfADraft_IsNotBegun()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2026");
        var request = draft.Form("#discard").ToRequest();

        var answer = await client.PostAsync($"{draft.Path}/begin", await request.Content!.ReadAsStringAsync() + "&DraftYear=2027");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Frame_OfAnotherAllotment_IsSavedAndChecked()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2027");

        var wrong = await client.SubmitAsync(await client.OpenAsync($"{draft.Path}/frame"), ("Input.Total", "八百"));
        var saved = await client.SubmitAsync(wrong.Form().Fill(("Input.Total", "８１０"), ("Input.Title", "令和9年度 案")));

        Assert.Equal("「八百」は配点として読めません。0以上1,000,000未満の数字を、小数第2位までで入力してください。", wrong.ErrorAt("Input.Total"));
        Assert.Equal("令和9年度 案", saved.Heading);
        Assert.Contains("2つの交付金の配点の合計は800点ですが、合計の配点は810点です。", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_IsOneAYear_AndCanBeThrownAway()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2027");

        var second = await client.SubmitAsync(await client.OpenAsync("/admin/point-tables/1"), "#begin", ("DraftYear", "2027"));
        var gone = await client.SubmitAsync(draft, "#discard");

        Assert.StartsWith("令和9年度（市町村分）には下書きがあります。", Assert.Single(second.Errors), StringComparison.Ordinal);
        Assert.Equal(("/admin/point-tables", "令和9年度 市町村分 下書きを破棄しました。"), (gone.Path, gone.Texts(".note--good p").Single()));
        await client.OpenAsync(draft.Path, HttpStatusCode.NotFound);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.PointTables.CountAsync()));
    }

    [Fact]
    public async Task File_BecomesADraftThatIsComparedBeforeAnythingElse()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var index = await client.OpenAsync("/admin/point-tables");
        var file = await client.TakeAsync("/admin/point-tables/1/xlsx");

        var compare = await client.SubmitAsync(index.Form().Attach("Upload", file.Name, file.Bytes));
        var list = await client.OpenAsync("/admin/point-tables");

        Assert.Equal("新旧対照", compare.Heading);
        Assert.Contains("違いはありません。", compare.Text, StringComparison.Ordinal);
        Assert.Equal(["下書き", "公開"], list.Rows("tbody tr").Select(row => row[3]));
    }

    [Theory]
    [InlineData("no table at all", "配点表.xlsx", "「配点表.xlsx」を読み込めませんでした。データは変わっていません。下の誤りを直して、もう一度選んでください。")]
    [InlineData(null, null, "配点表のファイル（xlsx）を選んでください。")]
    public async Task File_ThatIsNone_IsRefused(string? content, string? name, string expected)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var form = (await client.OpenAsync("/admin/point-tables")).Form();
        if (name is not null) form.Attach("Upload", name, System.Text.Encoding.UTF8.GetBytes(content!));

        var page = await client.SubmitAsync(form);

        Assert.Equal([expected], page.Errors);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.PointTables.CountAsync()));
    }

    [Fact]
    public async Task Request_ThatAPageDoesNotHandle_IsRefused()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var draft = await BeginAsync(client, "2027");
        var request = draft.Form("#discard").ToRequest();

        var answer = await client.PostAsync($"{draft.Path}/compare", await request.Content!.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static async Task<PortalPage> BeginAsync(PortalClient client, string year)
    {
        var page = await client.SubmitAsync(await client.OpenAsync("/admin/point-tables/1"), "#begin", ("DraftYear", year));
        Assert.Equal("下書きを作りました。", page.Texts(".note--good p")[0]);
        return page;
    }

    private static async Task<PortalPage> SaveCellsAsync(PortalClient client, PortalPage draft, params (string Name, string Value)[] fields)
    {
        var page = await client.SubmitAsync(await client.OpenAsync(IndicatorOf(draft, First)), "#indicator", fields);
        Assert.True(page.Path == draft.Path, string.Join('\n', page.Errors));
        return page;
    }

    private static string IndicatorOf(PortalPage draft, string key) => $"{draft.Path}/indicator?key={Uri.EscapeDataString(key)}";

    public sealed class TableHost : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.WithPointTable;
    }
}
