import { ChallengeClock, ChallengeDrafts, Moderation } from '@htsm/api/challenges';
import { CloseChallenge } from '@htsm/api/reviews';
import { DigestRun } from '@htsm/api/notifications';
import { challenges } from '../content/challenges/all-challenges';
import type { DemoChallenge, DemoChallengePlan, Moment } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

type Dossier = Awaited<ReturnType<ChallengeDrafts['readOwn']>>;
type Fields = Omit<Parameters<ChallengeDrafts['changeFields']>[2], 'version'>;

/** Digests stop here, so that the newest challenges are still to be told when the worker starts. */
const LAST_DIGEST_DAY = -12;
/** Who moderates. */
const MODERATOR = 'marijke';

/** The life of every challenge, apart from its judging. */
export function challengeScenes(stage: Stage): Scene[] {
  return scenesOfChallenges(stage, challenges);
}

/** The life of these, apart from their judging. */
export function scenesOfChallenges(stage: Stage, played: readonly DemoChallenge[]): Scene[] {
  return played
    .flatMap((challenge) => [
      ...writing(stage, challenge),
      ...moderation(stage, challenge),
      ...ending(stage, challenge),
    ])
    .concat(
      ticks(
        stage,
        played.map(({ plan }) => plan),
      ),
    );
}

function writing(stage: Stage, challenge: DemoChallenge): Scene[] {
  const { created, submitted } = challenge.plan;
  return [
    scene(stage, created, `write ${challenge.key}`, () => write(stage, challenge)),
    ...scenesAt(stage, submitted, `send in ${challenge.key}`, () => sendIn(stage, challenge)),
    ...scenesAt(stage, challenge.plan.sentBack?.resubmitted, `send in again ${challenge.key}`, () =>
      sendIn(stage, challenge),
    ),
  ];
}

async function write(stage: Stage, challenge: DemoChallenge): Promise<void> {
  const owner = stage.actors.get(challenge.organisation);
  const drafts = stage.service(ChallengeDrafts);
  const draft = await drafts.createDraft(owner, {}, 'nl');
  await stage.owner.query('UPDATE challenge SET is_demo = true WHERE id = $1', [draft.id]);
  const filled = await drafts.changeFields(
    owner,
    draft.id,
    { version: draft.version, ...fields(stage, challenge) },
    'nl',
  );
  const criteria = challenge.criteria.map((criterion) => ({
    ...criterion,
    scoreLabelsNl: [...criterion.scoreLabelsNl],
    scoreLabelsEn: [...criterion.scoreLabelsEn],
  }));
  remember(
    stage,
    challenge,
    await drafts.replaceCriteria(owner, draft.id, { version: filled.version, criteria }, 'nl'),
  );
}

/** What the owner types; empty parts stay empty. */
function fields(stage: Stage, challenge: DemoChallenge): Fields {
  const { trl, budget, themes, capabilities, ...facts } = challenge.facts;
  const { opens, closes, decisionDue } = challenge.plan;
  const instant = (moment: Moment | undefined): string | null =>
    moment === undefined ? null : stage.at(moment).toISOString();
  return {
    ...challenge.text,
    ...facts,
    themes: [...(themes ?? [])],
    capabilities: [...(capabilities ?? [])],
    trlFrom: trl?.[0] ?? null,
    trlTo: trl?.[1] ?? null,
    budgetEur: typeof budget === 'number' ? budget : null,
    noBudgetReason: typeof budget === 'string' ? budget : '',
    opensAt: instant(opens),
    closesAt: instant(closes),
    decisionDueAt: instant(decisionDue),
  };
}

async function sendIn(stage: Stage, challenge: DemoChallenge): Promise<void> {
  const { id, version } = stage.challenges.get(challenge.key);
  const owner = stage.actors.get(challenge.organisation);
  remember(stage, challenge, await stage.service(ChallengeDrafts).submit(owner, id, version, 'nl'));
}

function moderation(stage: Stage, challenge: DemoChallenge): Scene[] {
  const { sentBack, approved, opens } = challenge.plan;
  return [
    ...scenesAt(stage, sentBack?.at, `send back ${challenge.key}`, async () => {
      const { id } = stage.challenges.get(challenge.key);
      const reason = sentBack?.reason ?? '';
      const moderator = stage.actors.get(MODERATOR);
      remember(stage, challenge, await stage.service(Moderation).requestChanges(moderator, id, { reason }, 'nl'));
    }),
    ...scenesAt(stage, approved, `approve ${challenge.key}`, async () => {
      const { id, version } = stage.challenges.get(challenge.key);
      const opensAt = stage.at(opens ?? [0, 'now']).toISOString();
      const moderator = stage.actors.get(MODERATOR);
      remember(stage, challenge, await stage.service(Moderation).approve(moderator, id, { version, opensAt }, 'nl'));
    }),
  ];
}

/** The worker opens and closes by the clock, once for all of a moment, and then looks whether digests are due. */
function ticks(stage: Stage, plans: readonly DemoChallengePlan[]): Scene[] {
  const moments = plans
    .filter(({ approved }) => approved !== undefined)
    .flatMap(({ opens, closes }) => [opens, closes].filter((moment) => moment !== undefined))
    .filter((moment) => stage.at(moment) <= stage.startedAt);
  const once = new Map(moments.map((moment) => [moment.join(' '), moment]));
  return [...once].map(([name, moment]) => scene(stage, moment, `the clock at ${name}`, () => tick(stage, moment)));
}

async function tick(stage: Stage, [day]: Moment): Promise<void> {
  await stage.system(ChallengeClock).tick();
  if (day <= LAST_DIGEST_DAY) await stage.system(DigestRun).runDue();
}

function ending(stage: Stage, challenge: DemoChallenge): Scene[] {
  const { cancelled, closed } = challenge.plan;
  const moderator = (): ReturnType<typeof stage.actors.get> => stage.actors.get(MODERATOR);
  return [
    ...scenesAt(stage, cancelled?.at, `cancel ${challenge.key}`, async () => {
      const { id } = stage.challenges.get(challenge.key);
      await stage.service(Moderation).cancel(moderator(), id, { reason: cancelled?.reason ?? '' }, 'nl');
    }),
    ...scenesAt(stage, closed, `close ${challenge.key}`, async () => {
      await stage.service(CloseChallenge).run(moderator(), stage.challenges.get(challenge.key).id);
    }),
  ];
}

function remember(stage: Stage, challenge: DemoChallenge, dossier: Dossier): void {
  const { id, slug, version } = dossier;
  stage.challenges.put(challenge.key, { id, slug, version, criterionIds: dossier.criteria.map((one) => one.id) });
}

function scene(stage: Stage, moment: Moment, name: string, play: () => Promise<unknown>): Scene {
  return { at: stage.at(moment), name, play };
}

function scenesAt(stage: Stage, moment: Moment | undefined, name: string, play: () => Promise<unknown>): Scene[] {
  return moment === undefined ? [] : [scene(stage, moment, name, play)];
}
