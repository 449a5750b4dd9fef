import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file of a proposal; its bytes are in the file store under the hash. */
@Entity('proposal_attachment')
export class ProposalAttachmentEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('text') sha256!: string;
  @Column('text') fileName!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
}
