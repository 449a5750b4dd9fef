import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('./test-platform.mjs').TestPlatform} TestPlatform */
/** @typedef {import('./test-relay.mjs').TestRelay} TestRelay */

const FAULTS = /** @type {const} */ (['hang', 'lose answer', 'cut off', 'busy']);

/**
 * Kills one worker after another while they send; the next one warms up meanwhile. Every second time the carrier dies
 * first. Crashes of the database and faults of the relay are spread over the kills.
 * @param {{ platform: TestPlatform, relay: TestRelay, mails: number, kills: number, crashes: number, faults: number }} plan
 */
export async function sufferAll({ platform, relay, mails, kills, crashes, faults }) {
  const suffered = { kills: 0, carriers: 0, crashes: 0, faults: 0 };
  let victim = platform.start('worker');
  for (let round = 0; round < kills; round += 1) {
    const next = platform.start('worker');
    await someProgress(relay);
    if (relay.accepted.length >= mails)
      throw new Error(`All mails were sent after ${round} kills: a kill after the last mail proves nothing`);
    if (isTurn(round, kills, faults))
      suffered.faults += await fail(relay, FAULTS[suffered.faults % FAULTS.length] ?? 'hang');
    if (isTurn(round + 2, kills, crashes)) {
      await platform.crashDatabase();
      suffered.crashes += 1;
    }
    if (round % 2 === 1) suffered.carriers += killCarriers(platform, victim);
    await crash(victim);
    suffered.kills += 1;
    victim = next;
  }
  killCarriers(platform, victim);
  await crash(victim);
  return suffered;
}

/** Whether one of `count` events, spread evenly over `rounds`, falls on this round. @param {number} round @param {number} rounds @param {number} count */
function isTurn(round, rounds, count) {
  return Math.floor(((round + 1) * count) / rounds) > Math.floor((round * count) / rounds);
}

/** Waits for a random few mails, then a random moment more. @param {TestRelay} relay */
async function someProgress(relay) {
  const wanted = relay.accepted.length + Math.floor(Math.random() * 6);
  const deadline = performance.now() + 4_000;
  while (relay.accepted.length < wanted && performance.now() < deadline) await pause(1);
  await pause(Math.random() * 10);
}

/** The relay is in a bad mood for a moment. @param {TestRelay} relay @param {(typeof FAULTS)[number]} mood */
async function fail(relay, mood) {
  relay.mood = mood;
  await pause(300);
  relay.mood = 'accept';
  return 1;
}

/** @param {TestPlatform} platform @param {import('node:child_process').ChildProcess} worker */
function killCarriers(platform, worker) {
  const pids = platform.carriersOf(worker);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}

/** Ends a process without a word. @param {import('node:child_process').ChildProcess} child */
export async function crash(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
