import { Inject, Injectable } from '@nestjs/common';
import {
  CLOSED_SCHEMES,
  codeFor,
  isPlainWord,
  planTaxonomyImport,
  type TaxonomyLine,
  type TaxonomyPlan,
  type TaxonomyRecord,
} from '@htsm/domain/themes';
import {
  CONFIG,
  Database,
  NotFound,
  ValidationFailed,
  VersionConflict,
  type Config,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  AddTermDto,
  ChangeTermDto,
  ImportTaxonomyDto,
  TaxonomyDto,
  TaxonomyFileDto,
  TaxonomyPlanDto,
  TermStepDto,
  TermWordsDto,
} from '../dto/taxonomy.dto';
import { readTaxonomyCsv, writeTaxonomyCsv } from './files/taxonomy-csv';
import { readTaxonomyRdfXml, readTaxonomyTurtle, writeTaxonomyTurtle } from './files/taxonomy-skos';
import { ListIsClosed, NoSuccessor, TermExists, TermHasParts } from './taxonomy.errors';
import { TaxonomyRepository } from './taxonomy.repository';
import { planDto, termDto } from './taxonomy.mapper';
import type { VocabularyStep } from './vocabulary.entity';
import { VocabularyVersions } from './vocabulary-versions';

/** Keeps the lists of words. Every change is a new version; nothing that was in use is ever thrown away. */
@Injectable()
export class Taxonomy {
  constructor(
    private readonly database: Database,
    private readonly terms: TaxonomyRepository,
    private readonly versions: VocabularyVersions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Gives all lists. */
  read(actor: UserActor): Promise<TaxonomyDto> {
    return this.database.as(actor, async (tx) => this.present(tx, await this.newest(tx)));
  }

  /** Adds a term at the end of its list. Throws ListIsClosed, TermExists, and ValidationFailed for what stands above it. */
  addTerm(actor: UserActor, input: AddTermDto): Promise<TaxonomyDto> {
    return this.makeVersion(actor, input.version, 'added', async (tx, version) => {
      if (CLOSED_SCHEMES.includes(input.scheme)) throw new ListIsClosed();
      const own = codeFor(input.en);
      const isBelow = input.broader !== '' && input.scheme !== 'capability';
      const code = isBelow ? `${input.broader}/${own}` : own;
      const above = await this.terms.one(tx, input.scheme === 'capability' ? 'theme' : input.scheme, input.broader);
      const isFit = input.broader === '' || (above?.state === 'active' && !(isBelow && above.broader !== ''));
      if (!isFit) throw new ValidationFailed([{ path: 'broader', code: 'choice' }]);
      if (own === '') throw new ValidationFailed([{ path: 'en', code: 'object' }]);
      if ((await this.terms.one(tx, input.scheme, code)) !== null) throw new TermExists(code);
      const { scheme, broader } = input;
      await this.terms.add(
        tx,
        [{ scheme, code, broader, ...wordsOf(input), state: 'active', replacedBy: '' }],
        version,
      );
    });
  }

  /** Gives a term other words; its code stays. */
  changeTerm(actor: UserActor, input: ChangeTermDto): Promise<TaxonomyDto> {
    return this.makeVersion(actor, input.version, 'changed', async (tx, version) => {
      const term = await this.find(tx, input);
      await this.terms.change(tx, [{ ...term, ...wordsOf(input) }], version);
    });
  }

  /** Takes a term out of what can be chosen, back into it, or puts another in its place everywhere. */
  stepTerm(actor: UserActor, input: TermStepDto): Promise<TaxonomyDto> {
    const step = { retire: 'retired', restore: 'restored', merge: 'merged' } as const;
    return this.makeVersion(actor, input.version, step[input.step], async (tx, version) => {
      const term = await this.find(tx, input);
      if (CLOSED_SCHEMES.includes(term.scheme)) throw new ListIsClosed();
      if (term.state === 'merged') throw new NoSuccessor();
      if (input.step !== 'restore' && (await this.terms.hasParts(tx, term.scheme, term.code))) throw new TermHasParts();
      const state = ({ retire: 'retired', restore: 'active', merge: 'merged' } as const)[input.step];
      const replacedBy = input.step === 'merge' ? await this.successor(tx, term, input.into) : '';
      const after = { ...term, state, replacedBy };
      await this.terms.change(tx, [after], version);
      if (input.step === 'merge') await this.terms.replace(tx, after, version);
    });
  }

  /** Says what a file would do. Throws UnreadableFile. */
  async previewImport(actor: UserActor, input: TaxonomyFileDto): Promise<TaxonomyPlanDto> {
    const lines = await readFile(input);
    return this.database.as(actor, async (tx) =>
      planDto(planTaxonomyImport(await this.terms.all(tx), lines), await this.newest(tx)),
    );
  }

  /** Does what the preview of the same file said; lines that it refused are left out. */
  async importFile(actor: UserActor, input: ImportTaxonomyDto): Promise<TaxonomyDto> {
    const lines = await readFile(input);
    return this.makeVersion(actor, input.version, 'imported', async (tx, version) => {
      const plan = planTaxonomyImport(await this.terms.all(tx), lines);
      if (isEmpty(plan)) throw new ValidationFailed([{ path: 'text', code: 'nothing_new' }]);
      const changed = plan.changed.map(({ after }) => after);
      await this.terms.add(tx, plan.added, version);
      if (changed.length > 0) await this.terms.change(tx, changed, version);
      for (const term of changed) if (term.state === 'merged') await this.terms.replace(tx, term, version);
    });
  }

  /** Gives all lists as a file. */
  async exportFile(actor: UserActor, format: 'csv' | 'turtle'): Promise<string> {
    const terms = await this.database.as(actor, (tx) => this.terms.all(tx));
    return format === 'csv' ? writeTaxonomyCsv(terms) : writeTaxonomyTurtle(terms, this.config.publicUrl);
  }

  private makeVersion(
    actor: UserActor,
    basis: number,
    step: VocabularyStep,
    change: (tx: Tx, version: number) => Promise<void>,
  ): Promise<TaxonomyDto> {
    return this.database.as(actor, async (tx) => {
      const newest = await this.versions.lock(tx, 'taxonomy');
      if (newest !== basis) throw new VersionConflict(await this.present(tx, newest));
      const version = await this.versions.open(tx, actor, 'taxonomy', step);
      await change(tx, version);
      return this.present(tx, version);
    });
  }

  private newest(tx: Tx): Promise<number> {
    return this.versions.newest(tx, 'taxonomy');
  }

  private async present(tx: Tx, version: number): Promise<TaxonomyDto> {
    return { version, terms: (await this.terms.all(tx)).map(termDto) };
  }

  private async find(tx: Tx, { scheme, code }: Pick<ChangeTermDto, 'scheme' | 'code'>): Promise<TaxonomyRecord> {
    const term = await this.terms.one(tx, scheme, code);
    if (term === null) throw new NotFound();
    return term;
  }

  private async successor(tx: Tx, term: TaxonomyRecord, into = ''): Promise<string> {
    const successor = await this.terms.one(tx, term.scheme, into);
    if (successor?.state !== 'active' || successor.code === term.code) throw new NoSuccessor();
    return successor.code;
  }
}

function readFile({ format, text, scheme }: TaxonomyFileDto): TaxonomyLine[] | Promise<TaxonomyLine[]> {
  if (format === 'csv') return readTaxonomyCsv(text, scheme);
  return format === 'turtle' ? readTaxonomyTurtle(text, scheme) : readTaxonomyRdfXml(text, scheme);
}

function isEmpty({ added, changed }: TaxonomyPlan): boolean {
  return added.length + changed.length === 0;
}

/** Throws ValidationFailed for words that a file could not hold: a break or a `|` in them. */
function wordsOf(input: TermWordsDto): Pick<TaxonomyRecord, 'nl' | 'en' | 'synonymsNl' | 'synonymsEn' | 'notation'> {
  const { nl, en, notation } = input;
  const synonymsNl = input.synonymsNl.map((word) => word.trim());
  const synonymsEn = input.synonymsEn.map((word) => word.trim());
  const faults = Object.entries({ nl: [nl], en: [en], synonymsNl, synonymsEn }).flatMap(([path, words]) =>
    words.every(isPlainWord) ? [] : [{ path, code: 'object' }],
  );
  if (faults.length > 0) throw new ValidationFailed(faults);
  return { nl, en, synonymsNl, synonymsEn, notation };
}
