import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ProposalState } from '@htsm/domain';

/** A proposal of one organisation for one challenge. */
@Entity('proposal')
export class ProposalEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') createdBy!: string;
  @Column('text', { default: 'draft' }) state!: ProposalState;
  @Column('text', { default: '' }) title!: string;
  @Column('text', { default: '' }) summary!: string;
  @Column('text', { default: '' }) approach!: string;
  @Column('text', { default: '' }) planning!: string;
  @Column('int', { nullable: true }) priceEur!: number | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
