import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { MatchState } from '@htsm/domain';

/** What came of an awarded proposal. */
@Entity('match')
export class MatchEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') proposalId!: string;
  /** The proposing organisation. */
  @Column('uuid') organisationId!: string;
  @Column('text', { default: 'planned' }) state!: MatchState;
  @Column('text', { default: '' }) agreed!: string;
  @Column('date', { nullable: true }) introductionOn!: string | null;
  @Column('date', { nullable: true }) nextCheckInOn!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** A note of the taskforce about a match. */
@Entity('match_note')
export class MatchNoteEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid') matchId!: string;
  @Column('uuid') authorId!: string;
  @Column('text') text!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
}
