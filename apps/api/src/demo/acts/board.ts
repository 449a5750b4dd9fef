import { Appointments, Introduce, InviteSmes, MatchBoard, MyInvitations, type BoardStep } from '@htsm/api/matching';
import { BOARD_CHALLENGE, candidates, type DemoCandidate } from '../content/board';
import type { Moment } from '../content/types';
import { dateOf } from '../moments';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** Who works on the board for the taskforce. */
const BROKER = 'marijke';

/** What happened on the board of a challenge that is still open. */
export function boardScenes(stage: Stage): Scene[] {
  return candidates.flatMap((candidate) => [
    ...scene(stage, candidate.pinned, `pin ${candidate.organisation}`, ({ reason }) =>
      judge(stage, candidate, 'pin', reason),
    ),
    ...scene(stage, candidate.vetoed, `veto ${candidate.organisation}`, ({ reason }) =>
      judge(stage, candidate, 'veto', reason),
    ),
    ...scene(stage, candidate.invited, `invite ${candidate.organisation}`, ({ personal, remindAfterDays }) =>
      stage
        .service(InviteSmes)
        .run(
          stage.actors.get(BROKER),
          challengeId(stage),
          { organisationIds: [organisationId(stage, candidate)], personal, remindAfterDays },
          'nl',
        ),
    ),
    ...scene(stage, candidate.interested, `${candidate.organisation} says yes`, ({ words }) =>
      answer(stage, candidate, { answer: 'interested', reason: null, words }),
    ),
    ...scene(stage, candidate.declined, `${candidate.organisation} says no`, ({ reason, words }) =>
      answer(stage, candidate, { answer: 'declined', reason, words }),
    ),
    ...scene(stage, candidate.introduced, `introduce ${candidate.organisation}`, ({ words }) =>
      take(stage, candidate, 'introduce', words),
    ),
    ...scene(stage, candidate.offered, `offer ${candidate.organisation} times to meet`, ({ slots, words }) =>
      offer(stage, candidate, { slots, words }),
    ),
    ...scene(stage, candidate.chosen, `${candidate.organisation} chooses a time`, ({ slot }) =>
      choose(stage, candidate, slot),
    ),
    ...scene(stage, candidate.agreed, `agree with ${candidate.organisation}`, ({ words }) =>
      take(stage, candidate, 'agree', words),
    ),
    ...scene(stage, candidate.concluded, `outcome of ${candidate.organisation}`, async ({ kind, onDay, words }) => {
      const { id, version } = await place(stage, candidate);
      const on = dateOf(onDay, stage.startedAt);
      await stage.service(Introduce).conclude(stage.actors.get(BROKER), id, { kind, on, words, version }, 'nl');
    }),
  ]);
}

function scene<What extends { readonly at: Moment }>(
  stage: Stage,
  what: What | undefined,
  name: string,
  play: (what: What) => Promise<unknown>,
): Scene[] {
  return what === undefined ? [] : [{ at: stage.at(what.at), name, play: () => play(what) }];
}

function challengeId(stage: Stage): string {
  return stage.challenges.get(BOARD_CHALLENGE).id;
}

function organisationId(stage: Stage, { organisation }: DemoCandidate): string {
  const [own] = stage.actors.get(organisation).organisations;
  if (own === undefined) throw new Error(`${organisation} belongs nowhere`);
  return own.id;
}

function judge(stage: Stage, candidate: DemoCandidate, act: 'pin' | 'veto', reason: string): Promise<unknown> {
  const input = { organisationId: organisationId(stage, candidate), act, reason };
  return stage.service(MatchBoard).judge(stage.actors.get(BROKER), challengeId(stage), input, 'nl');
}

async function answer(
  stage: Stage,
  candidate: DemoCandidate,
  input: Parameters<MyInvitations['answer']>[2],
): Promise<void> {
  const { id } = await place(stage, candidate);
  await stage.service(MyInvitations).answer(stage.actors.get(candidate.organisation), id, input, 'nl');
}

async function take(stage: Stage, candidate: DemoCandidate, step: BoardStep, words: string): Promise<void> {
  const { id, version } = await place(stage, candidate);
  await stage.service(Introduce).step(stage.actors.get(BROKER), id, { step, version, words }, 'nl');
}

async function offer(
  stage: Stage,
  candidate: DemoCandidate,
  { slots, words }: Pick<NonNullable<DemoCandidate['offered']>, 'slots' | 'words'>,
): Promise<void> {
  const { id } = await place(stage, candidate);
  const offered = slots.map((slot) => ({
    startsAt: stage.at(slot.at).toISOString(),
    minutes: slot.minutes,
    place: slot.place,
  }));
  await stage.service(Appointments).offer(stage.actors.get(BROKER), id, { slots: offered, words, version: 0 });
}

async function choose(stage: Stage, candidate: DemoCandidate, number: number): Promise<void> {
  const { id } = await place(stage, candidate);
  const actor = stage.actors.get(candidate.organisation);
  const { appointment } = await stage.service(Appointments).read(actor, id);
  await stage.service(Appointments).choose(actor, id, appointment?.slots[number]?.id ?? '');
}

/** Its place on the board as it is now. */
async function place(stage: Stage, candidate: DemoCandidate): Promise<{ id: string; version: number }> {
  const [row] = await stage.owner.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM suggestion WHERE challenge_id = $1 AND organisation_id = $2',
    [challengeId(stage), organisationId(stage, candidate)],
  );
  if (row === undefined) throw new Error(`${candidate.organisation} is not on the board`);
  return row;
}
