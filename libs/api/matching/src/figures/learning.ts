import { learningFigures, type LearningCase } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { LearningFigureDto } from './figures.dto';

/**
 * Gives how good the suggestions for challenges were that were decided in an ISO year, as far as the actor may know of them.
 * It is read anew each time: who is introduced after the decision still counts for its week.
 */
export async function readLearning(tx: Tx, year: number): Promise<LearningFigureDto[]> {
  const cases = await tx.rows<LearningCase>(`SELECT challenge, week, asked, offered, place FROM learning_cases($1)`, [
    year,
  ]);
  return learningFigures(cases).map(({ week, asked, offered, challenges, acceptedInTen, reciprocalRank }) => ({
    week,
    asked,
    offered,
    challenges,
    acceptPercent: acceptedInTen === null ? null : Math.round(acceptedInTen * 100),
    rankThousandths: reciprocalRank === null ? null : Math.round(reciprocalRank * 1000),
  }));
}
