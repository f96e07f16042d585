using IncentiveGrant.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publication");
        publication.Property(p => p.Document).HasMaxLength(Publication.DocumentMaxLength);
        publication.Property(p => p.SourceName).HasMaxLength(Publication.SourceNameMaxLength);
        publication.Property(p => p.SourceHash).HasMaxLength(Publication.SourceHashLength);
        publication.HasIndex(p => new { p.Document, p.Id });
        publication.HasMany(p => p.Figures).WithOne().HasForeignKey("PublicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> figure)
    {
        figure.ToTable("published_figure");
        figure.Property(f => f.Pool).HasMaxLength(PublishedFigure.PoolMaxLength);
        figure.Property(f => f.Indicator).HasMaxLength(PublishedFigure.IndicatorMaxLength);
        figure.Property(f => f.Level).HasMaxLength(PublishedFigure.LevelMaxLength);
        figure.Property(f => f.Text).HasMaxLength(PublishedFigure.TextMaxLength);
        figure.Property(f => f.Value).HasPrecision(14, PublishedFigure.Decimals);
        figure.Property(f => f.Printed).HasMaxLength(PublishedFigure.PrintedMaxLength);
        figure.Property(f => f.PartOf).HasMaxLength(PublishedFigure.LevelMaxLength);
        figure.Property(f => f.Breakdown).HasMaxLength(PublishedFigure.BreakdownMaxLength);
        figure.Property(f => f.Note).HasMaxLength(PublishedFigure.NoteMaxLength);
        figure.Ignore(f => f.Key);
        figure.Ignore(f => f.LevelName);
        figure.HasIndex("PublicationId", "FiscalYear", "Audience", "Pool", "Indicator", "Level", "Kind")
            .IsUnique().HasDatabaseName("ix_published_figure_place");
    }
}
