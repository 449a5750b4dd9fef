import { dirname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Runs one of the programs beside that of this process, each task in a thread of its own. */
export class ProgramThread<Message> {
  private readonly working = new Set<Worker>();

  /** @param name of the program, as `timetable-thread` */
  constructor(private readonly name: string) {}

  /**
   * Throws what the thread throws, and when it was stopped.
   * @param task what the thread finds as its `workerData`
   * @param take hears every message, and calls `done` with the result
   */
  run<Result>(task: unknown, take: (message: Message, done: (result: Result) => void) => void): Promise<Result> {
    const worker = new Worker(programFile(this.name), { workerData: task });
    this.working.add(worker);
    return new Promise<Result>((done, failed) => {
      worker.on('message', (message: Message) => take(message, done));
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error(`The ${this.name} ended without a result`))); // after `done` this changes nothing
    }).finally(() => {
      this.working.delete(worker);
      return worker.terminate();
    });
  }

  /** Ends what is being worked on; it can be asked for again. */
  async stop(): Promise<void> {
    await Promise.all([...this.working].map((worker) => worker.terminate()));
  }
}

/** Beside the program of this process; tests run from the sources and use the bundle that was made for them. */
function programFile(name: string): string {
  return resolve(process.env['HTSM_TEST_BUNDLE'] ?? dirname(process.argv[1] ?? ''), `${name}.js`);
}
