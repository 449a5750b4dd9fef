/**
 * One line per step: rewritten every second on a terminal, printed once at its end everywhere else.
 * Nobody should have to read scrolling logs to know whether the command still works.
 */

const isTerminal = Boolean(process.stdout.isTTY);

/**
 * Runs one step and shows its name, what it is busy with and how long it takes.
 * @template T
 * @param {string} title
 * @param {(say: (detail: string) => void) => Promise<T> | T} work may replace the title by what it does just now
 * @returns {Promise<T>} what the work returns; its failure passes through
 */
export async function step(title, work) {
  const startedAt = Date.now();
  let detail = title;
  const draw = () => isTerminal && rewrite(`  … ${detail}  ${duration(startedAt)}`);
  const timer = setInterval(draw, 1000);
  draw();
  try {
    const result = await work((/** @type {string} */ text) => {
      detail = text;
      draw();
    });
    finish(`  ✓ ${title}  ${duration(startedAt)}`);
    return result;
  } catch (fault) {
    finish(`  ✗ ${title}  ${duration(startedAt)}`);
    throw fault;
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} line */
function rewrite(line) {
  process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

/** @param {string} line */
function finish(line) {
  process.stdout.write(isTerminal ? `\r\x1b[2K${line}\n` : `${line}\n`);
}

/**
 * The time since a moment, for people: `0.4 s`, `34 s`, `2 min 05 s`.
 * @param {number} startedAt milliseconds
 */
export function duration(startedAt) {
  const seconds = (Date.now() - startedAt) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
