using IncentiveGrant.Domain.Analysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class DifferenceAcknowledgementMapping : IEntityTypeConfiguration<DifferenceAcknowledgement>
{
    public void Configure(EntityTypeBuilder<DifferenceAcknowledgement> acknowledgement)
    {
        acknowledgement.ToTable("difference_acknowledgement");
        acknowledgement.HasKey(a => a.Subject);
        acknowledgement.Property(a => a.Subject).HasMaxLength(ReconciledFigure.SubjectLength);
        acknowledgement.Property(a => a.Description).HasMaxLength(DifferenceAcknowledgement.DescriptionMaxLength);
        acknowledgement.Property(a => a.Values).HasMaxLength(DifferenceAcknowledgement.ValuesMaxLength);
        acknowledgement.Property(a => a.Note).HasMaxLength(DifferenceAcknowledgement.NoteMaxLength);
        acknowledgement.Property(a => a.Actor).HasMaxLength(DifferenceAcknowledgement.ActorMaxLength);
        acknowledgement.Property(a => a.Stamp).HasMaxLength(DifferenceAcknowledgement.StampLength);
    }
}
