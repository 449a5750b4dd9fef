import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What the taskforce signed: these facts about a person and an organisation do not count in a challenge until a moment. */
@Entity('conflict_waiver')
export class WaiverEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text', { array: true }) facts!: string[];
  @Column('text') reason!: string;
  @Column('uuid') signedBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) signedAt!: Date;
  @Column('timestamptz') endsAt!: Date;
}
