using System.Net;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Reconciliation;

/// <summary>差異の確認: a note on a difference, by one administrator and by two. Each test has a difference of its own.</summary>
public sealed class DifferenceTests(ReconciliationHost host) : IClassFixture<ReconciliationHost>
{
    private const string MeansOfR2 = "全国 Ⅱ計 平均点（Ⅱ(1)からⅡ(9)までの合計）";
    private const string TotalOfR2 = "全国 合計 平均点（うち推進交付金からうち支援交付金までの合計）";

    [Fact]
    public async Task Post_WithANote_FoldsTheDifferenceAwayAndKeepsItInSight()
    {
        var (client, page) = await OpenAsync(2020, MeansOfR2);

        var after = await client.SubmitAsync(page, "#acknowledge", ("Input.Note", "資料の誤り。県に照会済み。"));

        Assert.Equal("/admin/reconciliation?Year=2020", after.Path);
        Assert.DoesNotContain(after.Table("差異の表"), r => r["公表値"] == "1386");
        var kept = after.Table("確認済みの差異の表").Single(r => r["公表値"] == "1386");
        Assert.StartsWith("資料の誤り。県に照会済み。 kanri", kept["考えられる理由・確認のメモ"], StringComparison.Ordinal);
        var entry = await host.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Stream == "reconciliation" && e.NewValue!.Contains("資料の誤り")));
        Assert.Equal(("kanri", "差異の確認", null, "1386／1380：資料の誤り。県に照会済み。"), (entry.Actor, entry.Action, entry.OldValue, entry.NewValue));
        Assert.Empty(await host.InDatabaseAsync(db => AuditTrail.VerifyAsync(db, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Post_WithoutANote_AsksForOne()
    {
        var (client, page) = await OpenAsync(2021, TotalOfR2);

        var after = await client.SubmitAsync(page, "#acknowledge", ("Input.Note", "　"));

        Assert.Equal("メモを入力してください。", after.ErrorAt("Input.Note"));
    }

    [Fact]
    public async Task Post_AfterSomebodyElse_ShowsBothAndSavesNothingUnlessAskedAgain()
    {
        var (client, page) = await OpenAsync(2020, TotalOfR2);
        var (other, same) = await OpenAsync(2020, TotalOfR2);
        await other.SubmitAsync(same, "#acknowledge", ("Input.Note", "先のメモ"));

        var conflict = await client.SubmitAsync(page, "#acknowledge", ("Input.Note", "後のメモ"));

        Assert.Contains("保存していません。", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(("先のメモ", "後のメモ"), (conflict.Fact("メモ"), conflict.Find("#Input_Note").TextContent.Trim()));
        Assert.Equal("先のメモ", await NoteAsync("2013.1"));
        await client.SubmitAsync(conflict, "#acknowledge");
        Assert.Equal("後のメモ", await NoteAsync("2013.1"));
    }

    [Fact]
    public async Task PostWithdraw_MakesItADifferenceAgain()
    {
        var (client, page) = await OpenAsync(2021, MeansOfR2);
        await client.SubmitAsync(page, "#acknowledge", ("Input.Note", "見間違い"));

        var after = await client.SubmitAsync(await client.OpenAsync(page.Path), "#withdraw");

        Assert.Contains("確認を取り消しました。", after.Texts(".note--good p").Single(), StringComparison.Ordinal);
        Assert.Contains(after.Table("差異の表"), r => r["公表値"] == "1426.9");
        Assert.Equal(1, await host.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == "差異の確認の取消")));
    }

    [Fact]
    public async Task Acknowledgement_OfOtherValues_DoesNotHoldAnyMore()
    {
        var (client, page) = await OpenAsync(2026, "全国 合計 平均点（取り込んだ結果）");
        await client.SubmitAsync(page, "#acknowledge", ("Input.Note", "写し間違い"));

        await host.LoadReportAsync("2");

        var row = (await client.OpenAsync("/admin/reconciliation?year=2026")).Table("差異の表").Single(r => r["公表値"] == "2");
        Assert.Contains("確認したあとで値が変わりました", row["考えられる理由・確認のメモ"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfNoDifference_IsNotFound() =>
        await (await host.SignInAsAsync(PortalRole.Administrator)).OpenAsync($"/admin/reconciliation/2020/{new string('0', 32)}", HttpStatusCode.NotFound);

    private async Task<(PortalClient Client, PortalPage Page)> OpenAsync(int year, string link)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        return (client, await client.FollowAsync(await client.OpenAsync($"/admin/reconciliation?year={year}"), link));
    }

    private Task<string> NoteAsync(string recomputed) => host.InDatabaseAsync(
        db => db.DifferenceAcknowledgements.Where(a => a.Values.EndsWith(recomputed)).Select(a => a.Note).SingleAsync());
}
