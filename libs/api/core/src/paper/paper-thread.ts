import { Injectable } from '@nestjs/common';
import { ProgramThread } from '../threads/program-thread';
import type { PaperOrder } from './paper-order';

/** Writes documents in a thread of their own: a long one would keep other requests waiting. */
@Injectable()
export class PaperThread {
  private readonly thread = new ProgramThread<Uint8Array>('paper-thread');

  /** Gives the bytes of the PDF. */
  write(order: PaperOrder): Promise<Uint8Array> {
    return this.thread.run<Uint8Array>(order, (bytes, done) => done(bytes));
  }
}
