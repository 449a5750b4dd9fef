import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '@htsm/web/core';
import { Button, Pill } from '@htsm/web/ui';
import { type Lane, type Reminder } from './board-lanes';

/** One column of the board: how much there is, and each piece of work with its next step. */
@Component({
  selector: 'htsm-work-lane',
  imports: [Button, Pill, RouterLink],
  templateUrl: './work-lane.html',
  styleUrl: './work-lane.css',
})
export class WorkLane {
  readonly lane = input.required<Lane>();
  /** Task for which a reminder is on its way; empty when there is none. */
  readonly reminding = input('');
  readonly remind = output<Reminder>();

  protected readonly t = injectText();
  protected readonly headId = computed(() => `lane-${this.lane().name}`);
}
