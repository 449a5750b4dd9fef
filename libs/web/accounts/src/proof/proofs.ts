import { Service } from '@angular/core';
import { Problem } from '@htsm/web/core';

/** Asks the reader for a proof; gives whether it was given. */
type Ask = () => Promise<boolean>;

/** Does what the server may refuse for want of a recent proof: the reader is asked for one, and it is tried again. */
@Service()
export class Proofs {
  private ask: Ask = () => Promise.resolve(false);

  /** The dialog of the open screen says how the reader is asked. */
  askWith(ask: Ask): void {
    this.ask = ask;
  }

  /** Gives what `work` gives; throws what it throws, when the reader gives no proof also the refusal. */
  async with<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'proof_required' || !(await this.ask())) throw error;
      return work();
    }
  }
}
