using System.Text.Json;

namespace IncentiveGrant.Web.Tests.Api;

/// <summary>The check fails where it should.</summary>
public sealed class SchemaCheckTests
{
    private const string Document = """
        { "components": { "schemas": {
          "Town": { "type": "object", "required": ["name", "rank", "points"], "properties": {
            "name": { "type": "string" }, "rank": { "oneOf": [{ "type": "null" }, { "type": "integer" }] }, "points": { "type": ["null", "number"] },
            "levels": { "type": "object", "additionalProperties": { "type": "number" } } } } } } }
        """;

    [Theory]
    [InlineData("""[{ "name": "かわべ町", "rank": 1, "points": 2.5, "levels": { "合計": 3 } }]""", "")]
    [InlineData("""[{ "name": "かわべ町", "rank": null, "points": null }]""", "")]
    [InlineData("""{ "name": "かわべ町" }""", "$ is object instead of array")]
    [InlineData("""[{ "name": "かわべ町", "rank": 1 }]""", "$[0].points is missing")]
    [InlineData("""[{ "name": null, "rank": 1, "points": 2 }]""", "$[0].name is null instead of string")]
    [InlineData("""[{ "name": "かわべ町", "rank": 1.5, "points": 2 }]""", "$[0].rank is none of its kinds")]
    [InlineData("""[{ "name": "かわべ町", "rank": 1, "points": "2" }]""", "$[0].points is string instead of null|number|integer")]
    [InlineData("""[{ "name": "かわべ町", "rank": 1, "points": 2, "kana": "かわべ" }]""", "$[0].kana is not in the schema")]
    [InlineData("""[{ "name": "かわべ町", "rank": 1, "points": 2, "levels": { "合計": true } }]""", "$[0].levels.合計 is boolean instead of number|integer")]
    public void FaultsOf_NamesWhatIsWrong(string answer, string fault)
    {
        var schema = JsonDocument.Parse("""{ "type": "array", "items": { "$ref": "#/components/schemas/Town" } }""").RootElement;

        var faults = new SchemaCheck(JsonDocument.Parse(Document).RootElement).FaultsOf(JsonDocument.Parse(answer).RootElement, schema);

        Assert.Equal(fault, string.Join("; ", faults));
    }
}
