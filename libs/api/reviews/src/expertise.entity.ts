import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@htsm/domain';

/** What a member of the review panel knows; they and the taskforce read it. */
@Entity('reviewer_expertise')
export class ExpertiseEntity {
  @PrimaryColumn('uuid') userId!: string;
  /** The language of `words`. */
  @Column('text') locale!: Locale;
  @Column('text', { default: '' }) words!: string;
  @Column('text', { array: true, default: () => "'{}'" }) themes!: string[];
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
