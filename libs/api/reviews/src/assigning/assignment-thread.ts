import { Injectable } from '@nestjs/common';
import { ProgramThread } from '@htsm/api/core';
import type { AssignmentInstance, AssignmentOutcome } from '@htsm/domain/assignment';

/** Assigns reviewers in a thread of its own. */
@Injectable()
export class AssignmentThread {
  private readonly thread = new ProgramThread<AssignmentOutcome>('assignment-thread');

  solve(instance: AssignmentInstance): Promise<AssignmentOutcome> {
    return this.thread.run<AssignmentOutcome>(instance, (outcome, done) => done(outcome));
  }
}
