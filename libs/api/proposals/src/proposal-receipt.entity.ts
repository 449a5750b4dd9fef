import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The receipt of one submission; never changed. */
@Entity('proposal_receipt')
export class ProposalReceiptEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('text') number!: string;
  @Column('int') proposalVersion!: number;
  @Column('text') manifest!: string;
  @Column('text') manifestSha256!: string;
  @Column('text') signature!: string;
  @Column('text') keyId!: string;
  @Column('uuid') submittedBy!: string;
  @Column('timestamptz') submittedAt!: Date;
  @Column('text') submitKey!: string;
}
