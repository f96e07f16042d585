using IncentiveGrant.Web.Pdf;

namespace IncentiveGrant.Web.Infrastructure.StartUp;

/// <summary>
/// Looks for settings that are not even of their kind (a word for a number, a provider that there is not), which the framework would answer
/// with an exception in English. Whether a value is in its range is asked later, by the options' own checks.
/// </summary>
public static class SettingsCheck
{
    /// <summary>What is wrong with the first setting that cannot be read; null when all can.</summary>
    public static string? FaultIn(IConfiguration configuration) =>
        FaultIn<DatabaseOptions>(configuration.GetSection(DatabaseOptions.Section))
        ?? FaultIn<StorageOptions>(configuration.GetSection(StorageOptions.Section))
        ?? FaultIn<DemoOptions>(configuration.GetSection(DemoOptions.Section))
        ?? FaultIn<PdfOptions>(configuration.GetSection(PdfOptions.Section));

    private static string? FaultIn<T>(IConfigurationSection section) => typeof(T).GetProperties()
        .Where(property => property.CanWrite && section[property.Name] is not null && !IsReadable(section, property.Name, property.PropertyType))
        .Select(property => $"{section.Path}:{property.Name} の値「{section[property.Name]}」は使えません。{Hint(property.PropertyType)}を指定してください。")
        .FirstOrDefault();

    private static bool IsReadable(IConfigurationSection section, string key, Type type)
    {
        try
        {
            var value = section.GetValue(type, key);
            return !type.IsEnum || (value is not null && Enum.IsDefined(type, value));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Hint(Type type) => type switch
    {
        { IsEnum: true } => string.Join(" または ", Enum.GetNames(type)) + " ",
        _ when type == typeof(bool) => "true または false ",
        _ when type == typeof(TimeSpan) => "00:01:00 のような時間",
        _ => "数",
    };
}
