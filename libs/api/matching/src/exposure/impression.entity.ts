import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an SME was shown at a place of a list, once a day for each kind of reader. */
@Entity('impression')
export class ImpressionEntity {
  @PrimaryColumn('uuid') organisationId!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('uuid') challengeId!: string;
  @PrimaryColumn('text') reader!: 'owner' | 'taskforce';
  @Column('int') place!: number;
}
