import { ConfigurationError } from '@htsm/api/core';

/** Runs a step of starting; a setting that does not do ends the process with its one sentence and exit code 2. */
export async function plainly<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (fault) {
    if (!(fault instanceof ConfigurationError)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(2);
  }
}
