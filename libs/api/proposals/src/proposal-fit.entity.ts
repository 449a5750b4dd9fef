import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a proposal meets one criterion. */
@Entity('proposal_fit')
export class ProposalFitEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @PrimaryColumn('uuid') criterionId!: string;
  @Column('text', { default: '' }) text!: string;
}
