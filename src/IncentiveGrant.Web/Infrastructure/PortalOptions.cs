using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>Which database.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite (the embedded default) or PostgreSql.</summary>
    [EnumDataType(typeof(DatabaseProvider), ErrorMessage = "Database:Provider は Sqlite または PostgreSql を指定してください。")]
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
}

/// <summary>Where files are.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder of the embedded database and of the log.</summary>
    [Required(ErrorMessage = "Storage:Path にデータを置くフォルダーを指定してください。")]
    public string Path { get; init; } = "data";

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
