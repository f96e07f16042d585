using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Tests.Text;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("\0", "")]
    [InlineData("大\0河原町", "大河原町")]
    [InlineData("大河原\u202E町\u2069", "大河原町")]
    [InlineData("\uFEFF大河原町\u0007", "大河原町")]
    [InlineData("大河原町\U000E0041", "大河原町")]
    [InlineData("大河原\r\n町", "大河原 町")]
    [InlineData("カ\0\u3099", "ガ")]
    [InlineData("葛\U000E0100城市", "葛\U000E0100城市")]
    [InlineData("👩\u200D⚕", "👩\u200D⚕")]
    public void Of_TextWithWhatIsNotSeen_IsWithoutIt(string text, string expected) => Assert.Equal(expected, NormalizedText.Of(text));
}
