import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LinkKind } from '@htsm/domain';

/** What a member of the panel says binds them to an organisation; they and the taskforce read it. */
@Entity('reviewer_link')
export class LinkEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') kind!: LinkKind;
  @Column('text') organisationName!: string;
  @Column('text', { default: '' }) kvkNumber!: string;
  @Column('text', { default: '' }) mailDomain!: string;
  /** Null while it lasts. */
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
