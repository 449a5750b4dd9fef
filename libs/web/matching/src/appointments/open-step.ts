import { Service, signal } from '@angular/core';
import { type AppointmentStep } from '@htsm/domain';

/** The one step that is being written: several introductions stand on a page, and their forms have the same fields. */
@Service()
export class OpenStep {
  /** Null when none is. */
  readonly current = signal<{ readonly id: string; readonly step: AppointmentStep } | null>(null);
}
