/** Mail exactly once, at full size: see docs/adr/0005-mail-once.md. */
import { TestRelay } from './mail/test-relay.mjs';
import { TestPlatform } from './mail/test-platform.mjs';
import { crash, sufferAll } from './mail/sufferings.mjs';

/** Sizes; smaller ones for a first look: HTSM_TRUST_SCALE=0.1. */
const SCALE = Number(process.env['HTSM_TRUST_SCALE'] ?? 1);
const MAILS = Math.round(2_000 * SCALE);
const KILLS = Math.round(200 * SCALE);
const DATABASE_CRASHES = Math.round(20 * SCALE);
const RELAY_FAULTS = Math.round(20 * SCALE);
/** Rounds in which two workers see the same digest come due at the same moment. */
const PAIRS = Math.max(2, Math.round(10 * SCALE));

export const name = 'mail-once';
export const title = `${MAILS} mails, ${KILLS} kills, ${DATABASE_CRASHES} crashes of Postgres, ${RELAY_FAULTS} relay faults; two workers at once`;
export const bar = '0 lost, 0 doubled; 1 digest per reader';

/** @returns {Promise<{ figure: string, ok: boolean }>} */
export async function run() {
  const relay = await TestRelay.open();
  const platform = await TestPlatform.open(relay);
  try {
    await platform.addReaders(MAILS);
    await platform.openChallenge();
    const suffered = await sufferAll({
      platform,
      relay,
      mails: MAILS,
      kills: KILLS,
      crashes: DATABASE_CRASHES,
      faults: RELAY_FAULTS,
    });
    await platform.everythingSent(relay);
    const { lost, doubled } = relay.mishaps(MAILS);
    const extra = await digestsBeyondOne(platform, relay);
    const isWhole = await platform.keepsPromises();
    const done = `${suffered.kills} kills (${suffered.carriers} of the carrier), ${suffered.crashes} crashes, ${suffered.faults} faults`;
    return {
      figure: `${lost} lost, ${doubled} doubled of ${MAILS} after ${done}; two workers: ${extra} digests beyond one in ${PAIRS} rounds; promises about the data ${isWhole ? 'kept' : 'BROKEN'}`,
      ok:
        lost === 0 && doubled === 0 && extra === 0 && suffered.kills === KILLS && suffered.crashes === DATABASE_CRASHES,
    };
  } finally {
    await platform.close();
    await relay.close();
  }
}

/**
 * Two workers, each with its clock, digests and carrier, while digests come due again and again: at once and daily.
 * @param {TestPlatform} platform
 * @param {TestRelay} relay
 */
async function digestsBeyondOne(platform, relay) {
  await platform.query(
    `UPDATE interest SET frequency = 'daily' WHERE ctid IN (SELECT ctid FROM interest LIMIT ${Math.round(MAILS / 2)})`,
  );
  const workers = [platform.start('worker'), platform.start('worker')];
  let extra = 0;
  for (let round = 1; round <= PAIRS; round += 1) {
    relay.forget();
    await platform.openChallenge();
    await platform.query(`UPDATE clock_shift SET shift_ms = ${round} * 86400000`);
    // a worker may hold some of these rows and want others: wait until it has none
    await platform.query(
      'BEGIN; LOCK TABLE subscription IN EXCLUSIVE MODE; UPDATE subscription SET next_at = htsm_now(); COMMIT',
    );
    await platform.everythingSent(relay, MAILS);
    extra += relay.mishaps(MAILS).lost + relay.accepted.length - MAILS;
  }
  await Promise.all(workers.map(crash));
  return extra;
}
