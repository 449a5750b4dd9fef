import { localTime } from '@htsm/domain';

/**
 * An instant in the form in which ical-generator asks libraries for a time in a zone: its own way with plain dates takes the
 * zone of the process instead.
 */
export class ClockInAmsterdam {
  constructor(private readonly instant: Date) {}

  isValid(): boolean {
    return !Number.isNaN(this.instant.getTime());
  }

  toDate(): Date {
    return this.instant;
  }

  toJSON(): string {
    return this.instant.toISOString();
  }

  /** There is one zone; asked for another, it fails rather than be wrong. */
  tz(zone?: string): this {
    if (zone !== 'Europe/Amsterdam') throw new Error(`No clock for ${zone ?? 'no zone'}`);
    return this;
  }

  format(pattern = ''): string {
    const { date, time } = localTime(this.instant);
    const seconds = String(this.instant.getUTCSeconds()).padStart(2, '0');
    if (pattern === 'YYYYMMDD') return date.replaceAll('-', '');
    if (pattern === 'HHmmss') return `${time.replace(':', '')}${seconds}`;
    throw new Error(`No such form of a time: ${pattern}`);
  }
}
