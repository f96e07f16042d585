using IncentiveGrant.Domain.Imports;

namespace IncentiveGrant.Domain.Tests.Imports;

public class ImportMessagesTests
{
    [Fact]
    public void ToList_OfMoreThanTheLimit_KeepsTheFirstAndCountsTheRest()
    {
        var messages = new ImportMessages(limit: 2);
        for (var i = 1; i <= 1500; i++) messages.Error(new ImportPlace("表", i), "空です。");
        messages.Warning(null, "注意です。");

        var list = messages.ToList();

        Assert.Equal(
        [
            "シート「表」1行目：空です。",
            "シート「表」2行目：空です。",
            "注意です。",
            "ほかに1,498件の誤りがあります。上の誤りを直してから、もう一度読み込んでください。",
        ], list.Select(m => m.ToString()));
        Assert.Equal(1500, messages.CountOf(ImportSeverity.Error));
    }

    [Fact]
    public void With_AnError_HasNoContent()
    {
        var messages = new ImportMessages();
        messages.Warning(null, "注意です。");
        Assert.Equal("内容", messages.With("内容").Content);

        messages.Error(null, "誤りです。");

        Assert.Null(messages.With("内容").Content);
    }
}
