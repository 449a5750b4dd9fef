import { Component, computed, input } from '@angular/core';
import { DIGEST_FREQUENCIES, LOCALES, REGIONS, THEMES } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { CheckboxGroup, type Field, RadioGroup } from '@htsm/web/ui';

/** A form that holds the choices of a subscriber, whatever else it holds. */
export interface ChoiceForm {
  field(path: 'themes' | 'regions' | 'frequency' | 'locale'): Field;
}

/** The four questions to a subscriber: what about, where, how often, in which language. */
@Component({
  selector: 'htsm-choice-fields',
  imports: [CheckboxGroup, RadioGroup],
  template: `
    <htsm-checkbox-group
      [htsmField]="form().field('themes')"
      [label]="t('notifications.choice.themes')"
      [hint]="t('notifications.choice.themesHint')"
      [options]="themes()"
      [hasColumns]="true"
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
  readonly form = input.required<ChoiceForm>();

  protected readonly t = injectText();
  protected readonly themes = computed(() => THEMES.map((value) => ({ value, label: this.t('ui.theme.' + value) })));
  protected readonly regions = computed(() => REGIONS.map((value) => ({ value, label: this.t('ui.region.' + value) })));
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
