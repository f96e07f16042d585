using System.ComponentModel.DataAnnotations;
using System.Net;
using IncentiveGrant.Data;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>Which database.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite (the embedded default) or PostgreSql.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
}

/// <summary>Where files are.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder of the embedded database and of the log.</summary>
    [Required(ErrorMessage = "Storage:Path にデータを置くフォルダーを指定してください。")]
    public string Path { get; init; } = "data";

    /// <summary>The portal reports itself not ready with less free space than this.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Storage:MinFreeMegabytes には 0 から 1000000 までの数（MB）を指定してください。")]
    public int MinFreeMegabytes { get; init; } = 200;

    /// <summary>The connection string of the embedded database.</summary>
    public string SqliteConnection => $"Data Source={System.IO.Path.Combine(Path, "portal.db")}";
}

/// <summary>The demonstration.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Loads fictional data into an empty database, names the demonstration accounts on the sign-in page, and listens on loopback only.</summary>
    public bool Enabled { get; init; }
}

/// <summary>
/// The reverse proxies in front of the portal. Without any, forwarded headers are ignored: anybody can write them.
/// </summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>Addresses of proxies: 192.0.2.10.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Networks of proxies: 192.0.2.0/24.</summary>
    public IReadOnlyList<string> KnownNetworks { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. KnownProxies.Where(text => !IPAddress.TryParse(text, out _))
            .Select(text => new ValidationResult($"Proxy:KnownProxies の「{text}」はIPアドレスではありません。例：192.0.2.10", [nameof(KnownProxies)])),
        .. KnownNetworks.Where(text => !IPNetwork.TryParse(text, out _))
            .Select(text => new ValidationResult($"Proxy:KnownNetworks の「{text}」はネットワークではありません。例：192.0.2.0/24", [nameof(KnownNetworks)])),
    ];
}
