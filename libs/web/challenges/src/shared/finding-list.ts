import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FindingDto } from '@htsm/contracts';
import { fieldId } from '@htsm/web/ui';
import { injectText } from '@htsm/web/core';

/** Findings of the quality gate, each with a link to the field where it can be mended. */
@Component({
  selector: 'htsm-finding-list',
  imports: [RouterLink],
  template: `
    <ul>
      @for (finding of findings(); track finding.code + finding.path) {
        <li>
          @if (challengeId(); as id) {
            <a [routerLink]="['/my/challenges', id, finding.section]" [fragment]="anchor(finding)">{{
              finding.text
            }}</a>
          } @else {
            {{ finding.text }}
          }
          @if (hasSection()) {
            <span class="quiet">{{ t('challenges.section.' + finding.section) }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      padding-inline-start: 1.2em;
    }
    li {
      padding-block: 0.15rem;
    }
    /* at the top, so that the bullet stands at the first line */
    a {
      display: inline-block;
      vertical-align: top;
      padding-block: 0.1rem;
    }
    .quiet {
      margin-inline-start: var(--space-2);
      font-size: var(--text-xs);
      white-space: nowrap;
    }
  `,
})
export class FindingList {
  readonly findings = input.required<readonly FindingDto[]>();
  /** With an id the findings are links into its editor. */
  readonly challengeId = input('');
  /** Whether to say in which part it is. */
  readonly hasSection = input(false);

  protected readonly t = injectText();

  protected anchor(finding: FindingDto): string {
    return fieldId(finding.path);
  }
}
