import { Injectable } from '@nestjs/common';
import {
  UnreadableCsv,
  ValidationFailed,
  readCsv,
  type CsvRecord,
  type FieldFault,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { AssignedDto, ImportAssignmentsDto } from '../dto/assignments.dto';
import type { ReviewPairDto } from '../dto/assignment-plan.dto';
import { AssignPairs } from './assign-pairs';
import { AssignmentsRepository } from './assignments.repository';
import type { WantedTasks } from './check-tasks';

/** What the columns may be called, small and with underscores. */
const COLUMNS = {
  number: ['nummer', 'number', 'voorstel', 'proposal', 'voorstelnummer'],
  reviewer: ['beoordelaar', 'reviewer', 'e_mail', 'email', 'e_mailadres', 'mail'],
};
/** Lines that one import may have. */
const MOST_LINES = 2_000;

/** Gives tasks from the lines of a spreadsheet: the number of a proposal, and the address or name of a reviewer. */
@Injectable()
export class ImportAssignments {
  constructor(
    private readonly assign: AssignPairs,
    private readonly assignments: AssignmentsRepository,
  ) {}

  /**
   * All or nothing; tasks that exist already are skipped. Throws StepNotAllowed, and ValidationFailed with every fault of every
   * line; paths are `lines.<number of the line>.<column>`.
   */
  run(actor: UserActor, challengeId: string, { csv, dueAt }: ImportAssignmentsDto): Promise<AssignedDto> {
    const records = recordsOf(csv);
    return this.assign.run(actor, challengeId, async (tx) => ({
      ...(await this.resolve(tx, challengeId, records)),
      dueAt,
    }));
  }

  private async resolve(
    tx: Tx,
    challengeId: string,
    records: readonly CsvRecord[],
  ): Promise<Omit<WantedTasks, 'dueAt'>> {
    const proposals = new Map(
      (await this.assignments.proposals(tx, challengeId)).map(({ id, number }) => [number, id]),
    );
    const reviewers = await this.assignments.panelNames(tx, challengeId);
    // the same pair on two lines is one task
    const wanted = new Map<string, { line: number; pair: ReviewPairDto }>();
    const faults: FieldFault[] = [];
    for (const { line, cells } of records) {
      const [number = '', reviewer = ''] = [cells.get('number'), cells.get('reviewer')];
      const proposalId = /^#?\d{1,6}$/.test(number) ? proposals.get(Number(number.replace('#', ''))) : undefined;
      const found = reviewers.filter(({ email, name }) => isSame(email, reviewer) || isSame(name, reviewer));
      const reviewerId = found.length === 1 ? found[0]?.id : undefined;
      if (proposalId === undefined) faults.push(fault(line, 'number', 'import_number', number));
      if (reviewerId === undefined) {
        faults.push(fault(line, 'reviewer', found.length > 1 ? 'import_name_twice' : 'import_reviewer', reviewer));
      }
      if (proposalId === undefined || reviewerId === undefined) continue;
      const key = `${proposalId} ${reviewerId}`;
      if (!wanted.has(key)) wanted.set(key, { line, pair: { proposalId, reviewerId } });
    }
    const lines = [...wanted.values()];
    return {
      pairs: lines.map(({ pair }) => pair),
      pathOf: (index, field) => `lines.${lines[index]?.line ?? 0}.${field === 'reviewerId' ? 'reviewer' : 'number'}`,
      faults,
    };
  }
}

function recordsOf(csv: string): CsvRecord[] {
  try {
    const records = readCsv(csv, COLUMNS, ['number', 'reviewer']);
    if (records.length === 0) throw new ValidationFailed([{ path: 'csv', code: 'import_empty' }]);
    if (records.length > MOST_LINES) {
      throw new ValidationFailed([{ path: 'csv', code: 'import_too_long', params: { max: MOST_LINES } }]);
    }
    return records;
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new ValidationFailed([{ path: 'csv', code: 'import_columns' }]);
    throw error;
  }
}

function fault(line: number, column: 'number' | 'reviewer', code: string, value: string): FieldFault {
  return { path: `lines.${line}.${column}`, code, params: { value } };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
