using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Infrastructure.TagHelpers;

namespace IncentiveGrant.Web.Tests.Infrastructure.TagHelpers;

public class FigureTagHelperTests
{
    [Theory]
    [InlineData(16.7, "+16.7", "プラス16.7", false)]
    [InlineData(-2, "▲2", "マイナス2", true)]
    [InlineData(0, "±0", "増減なし", false)]
    public void Delta_HasASignForTheEyeAndAWordForTheEar(double value, string sign, string word, bool isDown)
    {
        var delta = new DeltaTagHelper { Value = (decimal)value }.Render().QuerySelector(".delta")!;

        Assert.Equal(sign, delta.QuerySelector("[aria-hidden]")!.TextContent);
        Assert.Equal(word, delta.QuerySelector(".sr")!.TextContent);
        Assert.Equal(isDown, delta.ClassList.Contains("down"));
    }

    [Fact]
    public void Delta_WithoutAValue_SaysWhy()
    {
        var unknown = new DeltaTagHelper { Value = null, Reason = "前年度の結果がありません" }.Render().QuerySelector(".unknown")!;

        Assert.Equal("—", unknown.QuerySelector("[aria-hidden]")!.TextContent);
        Assert.Equal("不明（前年度の結果がありません）", unknown.QuerySelector(".sr")!.TextContent);
    }

    [Theory]
    [InlineData(8, 22, "上昇14", "up", "#up")]
    [InlineData(358, 301, "下降57", "down", "#dn")]
    public void RankChange_IsAnArrowWithAHiddenWord(int now, int previous, string text, string css, string symbol)
    {
        var helper = new RankChangeTagHelper { Now = now, Previous = previous, ViewContext = Markup.Page() };

        var change = helper.Render().QuerySelector(".delta")!;

        Assert.Equal(text, change.TextContent);
        Assert.Contains(css, change.ClassList);
        Assert.EndsWith(symbol, change.QuerySelector("use")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void RankChange_WithoutChangeOrRank_SaysSo()
    {
        Assert.Equal("変動なし±0", new RankChangeTagHelper { Now = 5, Previous = 5, ViewContext = Markup.Page() }.Render().TextContent);
        Assert.Equal("—不明（比べる順位がありません）", new RankChangeTagHelper { Now = 5, ViewContext = Markup.Page() }.Render().TextContent);
    }

    [Fact]
    public void Standing_ShowsThePoolSmall()
    {
        var standing = new StandingTagHelper { Value = new Standing(5, 1741) }.Render();

        Assert.Equal("5／1,741", standing.TextContent);
        Assert.Equal("／1,741", standing.QuerySelector(".sub")!.TextContent);
        Assert.StartsWith("—", new StandingTagHelper().Render().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Icon_PointsAtItsSymbolUnderThePathOfTheDeployment()
    {
        var page = Markup.Page();
        page.HttpContext.Request.PathBase = "/portal";

        var icon = new IconTagHelper { Name = Icon.StOk, ViewContext = page }.Render().QuerySelector("svg")!;

        Assert.Equal("true", icon.GetAttribute("aria-hidden"));
        Assert.Equal("/portal/images/icons.svg#st-ok", icon.QuerySelector("use")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(NoteKind.Bad, "alert")]
    [InlineData(NoteKind.Good, "status")]
    public void Note_ThatAnswersTheUser_IsReadOut(NoteKind kind, string role)
    {
        var helper = new NoteTagHelper { Kind = kind, IsAnswer = true, ViewContext = Markup.Page() };

        var note = helper.Render("note", "<p>保存しました</p>").FirstElementChild!;

        Assert.Equal(role, note.GetAttribute("role"));
        Assert.Equal("保存しました", note.QuerySelector("div p")!.TextContent);
    }
}
