import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AssignmentState } from '@htsm/domain';

/** One reviewer's task for one proposal. */
@Entity('review_assignment')
export class AssignmentEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') reviewerId!: string;
  @Column('text', { default: 'assigned' }) state!: AssignmentState;
  @Column('text', { nullable: true }) conflictReason!: string | null;
  @Column('uuid') assignedBy!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) respondedAt!: Date | null;
  /** How many times the platform itself reminded of it, 0 to 2. */
  @Column('int', { default: 0 }) reminders!: number;
  /** When anybody last did. */
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
}
