/**
 * A failure whose message is already one plain sentence for the person at the keyboard.
 * Everything else that reaches the top of a command is a fault in the command and keeps its stack.
 */
export class PlainFailure extends Error {
  /**
   * @param {string} sentence what is wrong and what to do about it
   * @param {number} [exitCode] 2 for wrong use of the command, 1 for the rest
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'PlainFailure';
    this.exitCode = exitCode;
  }
}

/** Plain sentences for the faults of the machine that anybody can meet; keyed by the system's code or words. */
const KNOWN_FAULTS = [
  [
    /ENOSPC|No space left on device/i,
    'The disk is full: free some space (about 2 GB is needed) and run the command again.',
  ],
  [/EDQUOT|Disk quota exceeded/i, 'Your disk quota is used up: free some space and run the command again.'],
  [
    /EROFS|Read-only file system/i,
    'This folder cannot be written to: use another folder, or set HTSM_DATA_DIR to one that can.',
  ],
  [
    /EMFILE|ENFILE|Too many open files/i,
    'Too many files are open on this machine: raise the limit (ulimit -n 4096) and try again.',
  ],
  [/ENOMEM|Cannot allocate memory/i, 'The machine is out of memory: close other programs and run the command again.'],
];

/**
 * Turns a system error, or the text a tool left behind, into a plain failure when its cause is a known one.
 * @param {unknown} fault an error, or the output of a tool
 * @returns {PlainFailure | undefined} undefined when the cause is not one of the known ones
 */
export function asPlainFailure(fault) {
  if (fault instanceof PlainFailure) return fault;
  const text =
    fault instanceof Error ? `${/** @type {{code?: string}} */ (fault).code ?? ''} ${fault.message}` : String(fault);
  const known = KNOWN_FAULTS.find(([pattern]) => /** @type {RegExp} */ (pattern).test(text));
  if (known) return new PlainFailure(/** @type {string} */ (known[1]));
  const denied = /EACCES.*?'(?<path>[^']+)'/.exec(text)?.groups?.['path'];
  return denied
    ? new PlainFailure(`No permission for ${denied}: run the command as the owner of that folder.`)
    : undefined;
}

/**
 * Runs a command's main function and ends the process with its exit code; known failures print one sentence.
 * @param {() => Promise<number | void>} main
 */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (fault) {
    const plain = asPlainFailure(fault);
    console.error(plain ? plain.message : fault);
    process.exitCode = plain?.exitCode ?? 1;
  }
}
