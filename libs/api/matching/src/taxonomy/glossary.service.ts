import { Injectable } from '@nestjs/common';
import { planGlossaryImport, type GlossaryPlan, type GlossaryRecord } from '@htsm/domain/themes';
import {
  Database,
  NotFound,
  ValidationFailed,
  VersionConflict,
  readCursor,
  toPage,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  GlossaryDto,
  GlossaryFileDto,
  GlossaryPlanDto,
  GlossaryQueryDto,
  ImportGlossaryDto,
  PairDto,
  PairWordsDto,
} from '../dto/vocabulary.dto';
import { readGlossaryCsv, writeGlossaryCsv } from './files/glossary-csv';
import { GlossaryRepository, PAIRS_ON_A_PAGE } from './glossary.repository';
import { VocabularyVersions } from './vocabulary-versions';

const LONGEST_NAME = 200;

/** Keeps the operator's glossary: pairs of terms beside the thesaurus that comes with the product. */
@Injectable()
export class Glossary {
  constructor(
    private readonly database: Database,
    private readonly pairs: GlossaryRepository,
    private readonly versions: VocabularyVersions,
  ) {}

  /** Gives a page of the pairs, by their Dutch words. */
  read(actor: UserActor, query: GlossaryQueryDto): Promise<GlossaryDto> {
    return this.database.as(actor, (tx) => this.page(tx, query));
  }

  /** Says what a file would do; changes nothing. Throws UnreadableFile. */
  previewImport(actor: UserActor, { text }: GlossaryFileDto): Promise<GlossaryPlanDto> {
    const lines = readGlossaryCsv(text);
    return this.database.as(actor, async (tx) => {
      const plan = planGlossaryImport(await this.pairs.all(tx), lines);
      return planDto(plan, await this.versions.newest(tx, 'glossary'));
    });
  }

  /** Does what the preview of the same file said; lines that it refused are left out. */
  importFile(actor: UserActor, { text, version }: ImportGlossaryDto): Promise<GlossaryDto> {
    const lines = readGlossaryCsv(text);
    return this.database.as(actor, async (tx) => {
      await this.lock(tx, version);
      const plan = planGlossaryImport(await this.pairs.all(tx), lines);
      if (plan.added.length + plan.changed.length === 0)
        throw new ValidationFailed([{ path: 'text', code: 'nothing_new' }]);
      const number = await this.versions.open(tx, actor, 'glossary', 'imported');
      await this.pairs.add(tx, plan.added, number);
      await this.pairs.change(
        tx,
        plan.changed.map(({ after }) => after),
        number,
      );
      return this.page(tx, {});
    });
  }

  /** Takes a pair away; the history keeps it. */
  removePair(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await this.versions.lock(tx, 'glossary');
      await this.versions.open(tx, actor, 'glossary', 'removed');
      if (!(await this.pairs.remove(tx, id))) throw new NotFound();
    });
  }

  /** Gives all pairs as CSV. */
  async exportFile(actor: UserActor): Promise<string> {
    return writeGlossaryCsv(await this.database.as(actor, (tx) => this.pairs.all(tx)));
  }

  private async lock(tx: Tx, basis: number): Promise<void> {
    const newest = await this.versions.lock(tx, 'glossary');
    if (newest !== basis) throw new VersionConflict(await this.page(tx, {}));
  }

  private async page(tx: Tx, { q, cursor }: GlossaryQueryDto): Promise<GlossaryDto> {
    const after = cursor === undefined ? null : readCursor(cursor, 2).map(String);
    const rows = await this.pairs.page(tx, q ?? '', after);
    const version = await this.versions.newest(tx, 'glossary');
    return { version, ...toPage(rows, PAIRS_ON_A_PAGE, pairDto, ({ nl, id }) => [nl.toLowerCase(), id]) };
  }
}

function pairDto(row: GlossaryRecord & { readonly id: string }): PairDto {
  return { id: row.id, ...wordsDto(row) };
}

function wordsDto({ nl, en, synonymsNl, synonymsEn, broader }: GlossaryRecord): PairWordsDto {
  return { nl, en, synonymsNl: [...synonymsNl], synonymsEn: [...synonymsEn], broader: [...broader] };
}

function planDto(plan: GlossaryPlan, version: number): GlossaryPlanDto {
  return {
    version,
    added: plan.added.map(wordsDto),
    changed: plan.changed.map(({ before, after }) => ({ before: wordsDto(before), after: wordsDto(after) })),
    same: plan.same,
    refused: plan.refused.map(({ line, what, why }) => ({ line, what: what.slice(0, LONGEST_NAME), why })),
  };
}
