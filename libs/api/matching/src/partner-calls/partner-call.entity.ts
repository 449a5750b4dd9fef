import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PartnerAnswerState, PartnerCallState } from '@htsm/domain';

/** A call for partners on an open challenge. */
@Entity('partner_call')
export class PartnerCallEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') organisationId!: string;
  /** As it was when the call was placed. */
  @Column('text') organisationName!: string;
  @Column('uuid') placedBy!: string;
  @Column('text') brings!: string;
  @Column('text') seeks!: string;
  @Column('text', { array: true }) capabilities!: string[];
  @Column('timestamptz') endsAt!: Date;
  @Column('text', { default: 'open' }) state!: PartnerCallState;
  @Column('text', { default: '' }) withdrawReason!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
}

/** What a possible partner answered; for the two of them. */
@Entity('partner_answer')
export class PartnerAnswerEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') callId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') organisationName!: string;
  @Column('uuid') answeredBy!: string;
  @Column('text') words!: string;
  @Column('text', { default: 'waiting' }) state!: PartnerAnswerState;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
}
