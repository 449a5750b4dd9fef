import { Injectable } from '@nestjs/common';
import { Database, type UserActor } from '@htsm/api/core';
import type { BrokenPromiseDto, NightlyCheckDto, NightlyChecksDto } from './dto/nightly-check.dto';

/** How many nights are shown. */
const NIGHTS = 14;

interface Row {
  night: string;
  ended_at: Date | null;
  findings: BrokenPromiseDto[];
  audit_lines: string | null;
  audit_head: string | null;
  swept_files: number;
}

/** The results of the nightly check, for administrators. */
@Injectable()
export class NightlyChecksService {
  constructor(private readonly database: Database) {}

  /** Gives the last two weeks, newest first. */
  async list(actor: UserActor): Promise<NightlyChecksDto> {
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<Row>(
        `SELECT night::text, ended_at, findings, audit_lines, audit_head, swept_files FROM nightly_check
         ORDER BY nightly_check.night DESC LIMIT ${NIGHTS}`,
      ),
    );
    return { items: rows.map(nightlyCheck) };
  }
}

function nightlyCheck(row: Row): NightlyCheckDto {
  return {
    night: row.night,
    endedAt: row.ended_at?.toISOString() ?? null,
    checked: row.findings.length,
    broken: row.findings.filter(({ breaches }) => breaches > 0).map(({ name, breaches }) => ({ name, breaches })),
    auditLines: row.audit_lines === null ? null : Number(row.audit_lines),
    auditHead: row.audit_head,
    sweptFiles: row.swept_files,
  };
}
