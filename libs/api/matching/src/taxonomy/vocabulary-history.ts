import { Injectable } from '@nestjs/common';
import { Database, type UserActor } from '@htsm/api/core';
import type { HistoryQueryDto, VersionsDto, WordChangeDto } from '../dto/vocabulary.dto';
import { VocabularyVersions, type KeptRow, type VersionRow } from './vocabulary-versions';

const VERSIONS_ON_A_PAGE = 20;

/** Tells what changed in the lists, version by version. */
@Injectable()
export class VocabularyHistory {
  constructor(
    private readonly database: Database,
    private readonly versions: VocabularyVersions,
  ) {}

  read(actor: UserActor, { list, before }: HistoryQueryDto): Promise<VersionsDto> {
    return this.database.as(actor, async (tx) => {
      const rows = await this.versions.history(tx, list, before ?? null, VERSIONS_ON_A_PAGE);
      const shown = rows.slice(0, VERSIONS_ON_A_PAGE);
      return {
        items: shown.map(({ number, step, madeBy, madeAt, changes, changeCount }) => ({
          number,
          step,
          madeBy,
          madeAt,
          changes: changes.map(inWords),
          changeCount,
        })),
        next: rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null,
      };
    });
  }
}

function inWords({ before, after }: VersionRow['changes'][number]): WordChangeDto {
  return { before: nameOf(before), after: nameOf(after) };
}

/** Both languages, with how many synonyms: enough to see what changed. */
function nameOf(kept: KeptRow | null): string | null {
  if (kept === null) return null;
  const synonyms = (kept.synonyms_nl?.length ?? 0) + (kept.synonyms_en?.length ?? 0);
  const words = `${kept.label_nl ?? kept.nl ?? ''} / ${kept.label_en ?? kept.en ?? ''}`;
  return synonyms === 0 ? words : `${words} (+${synonyms})`;
}
