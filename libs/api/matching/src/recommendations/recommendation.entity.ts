import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** How well an SME fits a challenge; written by the worker only. */
@Entity('recommendation')
export class RecommendationEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') organisationId!: string;
  /** In millionths. */
  @Column('int') score!: number;
  @Column('jsonb') explanation!: object;
  @Column('text') organisationName!: string;
  @Column('boolean') showsName!: boolean;
  @Column('text') engine!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) computedAt!: Date;
}

/** The words and documents behind a recommendation, for those who may read the documents. */
@Entity('recommendation_words')
export class RecommendationWordsEntity {
  @PrimaryColumn('uuid') recommendationId!: string;
  @Column('jsonb') explanation!: object;
}

/** A profile or challenge whose recommendations are to be computed anew. */
@Entity('match_change')
export class MatchChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) number!: string;
  @Column('text') kind!: 'profile' | 'challenge';
  @Column('uuid') subjectId!: string;
}

/** What the matcher makes of a text of an SME; read and written by the worker only. */
@Entity('match_analysis')
export class MatchAnalysisEntity {
  @PrimaryColumn('uuid') organisationId!: string;
  @PrimaryColumn('uuid') documentId!: string;
  @Column('text') version!: string;
  @Column('bytea') source!: Buffer;
  @Column('bytea') terms!: Buffer;
}
