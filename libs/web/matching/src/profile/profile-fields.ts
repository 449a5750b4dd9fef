import { Component, computed, inject, input } from '@angular/core';
import { COMPANY_SIZES, LOCALES, PROFILE_LIMITS, REGIONS } from '@htsm/domain';
import { type FormState, injectText, type ListName, Lists } from '@htsm/web/core';
import { Checkbox, CheckboxGroup, ChoiceTree, RadioGroup, SelectField, TextArea, Trl } from '@htsm/web/ui';
import { type ProfileForm, toContent } from './profile-form';
import { WordList } from './word-list';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The fields of a profile, with guidance. */
@Component({
  selector: 'htsm-profile-fields',
  imports: [Checkbox, CheckboxGroup, ChoiceTree, RadioGroup, SelectField, TextArea, Trl, WordList],
  templateUrl: './profile-fields.html',
  styleUrl: './profile-fields.css',
})
export class ProfileFields {
  private readonly lists = inject(Lists);

  readonly form = input.required<FormState<ProfileForm>>();

  protected readonly t = injectText();
  protected readonly limits = PROFILE_LIMITS;
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('matching.profile.language.' + value) })),
  );
  protected readonly themes = computed(() => this.lists.options('theme', this.form().value().themes));
  protected readonly regions = this.words('region', REGIONS);
  protected readonly certificates = computed(() => this.lists.options('certificate', this.form().value().certificates));
  protected readonly sizes = this.words('company_size', COMPANY_SIZES);
  protected readonly levels = computed(() =>
    LEVELS.map((level) => ({
      value: String(level),
      label: `${level} · ${this.lists.word('readiness', `trl_${level}`)}`,
    })),
  );
  /** The range of readiness, when both ends are there and the right way round. */
  protected readonly range = computed(() => {
    const { trlMin, trlMax } = toContent(this.form().value());
    return trlMin !== null && trlMax !== null && trlMin <= trlMax ? { from: trlMin, to: trlMax } : undefined;
  });

  private words(list: ListName, codes: readonly string[]) {
    return computed(() => codes.map((value) => ({ value, label: this.lists.word(list, value) })));
  }
}
