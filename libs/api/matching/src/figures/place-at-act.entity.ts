import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where an SME stood in the ranking of a challenge when somebody first acted; written by the database, read for figures only. */
@Entity('place_at_act')
export class PlaceAtActEntity {
  @PrimaryColumn('uuid') challengeId!: string;
  @PrimaryColumn('uuid') organisationId!: string;
  @Column('text') act!: 'board' | 'proposal';
  /** By score, from 1 on. */
  @Column('int') place!: number;
  /** Which engine and thesaurus ranked. */
  @Column('text') engine!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) notedAt!: Date;
}
