using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncentiveGrant.Data.Conventions;

/// <summary>A fiscal year is its number.</summary>
public sealed class FiscalYearConverter() : ValueConverter<FiscalYear, int>(year => year.Value, value => new FiscalYear(value));

/// <summary>A code is its six digits.</summary>
public sealed class JurisdictionCodeConverter() : ValueConverter<JurisdictionCode, string>(code => code.Value, text => JurisdictionCode.Parse(text));

/// <summary>An instant is its UTC ticks, where the database cannot order the text form.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>A scoring rule is one JSON object.</summary>
public sealed class ScoringRuleConverter() : ValueConverter<ScoringRule, string>(rule => Write(rule), text => Read(text))
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        AllowOutOfOrderMetadataProperties = true, // a jsonb column orders the properties in its own way
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>A rule as it is stored: two rules are the same when these texts are.</summary>
    public static string Write(ScoringRule rule) => JsonSerializer.Serialize(rule, Json);

    private static ScoringRule Read(string text) =>
        JsonSerializer.Deserialize<ScoringRule>(text, Json) ?? throw new InvalidDataException("A rule column holds no rule.");

    /// <summary>The names by which stored rules tell the kinds of measures and tests. They are never changed.</summary>
    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Measure))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "type",
                DerivedTypes =
                {
                    new(typeof(EnteredValue), "entered"), new(typeof(OwnTotal), "own-total"), new(typeof(MunicipalAggregate), "municipal-aggregate"),
                    new(typeof(MunicipalOutliers), "municipal-outliers"),
                },
            };
        }
        else if (type.Type == typeof(PointsTest))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "type",
                DerivedTypes =
                {
                    new(typeof(TickTest), "tick"), new(typeof(AllOfTest), "all-of"), new(typeof(AnyOfTest), "any-of"), new(typeof(CountTest), "count"),
                    new(typeof(ThresholdTest), "threshold"), new(typeof(TierTest), "tiers"),
                },
            };
        }
    }
}
