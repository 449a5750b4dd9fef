import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one question about an answer, and its reply. */
@Entity('answer_question')
export class AnswerQuestionEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @Column('uuid') challengeId!: string;
  @Column('text') text!: string;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) askedAt!: Date;
  @Column('text', { nullable: true }) reply!: string | null;
  @Column('uuid', { nullable: true }) repliedBy!: string | null;
  @Column('timestamptz', { nullable: true }) repliedAt!: Date | null;
}
