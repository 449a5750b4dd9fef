import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Certificate, CompanySize, Locale, ProfileDocumentKind, Region, Theme } from '@htsm/domain';

/** What an SME or knowledge institute says of itself, by which challenges find it. */
@Entity('profile')
export class ProfileEntity {
  @PrimaryColumn('uuid') organisationId!: string;
  /** The language of `about` and `capabilities`. */
  @Column('text', { default: 'nl' }) locale!: Locale;
  @Column('text', { default: '' }) about!: string;
  @Column('text', { array: true, default: () => "'{}'" }) themes!: Theme[];
  @Column('text', { array: true, default: () => "'{}'" }) capabilities!: string[];
  @Column('text', { array: true, default: () => "'{}'" }) regions!: Region[];
  @Column('text', { array: true, default: () => "'{}'" }) certificates!: Certificate[];
  @Column('text', { nullable: true }) size!: CompanySize | null;
  @Column('int', { nullable: true }) trlMin!: number | null;
  @Column('int', { nullable: true }) trlMax!: number | null;
  /** Whether challenge owners may see the name of the organisation in suggestions. */
  @Column('boolean', { default: true }) showsName!: boolean;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
}

/** A project, product or certificate of a profile: challenges are compared with each apart. */
@Entity('profile_document')
export class ProfileDocumentEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') kind!: ProfileDocumentKind;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('int', { nullable: true }) year!: number | null;
  @Column('text') locale!: Locale;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
