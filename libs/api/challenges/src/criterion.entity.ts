import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A weighted criterion of a challenge, in the order of `position` (from 0). */
@Entity('criterion')
export class CriterionEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') challengeId!: string;
  @Column('int') position!: number;
  @Column('text', { default: '' }) titleNl!: string;
  @Column('text', { default: '' }) titleEn!: string;
  @Column('int') weight!: number;
  @Column('int', { nullable: true }) knockOutMinimum!: number | null;
  @Column('text', { array: true, default: '{}' }) scoreLabelsNl!: string[];
  @Column('text', { array: true, default: '{}' }) scoreLabelsEn!: string[];
}
