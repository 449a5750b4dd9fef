import { Injectable } from '@nestjs/common';
import { ProgramThread } from '../threads/program-thread';
import type { Sheet } from './workbook';

/** Writes workbooks in a thread of its own: tens of thousands of rows would keep others waiting. */
@Injectable()
export class WorkbookThread {
  private readonly thread = new ProgramThread<Uint8Array>('workbook-thread');

  /** Gives the file; see `writeWorkbook`. */
  write(sheets: readonly Sheet[]): Promise<Buffer> {
    return this.thread.run<Buffer>(sheets, (bytes, done) => done(Buffer.from(bytes)));
  }
}
