import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ChallengeState, IpRegime, Region, Theme } from '@htsm/domain';

/** A challenge with its texts; what it means and may be is in @htsm/domain. */
@Entity('challenge')
export class ChallengeEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') createdBy!: string;
  @Column('text', { default: 'draft' }) state!: ChallengeState;
  @Column('text', { default: '' }) titleNl!: string;
  @Column('text', { default: '' }) titleEn!: string;
  @Column('text', { default: '' }) summaryNl!: string;
  @Column('text', { default: '' }) summaryEn!: string;
  @Column('text', { default: '' }) problemNl!: string;
  @Column('text', { default: '' }) problemEn!: string;
  @Column('text', { default: '' }) contextNl!: string;
  @Column('text', { default: '' }) contextEn!: string;
  @Column('text', { default: '' }) successNl!: string;
  @Column('text', { default: '' }) successEn!: string;
  @Column('text', { default: '' }) programme!: string;
  @Column('text', { default: '' }) partners!: string;
  @Column('text', { array: true, default: '{}' }) themes!: Theme[];
  @Column('text', { array: true, default: '{}' }) capabilities!: string[];
  @Column('int', { nullable: true }) trlFrom!: number | null;
  @Column('int', { nullable: true }) trlTo!: number | null;
  @Column('text', { nullable: true }) region!: Region | null;
  @Column('int', { nullable: true }) budgetEur!: number | null;
  @Column('text', { default: '' }) noBudgetReason!: string;
  @Column('text', { nullable: true }) ipRegime!: IpRegime | null;
  @Column('int', { nullable: true }) hoursAsked!: number | null;
  @Column('text', { default: '' }) decider!: string;
  @Column('text', { default: '' }) contactName!: string;
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { nullable: true }) decisionDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) stoppedAcceptingAt!: Date | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('boolean', { default: false }) isBlind!: boolean;
  @Column('boolean', { default: false }) isDemo!: boolean;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
