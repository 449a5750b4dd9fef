import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { TaxonomyScheme } from '@htsm/domain';

/** The lists that have versions. */
export const VOCABULARY_LISTS = ['taxonomy', 'glossary'] as const;
export type VocabularyList = (typeof VOCABULARY_LISTS)[number];
/** What made a version. */
export const VOCABULARY_STEPS = [
  'delivered',
  'added',
  'changed',
  'retired',
  'restored',
  'merged',
  'imported',
  'removed',
] as const;
export type VocabularyStep = (typeof VOCABULARY_STEPS)[number];

/** A version of a list; lines are added and never changed. */
@Entity('vocabulary_version')
export class VocabularyVersionEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') list!: VocabularyList;
  @Column('int') number!: number;
  @Column('text') step!: VocabularyStep;
  /** Null for what came with the product. */
  @Column('uuid', { nullable: true }) madeBy!: string | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) madeAt!: Date;
}

/** One term in one version: as it was before, null for a new one, and after, null for one that went. Written by a trigger. */
@Entity('vocabulary_change')
export class VocabularyChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) number!: string;
  @Column('text') list!: VocabularyList;
  @Column('int') version!: number;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
}

/** A word that challenges and organisations are described with; never deleted. */
@Entity('taxonomy_term')
export class TaxonomyTermEntity {
  @PrimaryColumn('text') scheme!: TaxonomyScheme;
  @PrimaryColumn('text') code!: string;
  @Column('text', { default: '' }) broader!: string;
  @Column('int') position!: number;
  /** As in the middle of a sentence. */
  @Column('text') labelNl!: string;
  @Column('text') labelEn!: string;
  @Column('text', { array: true, default: () => "'{}'" }) synonymsNl!: string[];
  @Column('text', { array: true, default: () => "'{}'" }) synonymsEn!: string[];
  @Column('text', { default: '' }) notation!: string;
  @Column('text', { default: 'active' }) state!: 'active' | 'retired' | 'merged';
  @Column('text', { nullable: true }) replacedBy!: string | null;
  @Column('int') version!: number;
}

/** A pair of terms that the operator adds to the thesaurus. */
@Entity('glossary_term')
export class GlossaryTermEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') nl!: string;
  @Column('text') en!: string;
  @Column('text', { array: true, default: () => "'{}'" }) synonymsNl!: string[];
  @Column('text', { array: true, default: () => "'{}'" }) synonymsEn!: string[];
  /** English names of more general terms. */
  @Column('text', { array: true, default: () => "'{}'" }) broader!: string[];
  @Column('int') version!: number;
}
