using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class ResultSetMapping : IEntityTypeConfiguration<ResultSet>
{
    public void Configure(EntityTypeBuilder<ResultSet> set)
    {
        set.ToTable("result_set");
        set.Property(s => s.SourceName).HasMaxLength(ResultSet.SourceNameMaxLength);
        set.Property(s => s.SourceHash).HasMaxLength(ResultSet.SourceHashLength);
        set.HasIndex(s => new { s.FiscalYear, s.Audience, s.Kind, s.Id });
        set.HasOne<PortalYear>().WithMany().HasForeignKey(s => s.FiscalYear).OnDelete(DeleteBehavior.Restrict);
        set.HasOne<PointTable>().WithMany().HasForeignKey(s => s.PointTableId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CellPointMapping : IEntityTypeConfiguration<CellPoint>
{
    public void Configure(EntityTypeBuilder<CellPoint> cell)
    {
        cell.ToTable("cell_point");
        cell.HasKey(c => new { c.ResultSetId, c.JurisdictionId, c.SubItemId });
        cell.HasOne<ResultSet>().WithMany().HasForeignKey(c => c.ResultSetId).OnDelete(DeleteBehavior.Cascade);
        cell.HasOne<Jurisdiction>().WithMany().HasForeignKey(c => c.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        // No constraint on the sub-item: for each cell of a draft that is written anew it would search half a million rows. The set's table
        // cannot be deleted while the set is there, and a published table never changes.
    }
}

internal sealed class ResultFigureMapping : IEntityTypeConfiguration<ResultFigure>
{
    public void Configure(EntityTypeBuilder<ResultFigure> figure)
    {
        figure.ToTable("result_figure");
        figure.Property(f => f.Level).HasMaxLength(LevelKey.MaxLength);
        figure.Property(f => f.PrintedText).HasMaxLength(ResultFigure.TextMaxLength);
        // Published means have as many digits as a spreadsheet keeps; the print is kept, not a rounding of it.
        figure.Property(f => f.Value).HasColumnType("numeric");
        figure.HasIndex(f => new { f.ResultSetId, f.JurisdictionId, f.Kind, f.Level }).IsUnique();
        figure.HasOne<ResultSet>().WithMany().HasForeignKey(f => f.ResultSetId).OnDelete(DeleteBehavior.Cascade);
        figure.HasOne<Jurisdiction>().WithMany().HasForeignKey(f => f.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportFindingMapping : IEntityTypeConfiguration<ImportFinding>
{
    public void Configure(EntityTypeBuilder<ImportFinding> finding)
    {
        finding.ToTable("import_finding");
        finding.Property(f => f.Place).HasMaxLength(ImportFinding.PlaceMaxLength);
        finding.Property(f => f.Text).HasMaxLength(ImportFinding.TextMaxLength);
        finding.HasIndex(f => f.ResultSetId);
        finding.HasOne<ResultSet>().WithMany().HasForeignKey(f => f.ResultSetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BoardVersionMapping : IEntityTypeConfiguration<BoardVersion>
{
    public void Configure(EntityTypeBuilder<BoardVersion> version)
    {
        version.ToTable("board_version");
        version.HasKey(v => new { v.FiscalYear, v.Audience, v.Kind });
        version.HasOne<PortalYear>().WithMany().HasForeignKey(v => v.FiscalYear).OnDelete(DeleteBehavior.Restrict);
    }
}
