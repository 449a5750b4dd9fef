import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Pill, type Tone } from '../state/pill';

/** One part of a task: a link, and how far it is. */
export interface Task {
  readonly label: string;
  /** Path of the page of this part. */
  readonly path: string;
  /** How far it is, in a word or two; may be empty. */
  readonly state: string;
  /** With a tone the state is a pill, without one plain text. */
  readonly tone?: Tone | undefined;
  readonly isCurrent?: boolean;
}

/** The parts of a task, order free, state at the right. */
@Component({
  selector: 'htsm-task-list',
  imports: [RouterLink, Pill],
  template: `
    <nav [attr.aria-label]="label()">
      <ol class="tasks">
        @for (task of tasks(); track task.path) {
          <li>
            <a [routerLink]="task.path" [attr.aria-current]="task.isCurrent ? 'step' : null">
              <span class="name">{{ task.label }}</span>
              @if (task.tone; as tone) {
                <htsm-pill [tone]="tone">{{ task.state }}</htsm-pill>
              } @else {
                <span class="state">{{ task.state }}</span>
              }
            </a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    :host {
      display: block;
    }
    .tasks {
      border-block-start: var(--rule) solid var(--line);
    }
    li {
      border-block-end: var(--rule) solid var(--line);
    }
    a {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: var(--space-1) var(--space-3);
      align-items: center;
      min-height: 2.9rem;
      padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
      color: var(--ink);
      line-height: 1.3;
      text-decoration: none;
    }
    a:hover {
      background: var(--sunken);
    }
    a:hover .name {
      text-decoration: underline;
    }
    [aria-current] {
      background: var(--accent-soft);
      box-shadow: inset 4px 0 0 var(--accent);
      font-weight: var(--weight-strong);
    }
    [aria-current]:focus-visible {
      box-shadow:
        inset 4px 0 0 var(--accent),
        0 0 0 var(--focus-width) var(--focus-inner);
    }
    .state {
      color: var(--ink-soft);
      font-size: var(--text-xs);
      font-weight: var(--weight-body);
    }
  `,
})
export class TaskList {
  /** Name of the list for screen readers. */
  readonly label = input.required<string>();
  readonly tasks = input.required<readonly Task[]>();
}
