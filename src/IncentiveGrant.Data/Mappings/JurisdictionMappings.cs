using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class JurisdictionMapping : IEntityTypeConfiguration<Jurisdiction>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> jurisdiction)
    {
        jurisdiction.ToTable("jurisdiction", table => table.HasCheckConstraint("ck_jurisdiction_prefecture_number", "prefecture_number BETWEEN 1 AND 47"));
        jurisdiction.HasDiscriminator<string>("kind")
            .HasValue<Prefecture>("prefecture")
            .HasValue<Municipality>("municipality")
            .HasValue<WideAreaUnion>("union");
        jurisdiction.Property<string>("kind").HasMaxLength(12);
        jurisdiction.Property(j => j.Name).HasMaxLength(Jurisdiction.NameMaxLength);
        jurisdiction.Property(j => j.NormalizedName).HasMaxLength(Jurisdiction.NameMaxLength);
        jurisdiction.Property(j => j.Kana).HasMaxLength(Jurisdiction.KanaMaxLength);
        jurisdiction.Property(j => j.SearchKey).HasMaxLength(Jurisdiction.NameMaxLength + Jurisdiction.KanaMaxLength + 1);
        jurisdiction.HasIndex(j => j.Code).IsUnique();
        // Names repeat across prefectures and never inside one: this is what a results workbook is joined by.
        jurisdiction.HasIndex("PrefectureNumber", "kind", "NormalizedName").IsUnique();
    }
}

internal sealed class PrefectureMapping : IEntityTypeConfiguration<Prefecture>
{
    public void Configure(EntityTypeBuilder<Prefecture> prefecture) =>
        prefecture.HasData(PrefectureName.All.Select(p => new
        {
            Id = p.Number,
            PrefectureNumber = p.Number,
            Code = (JurisdictionCode?)JurisdictionCode.Parse(p.Code),
            p.Name,
            NormalizedName = NormalizedText.Name(p.Name),
            p.Kana,
            SearchKey = Jurisdiction.SearchKeyOf(p.Name, p.Kana),
        }));
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        municipality.Property(m => m.InsurerNumber).HasColumnName("insurer_number").HasMaxLength(Jurisdiction.InsurerNumberLength);
        municipality.HasIndex(m => m.UnionId);
        municipality.HasOne(m => m.Union).WithMany(u => u.Members).HasForeignKey(m => m.UnionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WideAreaUnionMapping : IEntityTypeConfiguration<WideAreaUnion>
{
    public void Configure(EntityTypeBuilder<WideAreaUnion> union) =>
        union.Property(u => u.InsurerNumber).HasColumnName("insurer_number").HasMaxLength(Jurisdiction.InsurerNumberLength);
}

internal sealed class MunicipalityProfileMapping : IEntityTypeConfiguration<MunicipalityProfile>
{
    public void Configure(EntityTypeBuilder<MunicipalityProfile> profile)
    {
        profile.ToTable("municipality_profile", table =>
            table.HasCheckConstraint("ck_municipality_profile_counts", "population >= 0 AND insured_count >= 0 AND band BETWEEN 1 AND 5"));
        profile.HasKey(p => new { p.MunicipalityId, p.FiscalYear });
        profile.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PortalYearMapping : IEntityTypeConfiguration<PortalYear>
{
    public void Configure(EntityTypeBuilder<PortalYear> year)
    {
        year.ToTable("fiscal_year");
        year.HasKey(y => y.FiscalYear);
        year.Property(y => y.FiscalYear).ValueGeneratedNever();
    }
}
