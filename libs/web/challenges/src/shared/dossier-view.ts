import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { injectFormats, injectText, Language } from '@htsm/web/core';
import { FileList, type ListedFile, RichText, Tags } from '@htsm/web/ui';
import { CriteriaTable } from './criteria-table';
import { languagesOf, textOf, type TextLanguage } from './dossier-text';
import { injectFactWords } from './fact-words';

/** Everything that is written in a challenge, as readers will see it, in one language at a time. */
@Component({
  selector: 'htsm-dossier-view',
  imports: [CriteriaTable, FileList, RichText, Tags],
  template: `
    @let item = dossier();
    @if (languages().length > 1) {
      <div class="row" role="group" [attr.aria-label]="t('challenges.language.label')">
        @for (option of languages(); track option) {
          <button
            type="button"
            class="btn second small"
            [attr.aria-pressed]="option === language()"
            (click)="language.set(option)"
          >
            {{ t('challenges.language.name.' + option) }}
          </button>
        }
      </div>
    }
    <div class="stack" [attr.lang]="language()">
      <h3>{{ text().title || t('challenges.mine.untitled') }}</h3>
      <p>{{ text().summary }}</p>
      <h4>{{ t('challenges.page.problem') }}</h4>
      <htsm-rich-text [html]="text().problem" />
      @if (text().context) {
        <h4>{{ t('challenges.page.context') }}</h4>
        <htsm-rich-text [html]="text().context" />
      }
      <h4>{{ t('challenges.page.success') }}</h4>
      <htsm-rich-text [html]="text().success" />
    </div>
    <h4>{{ t('challenges.criteria.head') }}</h4>
    <htsm-criteria-table [criteria]="text().criteria" />
    <dl class="facts">
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.value || '–' }}</dd>
        </div>
      }
    </dl>
    @if (item.capabilities.length > 0) {
      <h4>{{ t('challenges.page.capabilities') }}</h4>
      <htsm-tags [items]="item.capabilities" />
    }
    @if (files().length > 0) {
      <h4>{{ t('challenges.page.files') }}</h4>
      <htsm-file-list [files]="files()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: minmax(0, 1fr);
    }
    h4 {
      margin-block-start: var(--space-2);
    }
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      column-gap: var(--space-5);
    }
  `,
})
export class DossierView {
  readonly dossier = input.required<ChallengeDossierDto>();

  protected readonly t = injectText();
  private readonly formats = injectFormats();
  private readonly words = injectFactWords();
  private readonly reader = inject(Language);
  protected readonly languages = computed(() => languagesOf(this.dossier()));
  protected readonly language = linkedSignal<TextLanguage>(() => {
    const written = this.languages();
    const own = this.reader.current();
    return written.includes(own) ? own : (written[0] ?? own);
  });
  protected readonly text = computed(() => textOf(this.dossier(), this.language()));
  protected readonly facts = computed(() => {
    const item = this.dossier();
    const words = this.words();
    const moment = (at: string | null): string => (at === null ? '' : this.formats().moment(at));
    const fact = (name: string, value: string): { name: string; value: string } => ({
      name: this.t('challenges.facts.' + name),
      value,
    });
    return [
      fact('themes', words.themes(item.themes).join(', ')),
      fact('programme', item.programme),
      fact('partners', item.partners),
      fact(
        'maturity',
        item.trlFrom === null || item.trlTo === null
          ? ''
          : this.t('ui.trl.text', { from: item.trlFrom, to: item.trlTo }),
      ),
      fact('where', item.region === null ? '' : words.region(item)),
      fact('value', item.budgetEur === null ? item.noBudgetReason : words.value(item)),
      fact('rights', item.ipRegime === null ? '' : words.rights(item)),
      fact('time', item.hoursAsked === null ? '' : words.hours(item)),
      fact('opens', moment(item.openedAt ?? item.opensAt)),
      fact('closes', moment(item.closesAt)),
      fact('decision', moment(item.decisionDueAt)),
      fact('judging', item.isBlind ? this.t('challenges.facts.blind') : ''),
      fact('decider', item.decider),
      fact('contact', [item.contactName, item.contactEmail].filter(Boolean).join(', ')),
    ];
  });
  protected readonly files = computed<ListedFile[]>(() =>
    this.dossier().attachments.map((file) => ({
      id: file.id,
      name: file.fileName,
      bytes: file.sizeBytes,
      href: `/api/my/challenges/${this.dossier().id}/attachments/${file.id}`,
    })),
  );
}
