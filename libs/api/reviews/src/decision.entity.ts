import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision, with what it was calculated from. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid') challengeId!: string;
  @Column('uuid') decidedBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) decidedAt!: Date;
  /** JSON; see `deciding/decision-basis.ts`. */
  @Column('text') basis!: string;
  @Column('text') basisSha256!: string;
  @Column('text') rankingSha256!: string;
}
