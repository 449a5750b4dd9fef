/** npm passes on the Ctrl-C that the terminal already sent us: two that close together are one. */
const SAME_KEYPRESS_MS = 1000;

/**
 * Calls `stop` at the first Ctrl-C or SIGTERM, or when the terminal or the npm that started us is gone,
 * and `force` at the second.
 * @param {{ stop: () => void, force: () => void }} answers
 */
export function onStopSignals({ stop, force }) {
  let firstAt = 0;
  const stopOnce = () => {
    if (firstAt) return;
    firstAt = Date.now();
    stop();
  };
  const answer = () => {
    if (firstAt && Date.now() - firstAt > SAME_KEYPRESS_MS) force();
    else stopOnce();
  };
  process.on('SIGINT', answer);
  process.on('SIGTERM', answer);
  // Without a terminal a hang-up is somebody's `nohup`, which must be respected.
  if (process.stdin.isTTY || process.stdout.isTTY) process.on('SIGHUP', stopOnce);
  else process.on('SIGHUP', () => {});
  stopWhenOrphaned(stopOnce);
  // A closed terminal must not end us by a failed write before everything is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * npm runs scripts through a shell, which passes no signals on: somebody who ends npm ends the shell but not us.
 * @param {() => void} stop
 */
function stopWhenOrphaned(stop) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
