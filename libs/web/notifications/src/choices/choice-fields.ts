import { Component, computed, inject, input } from '@angular/core';
import { DIGEST_FREQUENCIES, REGIONS } from '@htsm/domain';
import { injectText, Lists } from '@htsm/web/core';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  ChoiceTree,
  type Field,
  RadioGroup,
  SelectField,
  TextField,
} from '@htsm/web/ui';

type InterestField =
  | 'organisationId'
  | 'organisationName'
  | 'name'
  | 'themes'
  | 'regions'
  | 'words'
  | 'followsProfile'
  | 'frequency'
  | 'weekday';

/** A form that holds an interest, whatever else it holds. */
export interface InterestForm {
  field(path: InterestField): Field;
}

/** The questions about one interest: what about, where, with which words, how often. */
@Component({
  selector: 'htsm-choice-fields',
  imports: [Button, Checkbox, CheckboxGroup, ChoiceTree, RadioGroup, SelectField, TextField],
  template: `
    @if (owner(); as name) {
      <p class="row">
        <span>{{ t('notifications.choice.owner', { name }) }}</span>
        <button htsm-button isSmall type="button" (click)="forgetOwner()">
          {{ t('notifications.choice.everyOwner') }}
        </button>
      </p>
    }
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
    <htsm-text-field
      [htsmField]="form().field('words')"
      [label]="t('notifications.choice.words')"
      [hint]="t('notifications.choice.wordsHint')"
    />
    @if (hasProfile()) {
      <htsm-checkbox
        [htsmField]="form().field('followsProfile')"
        [label]="t('notifications.choice.profile')"
        [hint]="t('notifications.choice.profileHint')"
      />
    }
    <htsm-radio-group
      [htsmField]="form().field('frequency')"
      [label]="t('notifications.choice.frequency')"
      [options]="frequencies()"
    />
    @if (form().field('frequency').value() === 'weekly') {
      <htsm-select
        [htsmField]="form().field('weekday')"
        [label]="t('notifications.choice.weekday')"
        [options]="weekdays()"
      />
    }
    <htsm-text-field
      [htsmField]="form().field('name')"
      [label]="t('notifications.choice.name')"
      [hint]="t('notifications.choice.nameHint')"
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

  readonly form = input.required<InterestForm>();
  /** Whether the reader can have an SME with a profile. */
  readonly hasProfile = input(false);

  protected readonly t = injectText();
  protected readonly themes = computed(() => this.lists.options('theme', codes(this.form().field('themes').value())));
  protected readonly regions = computed(() =>
    REGIONS.map((value) => ({ value, label: this.lists.word('region', value) })),
  );
  /** The organisation whose challenges alone are meant; empty for those of all. */
  protected readonly owner = computed(() => {
    const name = this.form().field('organisationName').value();
    return typeof name === 'string' ? name : '';
  });
  protected readonly frequencies = computed(() =>
    DIGEST_FREQUENCIES.map((value) => ({
      value,
      label: this.t('notifications.frequency.' + value),
      hint: this.t('notifications.frequencyHint.' + value),
    })),
  );
  protected readonly weekdays = computed(() =>
    ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, label: this.t('notifications.weekday.' + value) })),
  );

  protected forgetOwner(): void {
    this.form().field('organisationId').set(null);
    this.form().field('organisationName').set(null);
  }
}

function codes(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}
