using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Tests.PointTables;

public class LevelKeyTests
{
    [Theory]
    [InlineData("合計")]
    [InlineData("推進")]
    [InlineData("体制")]
    [InlineData("支援/Ⅱ")]
    [InlineData("推進/Ⅰ/体制")]
    [InlineData("推進/Ⅰ/活動/3")]
    [InlineData("推進/Ⅰ/体制/3/ア①")]
    public void TryParse_WithAKey_WritesItBack(string text)
    {
        Assert.True(LevelKey.TryParse(text, out var key));

        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData("推進/Ⅰ/体制/3/ア①", "推進/I/体制/3/ア1")]
    [InlineData("推進/Ⅰ/体制/3/ア①", "推進／Ⅰ／体制／３／ｱ①")]
    [InlineData("推進/Ⅳ/成果/1/イ④", " 推進 /Ⅳ/成果/1/イ④ ")]
    public void TryParse_WithAnotherWidth_IsTheSameKey(string one, string other)
    {
        Assert.Equal(LevelKey.Parse(one), LevelKey.Parse(other));
        Assert.Equal(LevelKey.Parse(one).GetHashCode(), LevelKey.Parse(other).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("総合")]
    [InlineData("推進/Ⅴ")]
    [InlineData("推進/Ⅰ/その他")]
    [InlineData("推進/Ⅰ/体制/0")]
    [InlineData("推進/Ⅰ/体制/x")]
    [InlineData("推進/Ⅰ/体制/3/")]
    [InlineData("推進/Ⅰ/体制/3/ア/①")]
    [InlineData("体制/1")]
    public void TryParse_WithAnythingElse_Refuses(string? text) => Assert.False(LevelKey.TryParse(text, out _));

    [Fact]
    public void Parent_LeadsToTheTotal()
    {
        var keys = new List<string>();

        for (var key = LevelKey.Parse("支援/Ⅲ/活動/2/イ①"); key is not null; key = key.Parent) keys.Add(key.ToString());

        Assert.Equal(["支援/Ⅲ/活動/2/イ①", "支援/Ⅲ/活動/2", "支援/Ⅲ/活動", "支援/Ⅲ", "支援", "合計"], keys);
    }

    [Theory]
    [InlineData("合計", "支援/Ⅲ/活動/2", true)]
    [InlineData("支援", "支援/Ⅲ/活動/2", true)]
    [InlineData("推進", "支援/Ⅲ/活動/2", false)]
    [InlineData("活動", "支援/Ⅲ/活動/2", true)]
    [InlineData("体制", "支援/Ⅲ/活動/2", false)]
    [InlineData("支援/Ⅲ/活動/2", "支援/Ⅲ/活動", false)]
    public void Contains_HoldsForWhatLiesInside(string level, string inside, bool expected) =>
        Assert.Equal(expected, LevelKey.Parse(level).Contains(LevelKey.Parse(inside)));
}
