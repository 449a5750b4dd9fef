/** npm passes on the Ctrl-C that the terminal already sent us: two that close together are one. */
const SAME_KEYPRESS_MS = 1000;

/**
 * Calls `stop` at the first Ctrl-C (or SIGTERM, or a closed terminal) and `force` at the second.
 * @param {{ stop: () => void, force: () => void }} answers
 */
export function onStopSignals({ stop, force }) {
  let firstAt = 0;
  const answer = () => {
    if (!firstAt) {
      firstAt = Date.now();
      stop();
    } else if (Date.now() - firstAt > SAME_KEYPRESS_MS) force();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, answer);
  // A closed terminal must not end us by a failed write before everything is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
