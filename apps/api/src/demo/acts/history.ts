import { linkToken } from '@htsm/api/core';
import { AskCheckIns, CheckIns, Introduce, InviteSmes, Matches, MyInvitations, RecordMatch } from '@htsm/api/matching';
import { Answers, DecideOutcome, ReleaseAnswers } from '@htsm/api/reviews';
import { STEP_TO_OUTCOME, type FinalOutcome } from '@htsm/domain';
import { pastChallenges, pastProposals, pastRounds } from '../content/history/past';
import type { PastChallenge, PastRound, PastWord } from '../content/history/types';
import { dateOf } from '../moments';
import type { Scene } from '../scene';
import { proposalName, type Stage } from '../stage';
import { scenesOfChallenges } from './challenges';
import { scenesOfProposals } from './proposals';

/** Who decides and brings people together for the taskforce. */
const DECIDER = 'marijke';
/** Days in a month; a day more, and a question is due for certain. */
const MONTH = 30.6;

const SUMMARIES: Readonly<Record<FinalOutcome, string>> = {
  awarded: 'Uw voorstel is gekozen. Het lost het probleem op met de minste ingreep. Wij stellen u aan elkaar voor.',
  reserve: 'Uw voorstel staat op de reservelijst. Het idee is goed, het plan had nog gaten.',
  declined: 'Uw voorstel is niet gekozen. Een ander voorstel gaf meer zekerheid voor dezelfde prijs.',
};
const REASONS: Readonly<Record<FinalOutcome, readonly [string, string, string]>> = {
  awarded: ['Haalt het doel, met een proef.', 'Duidelijk plan met vaste mensen.', 'Verdient zich in drie jaar terug.'],
  reserve: ['Haalt het doel bijna.', 'Het plan zegt weinig over de winter.', 'Even duur als nu.'],
  declined: ['Helpt in een deel van de gevallen.', 'Niet duidelijk wie het doet.', 'Duurder dan nu.'],
};

/** Two years of challenges, from the first draft to what came of them. */
export function historyScenes(stage: Stage): Scene[] {
  return pastRounds.flatMap((round) => [
    ...scenesOfChallenges(stage, pastChallenges(round)),
    ...scenesOfProposals(stage, pastProposals(round)),
    ...round.challenges.flatMap((past, index) => [
      ...meeting(stage, round, past, index),
      { at: stage.at([round.decided, '15:00']), name: `decide ${past.key}`, play: () => decide(stage, past) },
      ...agreeing(stage, round, past),
    ]),
    ...checkIns(stage, round),
  ]);
}

/** The taskforce invites two SMEs while the challenge is open; the first says yes, and every second time they meet. */
function meeting(stage: Stage, { opens }: PastRound, past: PastChallenge, index: number): Scene[] {
  const [[first] = [''], [second] = ['']] = past.proposals;
  const challengeId = (): string => stage.challenges.get(past.key).id;
  const invite = {
    at: stage.at([opens + 3, '10:00']),
    name: `invite for ${past.key}`,
    play: () =>
      stage.service(InviteSmes).run(
        stage.actors.get(DECIDER),
        challengeId(),
        {
          organisationIds: [first, second].map((key) => organisationId(stage, key)),
          personal: 'Uw bedrijf deed iets wat hierop lijkt. Kijkt u mee?',
          remindAfterDays: null,
        },
        'nl',
      ),
  };
  const accept = {
    at: stage.at([opens + 5, '20:10']),
    name: `${first} says yes to ${past.key}`,
    play: async () => {
      const { id } = await place(stage, past, first);
      const input = { answer: 'interested', reason: null, words: 'Daar willen wij naar kijken.' } as const;
      await stage.service(MyInvitations).answer(stage.actors.get(first), id, input, 'nl');
    },
  };
  const introduce = {
    at: stage.at([opens + 12, '14:00']),
    name: `introduce ${first} for ${past.key}`,
    play: async () => {
      const { id, version } = await place(stage, past, first);
      const input = { step: 'introduce', version, words: '' } as const;
      await stage.service(Introduce).step(stage.actors.get(DECIDER), id, input, 'nl');
    },
  };
  return index % 2 === 0 ? [invite, accept, introduce] : [invite, accept];
}

