import { linkToken } from '@htsm/api/core';
import { AskCheckIns, CheckIns } from '@htsm/api/matching';
import { answers, asked, ofChallenge } from '../content/outcomes';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** Both sides of the first match are asked what came of it, and answer by the link in their mail. */
export function outcomeScenes(stage: Stage): Scene[] {
  return [
    { at: stage.at(asked), name: 'ask what came of it', play: () => stage.system(AskCheckIns).runDue() },
    ...answers.map(({ at, side, ...said }) => ({
      at: stage.at(at),
      name: `the ${side} says what came of it`,
      play: async () => {
        const token = linkToken(stage.config.appSecret, 'check_in', await questionTo(stage, side));
        await stage.service(CheckIns).answer({ token, ...said }, 'nl');
      },
    })),
  ];
}

async function questionTo(stage: Stage, side: string): Promise<string> {
  const [row] = await stage.owner.query<{ id: string }[]>(
    `SELECT k.id FROM check_in k JOIN collaboration b ON b.id = k.collaboration_id
     WHERE b.challenge_id = $1 AND k.side = $2 AND k.asked_at IS NOT NULL ORDER BY k.asked_at, k.id LIMIT 1`,
    [stage.challenges.get(ofChallenge).id, side],
  );
  if (row === undefined) throw new Error('Nobody was asked what came of it');
  return row.id;
}
