import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CheckInSide, EuroRange, OutcomeSide, SuggestionOutcome } from '@htsm/domain';

/** A challenge and an SME that agreed on something, by an award or on the board. */
@Entity('collaboration')
export class CollaborationEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  /** The SME. */
  @Column('uuid') organisationId!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) beganAt!: Date;
}

/** A question to one side, some months after they agreed. */
@Entity('check_in')
export class CheckInEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') collaborationId!: string;
  @Column('text') side!: CheckInSide;
  @Column('int') months!: number;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
}

/** What somebody says came of it; lines are only added. */
@Entity('outcome')
export class OutcomeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid') collaborationId!: string;
  @Column('text') side!: OutcomeSide;
  /** The question that it answers; null for the taskforce, whom nobody asks. */
  @Column('uuid', { nullable: true }) checkInId!: string | null;
  @Column('text') kind!: SuggestionOutcome;
  @Column('text', { nullable: true }) euros!: EuroRange | null;
  @Column('date') onDate!: string;
  @Column('text', { default: '' }) words!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) reportedAt!: Date;
}
