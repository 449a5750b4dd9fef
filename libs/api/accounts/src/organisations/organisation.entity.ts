import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OrganisationKind, Region } from '@htsm/domain';

/** An organisation and the facts of it; what it can do stands in its profile, in the matching room. */
@Entity({ name: 'organisation' })
export class OrganisationEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') kvkNumber!: string;
  /** Of the top of its group; empty when it stands alone. */
  @Column('text', { default: '' }) groupKvkNumber!: string;
  @Column('text', { default: '' }) city!: string;
  @Column('text', { nullable: true }) region!: Region | null;
  @Column('text', { default: '' }) website!: string;
  @Column('int', { nullable: true }) employees!: number | null;
  @Column('boolean', { default: false }) isDemo!: boolean;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
