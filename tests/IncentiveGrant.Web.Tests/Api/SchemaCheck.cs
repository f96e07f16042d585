using System.Text.Json;

namespace IncentiveGrant.Web.Tests.Api;

/// <summary>
/// Holds an answer against a schema of an OpenAPI document, as strictly as a generated client is: no property that the schema does not name,
/// none missing, each value of a type that is named.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    private const string Component = "#/components/schemas/";

    /// <summary>What is wrong with the answer; nothing, when it is of the schema.</summary>
    public IEnumerable<string> FaultsOf(JsonElement value, JsonElement schema, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference)) return FaultsOf(value, Resolve(reference.GetString()!), place);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Any(choice => !FaultsOf(value, choice, place).Any()) ? [] : [$"{place} is none of its kinds"];
        if (!TypesOf(schema).Contains(TypeOf(value))) return [$"{place} is {TypeOf(value)} instead of {string.Join('|', TypesOf(schema))}"];
        return value.ValueKind switch
        {
            JsonValueKind.Array =>
                value.EnumerateArray().Index().SelectMany(item => FaultsOf(item.Item, schema.GetProperty("items"), $"{place}[{item.Index}]")),
            JsonValueKind.Object => FaultsOfObject(value, schema, place),
            _ => [],
        };
    }

    private IEnumerable<string> FaultsOfObject(JsonElement value, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("additionalProperties", out var each))
            return value.EnumerateObject().SelectMany(p => FaultsOf(p.Value, each, $"{place}.{p.Name}"));
        var known = schema.GetProperty("properties");
        return
        [
            .. value.EnumerateObject().SelectMany(p =>
                known.TryGetProperty(p.Name, out var of) ? FaultsOf(p.Value, of, $"{place}.{p.Name}") : [$"{place}.{p.Name} is not in the schema"]),
            .. schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{place}.{name} is missing"),
        ];
    }

    private JsonElement Resolve(string reference) => document.GetProperty("components").GetProperty("schemas").GetProperty(reference[Component.Length..]);

    private static IEnumerable<string> TypesOf(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];
        return types.SelectMany(t => t == "number" ? (string[])["number", "integer"] : [t]);
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
