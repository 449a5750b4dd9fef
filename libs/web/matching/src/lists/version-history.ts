import { Component, computed, effect, input, untracked } from '@angular/core';
import { type VersionsDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Skeleton } from '@htsm/web/ui';

/** What changed in a list, version by version, the newest first. */
@Component({
  selector: 'htsm-version-history',
  imports: [Skeleton],
  template: `
    <section aria-labelledby="history-head">
      <h2 id="history-head">{{ t('matching.lists.history') }}</h2>
      @if (versions.value(); as shown) {
        @if (shown.items.length === 0) {
          <p class="soft">{{ t('matching.lists.noHistory') }}</p>
        }
        <ol>
          @for (version of shown.items; track version.number) {
            <li>
              <details>
                <summary>
                  <strong>{{ t('matching.lists.version', { n: version.number }) }}</strong>
                  {{ t('matching.lists.step.' + version.step) }}
                  <span class="soft">
                    {{ plural('matching.lists.changes', version.changeCount) }},
                    <time [attr.datetime]="version.madeAt">{{ formats().moment(version.madeAt) }}</time>{{
                      version.madeBy ? ', ' + version.madeBy : ''
                    }}
                  </span>
                </summary>
                <ul>
                  @for (change of version.changes; track $index) {
                    <li>
                      @if (change.before !== change.after && change.before) {
                        <del>{{ change.before }}</del>
                      }
                      @if (change.after) {
                        <ins>{{ change.after }}</ins>
                      }
                    </li>
                  }
                </ul>
              </details>
            </li>
          }
        </ol>
      } @else if (!versions.problem()) {
        <htsm-skeleton [lines]="3" />
      }
    </section>
  `,
  styles: `
    section {
      padding-block: var(--space-5);
      border-block-start: var(--rule) solid var(--line);
    }
    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul {
      padding-inline-start: var(--space-5);
    }
    summary {
      min-height: 2rem;
      cursor: pointer;
    }
    li {
      overflow-wrap: anywhere;
    }
    ins {
      text-decoration: none;
    }
  `,
})
export class VersionHistory {
  readonly list = input.required<'taxonomy' | 'glossary'>();
  /** How often something was changed on the page; the history is read again when it grows. */
  readonly changes = input(0);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly versions = readScreen<VersionsDto>(
    () => `/administration/vocabulary-versions?list=${this.list()}`,
  );
  private readonly isChanged = computed(() => this.changes() > 0 && this.changes());

  constructor() {
    effect(() => {
      if (this.isChanged() !== false) untracked(() => this.versions.reload());
    });
  }
}
