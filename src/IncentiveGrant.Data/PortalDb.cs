using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.Conventions;
using IncentiveGrant.Data.Security;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IncentiveGrant.Data;

/// <summary>
/// The portal's database. One model for both providers; <see cref="PostgresPortalDb"/> and <see cref="SqlitePortalDb"/> add what differs.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Account, int>(options)
{
    /// <summary>Years that the portal holds something of.</summary>
    public DbSet<PortalYear> Years => Set<PortalYear>();

    /// <summary>All jurisdictions.</summary>
    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();

    /// <summary>Municipalities.</summary>
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    /// <summary>広域連合.</summary>
    public DbSet<WideAreaUnion> WideAreaUnions => Set<WideAreaUnion>();

    /// <summary>Figures of municipalities by year.</summary>
    public DbSet<MunicipalityProfile> MunicipalityProfiles => Set<MunicipalityProfile>();

    /// <summary>Editions of point tables.</summary>
    public DbSet<PointTable> PointTables => Set<PointTable>();

    /// <summary>Loadings of results.</summary>
    public DbSet<ResultSet> ResultSets => Set<ResultSet>();

    /// <summary>Points of cells.</summary>
    public DbSet<CellPoint> CellPoints => Set<CellPoint>();

    /// <summary>Figures of results files as printed.</summary>
    public DbSet<ResultFigure> ResultFigures => Set<ResultFigure>();

    /// <summary>What loadings found.</summary>
    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();

    /// <summary>Documents whose figures were loaded.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Figures as documents print them.</summary>
    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();

    /// <summary>What administrators say of differences.</summary>
    public DbSet<DifferenceAcknowledgement> DifferenceAcknowledgements => Set<DifferenceAcknowledgement>();

    /// <summary>Versions of score boards.</summary>
    public DbSet<BoardVersion> BoardVersions => Set<BoardVersion>();

    /// <summary>The audit.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Ends of audit streams.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Sessions whose owners signed out.</summary>
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    /// <summary>Keys that protect cookies and tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<FiscalYear>().HaveConversion<FiscalYearConverter>();
        configurationBuilder.Properties<JurisdictionCode>().HaveConversion<JurisdictionCodeConverter>().HaveMaxLength(JurisdictionCode.Length);
        configurationBuilder.Properties<ScoringRule>().HaveConversion<ScoringRuleConverter>();
        // Indexes are named where they are wanted: one for every foreign key would double the time of loading half a million cells.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }
}

/// <summary>The portal's database on PostgreSQL.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Indicator>().Property(i => i.Rule).HasColumnType("jsonb");
        // The 47 prefectures have their numbers as ids; what is added later must not meet them.
        builder.Entity<Jurisdiction>().Property(j => j.Id).HasIdentityOptions(startValue: 1001);
    }
}

/// <summary>The portal's database on SQLite: a trial, one office, the tool handed to a municipality.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // The text form of an instant does not sort; ticks do.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
