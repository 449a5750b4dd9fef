import { AskTimetable, MeetingEvents, MeetingParties, PublishProgramme, TimetableRun } from '@htsm/api/meetings';
import type { Moment } from '../content/types';
import { dateOf } from '../moments';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** When the taskforce made the matchmaking day and sent the programmes. */
const PLANNED: Moment = [-1, '16:10'];
/** How many days from now it is. */
const DAYS_AHEAD = 24;
/** Who makes it. */
const ORGANISER = 'marijke';
const MOST_CHALLENGES = 6;
const MOST_SMES = 14;

const DAY = {
  titleNl: 'Ontmoetingsdag Noord',
  titleEn: 'Matchmaking day North',
  place: 'Innovatiehuis, Zernikelaan 8, Groningen (fictief)',
  time: '13:30',
  slots: 6,
  slotMinutes: 20,
  pauseMinutes: 5,
  tables: 6,
  scoreBarPercent: 30,
};

/** A pair that shares a theme. */
interface Pair {
  readonly challengeId: string;
  readonly organisationId: string;
}

/** The taskforce makes a matchmaking day for the open challenges and sends everybody a programme. */
export function meetingScenes(stage: Stage): Scene[] {
  return [{ at: stage.at(PLANNED), name: 'the matchmaking day is planned', play: () => plan(stage) }];
}

async function plan(stage: Stage): Promise<void> {
  const actor = stage.actors.get(ORGANISER);
  const parties = stage.service(MeetingParties);
  const pairs = await pairsWithOneTheme(stage);
  const challengeIds = [...new Set(pairs.map(({ challengeId }) => challengeId))].slice(0, MOST_CHALLENGES);
  const near = pairs.filter(({ challengeId }) => challengeIds.includes(challengeId));
  const organisationIds = [...new Set(near.map(({ organisationId }) => organisationId))].slice(0, MOST_SMES);
  const date = dateOf(DAYS_AHEAD, stage.startedAt);
  const { id, version } = await stage.service(MeetingEvents).create(actor, { ...DAY, date }, 'nl');
  let event = await parties.choose(actor, id, { version, challengeIds, organisationIds }, 'nl');
  const partyOf = new Map(event.parties.map((party) => [party.challengeId ?? party.organisationId, party.id]));
  for (const { challengeId, organisationId } of near) {
    const [challengePartyId, smePartyId] = [partyOf.get(challengeId), partyOf.get(organisationId)];
    if (challengePartyId === undefined || smePartyId === undefined) continue;
    const wish = { version: event.version, challengePartyId, smePartyId, rule: 'wanted' } as const;
    event = await parties.wish(actor, id, wish, 'nl');
  }
  await stage.service(AskTimetable).run(actor, id, { version: event.version, basis: 'fresh' }, 'nl');
  await stage.system(TimetableRun).follow();
  await stage.system(TimetableRun).stop();
  const made = await stage.service(MeetingEvents).read(actor, id, 'nl');
  await stage.service(PublishProgramme).run(actor, id, { version: made.version }, 'nl');
}

/** Recommendations come later, from the worker; until then a theme in common is the reason. The sign-in's SME comes first. */
async function pairsWithOneTheme(stage: Stage): Promise<Pair[]> {
  return stage.owner.query<Pair[]>(
    `SELECT l.id AS "challengeId", o.id AS "organisationId" FROM public_challenge l
     JOIN profile p ON p.themes && l.themes JOIN organisation o ON o.id = p.organisation_id AND o.kind = 'sme'
     WHERE l.state = 'open' ORDER BY o.id IN (
       SELECT m.organisation_id FROM membership m JOIN app_user u ON u.id = m.user_id WHERE u.email = 'sme@demo.htsm.example') DESC,
       l.slug, o.name`,
  );
}
