using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IncentiveGrant.Data;

/// <summary>Lets <c>dotnet ef</c> make migrations for PostgreSQL without a server (CONTRIBUTING.md).</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=localhost").Options);
}

/// <summary>Lets <c>dotnet ef</c> make migrations for SQLite (CONTRIBUTING.md).</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options);
}

#if EF_DESIGN
/// <summary>dotnet ef starts the project that it works on.</summary>
internal static class Program
{
    public static void Main()
    {
    }
}
#endif
