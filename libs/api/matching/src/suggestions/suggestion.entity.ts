import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { DeclineReason, SuggestionState } from '@htsm/domain';

/** An SME on the board of a challenge, from the moment that somebody did something about it. */
@Entity('suggestion')
export class SuggestionEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') organisationId!: string;
  /** Copied: owners of challenges do not see the organisations of others. */
  @Column('text') organisationName!: string;
  @Column('text', { default: 'suggested' }) state!: SuggestionState;
  @Column('timestamptz', { nullable: true }) invitedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) introducedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) agreedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) concludedAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** Why the taskforce chose an SME or refused it; nobody else reads it. */
@Entity('suggestion_judgement')
export class SuggestionJudgementEntity {
  @PrimaryColumn('uuid') suggestionId!: string;
  /** Whether it was added by hand, not from the ranked list. */
  @Column('boolean') isByHand!: boolean;
  @Column('boolean', { default: false }) isPinned!: boolean;
  @Column('text', { default: '' }) pinReason!: string;
  @Column('text', { default: '' }) vetoReason!: string;
}

/** The invitation of an SME and its answer. */
@Entity('suggestion_invitation')
export class SuggestionInvitationEntity {
  @PrimaryColumn('uuid') suggestionId!: string;
  @Column('text', { default: '' }) personal!: string;
  @Column('uuid') invitedBy!: string;
  /** When the one reminder goes out, if nobody answered by then. */
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: DeclineReason | null;
  /** The SME's own words with its answer. */
  @Column('text', { default: '' }) words!: string;
}