async function decide(stage: Stage, past: PastChallenge): Promise<void> {
  const decider = stage.actors.get(DECIDER);
  const { id, criterionIds } = stage.challenges.get(past.key);
  for (const [organisation, , outcome] of past.proposals) {
    const proposalId = stage.proposals.get(proposalName({ challenge: past.key, organisation })).id;
    const reasons = REASONS[outcome].map((text, index) => ({ criterionId: criterionIds[index] ?? '', text }));
    const answer = { version: 0, summary: SUMMARIES[outcome], reasons };
    const { version } = await stage.service(Answers).saveAnswer(decider, proposalId, answer);
    await stage.service(DecideOutcome).run(decider, proposalId, { step: STEP_TO_OUTCOME[outcome], version });
  }
  await stage.service(ReleaseAnswers).run(decider, id, 'nl');
}

/** What was agreed is written down, and closed once it is done. */
function agreeing(stage: Stage, { matched }: PastRound, past: PastChallenge): Scene[] {
  const { match } = past;
  const [[organisation] = ['']] = past.proposals;
  if (match === undefined) return [];
  const decider = stage.actors.get.bind(stage.actors, DECIDER);
  const proposalId = (): string => stage.proposals.get(proposalName({ challenge: past.key, organisation })).id;
  const record = async (): Promise<void> => {
    const facts = { agreed: match.agreed, introductionOn: dateOf(matched + 7, stage.startedAt), nextCheckInOn: null };
    const recorded = await stage.service(RecordMatch).run(decider(), { proposalId: proposalId(), ...facts }, 'nl');
    const { id, version } = recorded;
    await stage.service(Matches).changeMatch(decider(), id, { version, state: 'ended' }, 'nl');
  };
  return [{ at: stage.at([matched, '11:00']), name: `record match ${past.key}`, play: record }];
}

/** Both sides are asked after months, and answer by the link in their mail. */
function checkIns(stage: Stage, { matched, challenges }: PastRound): Scene[] {
  const words = challenges.flatMap((past) => past.match?.came.map((word) => ({ past, word })) ?? []);
  return [...new Set(words.map(({ word: [months] }) => months))].flatMap((months) => {
    const day = matched + Math.ceil(months * MONTH) + 1;
    const said = words.filter(({ word }) => word[0] === months);
    return [
      { at: stage.at([day, '09:00']), name: 'ask what came of it', play: () => stage.system(AskCheckIns).runDue() },
      ...said.flatMap(({ past, word }) => [
        answering(stage, past, word, { side: 'sme', day: day + 1 }),
        answering(stage, past, word, { side: 'owner', day: day + 3 }),
      ]),
    ];
  });
}

function answering(
  stage: Stage,
  past: PastChallenge,
  [months, sme, owner, euros]: PastWord,
  { side, day }: { readonly side: 'sme' | 'owner'; readonly day: number },
): Scene {
  return {
    at: stage.at([day, side === 'sme' ? '20:15' : '11:40']),
    name: `the ${side} of ${past.key} says what came of it`,
    play: async () => {
      const token = linkToken(stage.config.appSecret, 'check_in', await question(stage, past, { side, months }));
      await stage
        .service(CheckIns)
        .answer({ token, kind: side === 'sme' ? sme : owner, euros: euros ?? null, words: '' }, 'nl');
    },
  };
}

async function question(
  stage: Stage,
  past: PastChallenge,
  { side, months }: { readonly side: string; readonly months: number },
): Promise<string> {
  const [row] = await stage.owner.query<{ id: string }[]>(
    `SELECT k.id FROM check_in k JOIN collaboration b ON b.id = k.collaboration_id
     WHERE b.challenge_id = $1 AND k.side = $2 AND k.months = $3 AND k.asked_at IS NOT NULL`,
    [stage.challenges.get(past.key).id, side, months],
  );
  if (row === undefined) throw new Error(`Nobody asked the ${side} of ${past.key} after ${months} months`);
  return row.id;
}

function organisationId(stage: Stage, key: string): string {
  const [own] = stage.actors.get(key).organisations;
  if (own === undefined) throw new Error(`${key} belongs nowhere`);
  return own.id;
}

/** Where an SME is on the board of a challenge. */
async function place(stage: Stage, past: PastChallenge, key: string): Promise<{ id: string; version: number }> {
  const [row] = await stage.owner.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM suggestion WHERE challenge_id = $1 AND organisation_id = $2',
    [stage.challenges.get(past.key).id, organisationId(stage, key)],
  );
  if (row === undefined) throw new Error(`${key} is not on the board of ${past.key}`);
  return row;
}
