import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Texts, WorkbookThread, writeSheet, type UserActor } from '@htsm/api/core';
import { rankingSheet, scoresSheet, tasksSheet, wordsIn } from './ranking-sheets';
import { Ranking } from './ranking.service';

/** The standing of a challenge as files for spreadsheets, by what the reader may see. */
@Injectable()
export class RankingFiles {
  constructor(
    private readonly ranking: Ranking,
    private readonly texts: Texts,
    private readonly workbooks: WorkbookThread,
  ) {}

  /** Gives the ranking as CSV. Throws NotFound. */
  async ranked(actor: UserActor, challengeId: string, locale: Locale): Promise<string> {
    const { criteria, items } = await this.ranking.readRanking(actor, challengeId, locale);
    const { head, rows } = rankingSheet(wordsIn(this.texts, locale), criteria, items);
    return writeSheet(locale, head, rows);
  }

  /** Gives every score as CSV. Throws NotFound. */
  async scores(actor: UserActor, challengeId: string, locale: Locale): Promise<string> {
    const scores = await this.ranking.readScores(actor, challengeId, locale);
    const { head, rows } = scoresSheet(wordsIn(this.texts, locale), scores);
    return writeSheet(locale, head, rows);
  }

  /** Gives ranking, scores and tasks as one workbook. Throws NotFound. */
  async workbook(actor: UserActor, challengeId: string, locale: Locale): Promise<Buffer> {
    const say = wordsIn(this.texts, locale);
    const { criteria, items } = await this.ranking.readRanking(actor, challengeId, locale);
    const scores = await this.ranking.readScores(actor, challengeId, locale);
    const tasks = await this.ranking.readTasks(actor, challengeId);
    return this.workbooks.write([rankingSheet(say, criteria, items), scoresSheet(say, scores), tasksSheet(say, tasks)]);
  }
}
