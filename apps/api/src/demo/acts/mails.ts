import { randomUUID } from 'node:crypto';
import { MailDecisions, MailTemplates } from '@htsm/api/notifications';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

const FOLLOWED = {
  name: 'Ytsje Bergsma',
  challengeTitle: 'Zakken stapelen die steeds van vorm veranderen',
  closesAt: '2027-01-20T16:00:00Z',
  path: '/challenges',
};
/** Somebody who left the company; a mail came back. */
const GONE = 'vertrokken@weidewerk.example';
const SAID = '550 5.1.1 <vertrokken@weidewerk.example>: Recipient address rejected: User unknown';

/** What the administrator meets in the outbox: a mail that came back, one that waits for a look, and a text of the taskforce's own. */
export function mailScenes(stage: Stage): Scene[] {
  return [
    { at: stage.at([-30, '11:15']), name: 'the administrator changes a text', play: () => changeText(stage) },
    { at: stage.at([-9, '09:30']), name: 'a mail comes back', play: () => comeBack(stage) },
    { at: stage.at([-1, '16:10']), name: 'the administrator holds a mail', play: () => holdOne(stage) },
  ];
}

async function changeText(stage: Stage): Promise<void> {
  const text = 'U volgt {{challengeTitle}}. Hebt u een vraag? Stel hem op tijd, dan helpt het antwoord iedereen.';
  await stage.service(MailTemplates).save(stage.actors.get('hilde'), 'followed_closing', 'nl', {
    number: 0,
    texts: [{ key: 'p1', text }],
  });
}

async function comeBack(stage: Stage): Promise<void> {
  const id = await addMail(stage, GONE, 'accepted');
  await stage.owner.query(
    `INSERT INTO mail_suppression (email, reason, words, mail_id) VALUES ($1, 'bounced', $2, $3)`,
    [GONE, SAID, id],
  );
}

async function holdOne(stage: Stage): Promise<void> {
  const id = await addMail(stage, 'ytsje@weidewerk.example', 'queued');
  await stage.service(MailDecisions).hold(stage.actors.get('hilde'), id);
}

async function addMail(stage: Stage, to: string, state: string): Promise<string> {
  const id = randomUUID();
  await stage.owner.query(
    `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, state, accepted_at, handover_at)
     SELECT $1::uuid, 'followed_closing', $2, 'nl', $3, 'demo:' || $1::text, '<' || $1::text || '@htsm-challenges>', $4, at, at
     FROM (SELECT CASE WHEN $4 = 'accepted' THEN htsm_now() END AS at) moment`,
    [id, to, JSON.stringify(FOLLOWED), state],
  );
  return id;
}
