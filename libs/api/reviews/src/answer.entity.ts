import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Standing } from '@htsm/domain';

/** The answer to a proposal; its proposer sees it from the release on. */
@Entity('answer')
export class AnswerEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @Column('uuid') challengeId!: string;
  @Column('text', { default: 'under_review' }) outcome!: Standing;
  @Column('text', { default: '' }) summary!: string;
  @Column('numeric', { precision: 3, scale: 2, nullable: true }) meanScore!: string | null;
  @Column('numeric', { precision: 3, scale: 2, nullable: true }) fieldMedian!: string | null;
  @Column('int', { nullable: true }) fieldSize!: number | null;
  @Column('int', { nullable: true }) reviewCount!: number | null;
  @Column('int', { nullable: true }) expectedReviews!: number | null;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** Why, for one criterion. */
@Entity('answer_reason')
export class AnswerReasonEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @PrimaryColumn('uuid') criterionId!: string;
  @Column('numeric', { precision: 3, scale: 2, nullable: true }) meanScore!: string | null;
  @Column('int', { nullable: true }) lowest!: number | null;
  @Column('int', { nullable: true }) highest!: number | null;
  @Column('numeric', { precision: 3, scale: 2, nullable: true }) fieldMedian!: string | null;
  @Column('text', { default: '' }) text!: string;
}
