import type { Confidence } from '@htsm/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What one reviewer says of one proposal. */
@Entity('review')
export class ReviewEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') assignmentId!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') reviewerId!: string;
  @Column('text', { default: 'draft' }) state!: 'draft' | 'submitted';
  @Column('text', { default: '' }) remark!: string;
  @Column('text', { nullable: true }) confidence!: Confidence | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** When the decision was made that it was counted in. */
  @Column('timestamptz', { nullable: true }) countedAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** A score with its reason, for one criterion. */
@Entity('review_score')
export class ReviewScoreEntity {
  @PrimaryColumn('uuid') reviewId!: string;
  @PrimaryColumn('uuid') criterionId!: string;
  @Column('int', { nullable: true }) score!: number | null;
  @Column('boolean', { default: false }) isNotApplicable!: boolean;
  @Column('text', { default: '' }) reason!: string;
}
