using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class PageHeadTests
{
    [Fact]
    public void WindowTitle_NamesPageYearAndService()
    {
        Assert.Equal("市町村順位表 令和8年度｜インセンティブ交付金ポータル", new PageHead("市町村順位表") { Year = new FiscalYear(2026) }.WindowTitle);
        Assert.Equal("サインイン｜インセンティブ交付金ポータル", new PageHead("サインイン").WindowTitle);
    }

    [Fact]
    public void BodyClass_HasWhatThePaperNeedsToKnow()
    {
        Assert.Equal("is-demo is-across", new PageHead("順位表") { IsPrintedAcross = true }.BodyClass(isDemo: true));
        Assert.Equal("is-report", new PageHead("報告書") { IsReport = true }.BodyClass(isDemo: false));
    }

    [Fact]
    public void Head_OfAPageThatSetsNone_SaysWhatIsMissing()
    {
        var viewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());

        Assert.Contains("ViewData.Head", Assert.Throws<InvalidOperationException>(() => viewData.Head).Message, StringComparison.Ordinal);
    }
}
