using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Tests.Jurisdictions;

public class JurisdictionTests
{
    [Theory]
    [InlineData("040002", 4)] // 宮城県
    [InlineData("043214", 4)] // 大河原町
    [InlineData("０１０００６", 1)] // 北海道, full width
    public void TryParse_WithARightCheckDigit_Accepts(string text, int prefecture)
    {
        Assert.True(JurisdictionCode.TryParse(text, out var code, out _));

        Assert.Equal(prefecture, code.PrefectureNumber);
    }

    [Theory]
    [InlineData("043215", CodeFault.WrongCheckDigit)]
    [InlineData("10006", CodeFault.NotSixDigits)]
    [InlineData("04321a", CodeFault.NotSixDigits)]
    [InlineData("", CodeFault.NotSixDigits)]
    [InlineData("480002", CodeFault.UnknownPrefecture)]
    public void TryParse_WithAnythingElse_SaysWhy(string text, CodeFault expected)
    {
        Assert.False(JurisdictionCode.TryParse(text, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Prefectures_AreThe47WithRightCodes()
    {
        Assert.Equal(47, PrefectureName.All.Count);
        Assert.All(PrefectureName.All, p => Assert.Equal(p.Number, JurisdictionCode.Parse(p.Code).PrefectureNumber));
        Assert.Equal(Enumerable.Range(1, 47), PrefectureName.All.Select(p => p.Number));
    }

    [Theory]
    [InlineData("宮城県", 4)]
    [InlineData("宮城", 4)]
    [InlineData("　東京都 ", 13)]
    [InlineData("北海道", 1)]
    [InlineData("京都", 26)]
    public void FromName_MeetsFullAndShortNames(string name, int number) => Assert.Equal(number, PrefectureName.FromName(name)?.Number);

    [Fact]
    public void FromName_WithAnotherName_IsNone() => Assert.Null(PrefectureName.FromName("全国"));

    [Theory]
    [InlineData(1, "北海道", "区分1")]
    [InlineData(5, "秋田県", "区分5")]
    [InlineData(6, "山形県", null)]
    [InlineData(47, "沖縄県", null)]
    [InlineData(0, null, null)]
    [InlineData(48, null, null)]
    [InlineData(null, null, null)]
    public void TryOf_MeetsTheNumbersThatThereAre(int? number, string? prefecture, string? band)
    {
        Assert.Equal(prefecture, PrefectureName.TryOf(number)?.Name);
        Assert.Equal(band, InsuredBands.TryOf(number)?.Name());
    }

    [Theory]
    [InlineData(0, InsuredBand.Under3000)]
    [InlineData(2_999, InsuredBand.Under3000)]
    [InlineData(3_000, InsuredBand.Under10000)]
    [InlineData(9_999, InsuredBand.Under10000)]
    [InlineData(10_000, InsuredBand.Under50000)]
    [InlineData(50_000, InsuredBand.Under100000)]
    [InlineData(100_000, InsuredBand.From100000)]
    public void Band_FollowsFromTheInsured(int insured, InsuredBand expected) => Assert.Equal(expected, InsuredBands.Of(insured)); // docs/domain.md, Words

    [Theory]
    [InlineData("みやぎ", "宮城県 みやぎけん")]
    [InlineData("ミヤギ", "宮城県 みやぎけん")]
    [InlineData("ﾐﾔｷﾞ", "宮城県 みやぎけん")]
    [InlineData("宮城", "宮城県 みやぎけん")]
    public void SearchKey_IsMetInAnyKana(string typed, string key)
    {
        var prefecture = new Prefecture { PrefectureNumber = 4 };

        prefecture.Rename("宮城県", "ミヤギケン");

        Assert.Equal(key, prefecture.SearchKey);
        Assert.Contains(NormalizedText.Search(typed), prefecture.SearchKey, StringComparison.Ordinal);
    }

    [Fact]
    public void AssignCode_OfAnotherPrefecture_Throws() =>
        Assert.Throws<ArgumentException>(() => new Municipality { PrefectureNumber = 5 }.AssignCode(JurisdictionCode.Parse("043214")));

    [Theory]
    [InlineData("１，２３４", 1234)]
    [InlineData("▲16", -16)]
    [InlineData(" 3.5 ", 3.5)]
    [InlineData("-0.25", -0.25)]
    public void TypedNumber_ReadsWhatPeopleType(string text, double expected) => Assert.Equal((decimal)expected, TypedNumber.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("4点")]
    [InlineData("1e5")]
    public void TypedNumber_WithAnythingElse_IsNone(string text) => Assert.Null(TypedNumber.Parse(text));
}
