import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The proposal that every reviewer of a challenge judges first. */
@Entity('challenge_anchor')
export class AnchorEntity {
  @PrimaryColumn('uuid') challengeId!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') chosenBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) chosenAt!: Date;
}
