import { Component, computed, inject, input } from '@angular/core';
import { DIGEST_FREQUENCIES, LOCALES, REGIONS } from '@htsm/domain';
import { injectText, Lists } from '@htsm/web/core';
import { CheckboxGroup, ChoiceTree, type Field, RadioGroup } from '@htsm/web/ui';

/** A form that holds the choices of a subscriber, whatever else it holds. */
export interface ChoiceForm {
  field(path: 'themes' | 'regions' | 'frequency' | 'locale'): Field;
}

/** The four questions to a subscriber: what about, where, how often, in which language. */
@Component({
  selector: 'htsm-choice-fields',
  imports: [CheckboxGroup, ChoiceTree, RadioGroup],
  template: `
    <htsm-choice-tree
      [htsmField]="form().field('themes')"
      [label]="t('notifications.choice.themes')"
      [hint]="t('notifications.choice.themesHint')"
      [options]="themes()"
    />
    <htsm-checkbox-group
      [htsmField]="form().field('regions')"
      [label]="t('notifications.choice.regions')"
      [hint]="t('notifications.choice.regionsHint')"
      [options]="regions()"
      [hasColumns]="true"
    />
    <htsm-radio-group
      [htsmField]="form().field('frequency')"
      [label]="t('notifications.choice.frequency')"
      [options]="frequencies()"
    />
    <htsm-radio-group
      [htsmField]="form().field('locale')"
      [label]="t('notifications.choice.locale')"
      [options]="locales()"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
  `,
})
export class ChoiceFields {
  private readonly lists = inject(Lists);

  readonly form = input.required<ChoiceForm>();

  protected readonly t = injectText();
  protected readonly themes = computed(() => this.lists.options('theme', codes(this.form().field('themes').value())));
  protected readonly regions = computed(() =>
    REGIONS.map((value) => ({ value, label: this.lists.word('region', value) })),
  );
  protected readonly frequencies = computed(() =>
    DIGEST_FREQUENCIES.map((value) => ({
      value,
      label: this.t('notifications.frequency.' + value),
      hint: this.t('notifications.frequencyHint.' + value),
    })),
  );
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('notifications.locale.' + value) })),
  );
}

function codes(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}
