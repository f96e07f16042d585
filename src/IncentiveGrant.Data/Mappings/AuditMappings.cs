using IncentiveGrant.Data.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entry");
        entry.Property(e => e.Stream).HasMaxLength(AuditEntry.StreamMaxLength);
        entry.Property(e => e.Actor).HasMaxLength(AuditEntry.ActorMaxLength);
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionMaxLength);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectMaxLength);
        entry.Property(e => e.PreviousHash).HasMaxLength(AuditEntry.HashLength);
        entry.Property(e => e.Hash).HasMaxLength(AuditEntry.HashLength);
        entry.HasIndex(e => new { e.Stream, e.Sequence }).IsUnique();
        entry.HasIndex(e => e.At);
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_head");
        head.HasKey(h => h.Stream);
        head.Property(h => h.Stream).HasMaxLength(AuditEntry.StreamMaxLength);
        head.Property(h => h.Hash).HasMaxLength(AuditEntry.HashLength);
    }
}
