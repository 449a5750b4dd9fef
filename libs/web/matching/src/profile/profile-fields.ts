import { Component, computed, input } from '@angular/core';
import { CERTIFICATES, COMPANY_SIZES, LOCALES, PROFILE_LIMITS, REGIONS, THEMES } from '@htsm/domain';
import { type FormState, injectText } from '@htsm/web/core';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField, TextArea, Trl } from '@htsm/web/ui';
import { type ProfileForm, toContent } from './profile-form';
import { WordList } from './word-list';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The fields of a profile, with guidance. */
@Component({
  selector: 'htsm-profile-fields',
  imports: [Checkbox, CheckboxGroup, RadioGroup, SelectField, TextArea, Trl, WordList],
  templateUrl: './profile-fields.html',
  styleUrl: './profile-fields.css',
})
export class ProfileFields {
  readonly form = input.required<FormState<ProfileForm>>();

  protected readonly t = injectText();
  protected readonly limits = PROFILE_LIMITS;
  protected readonly locales = this.options(LOCALES, 'matching.profile.language.');
  protected readonly themes = this.options(THEMES, 'ui.theme.');
  protected readonly regions = this.options(REGIONS, 'ui.region.');
  protected readonly certificates = this.options(CERTIFICATES, 'matching.certificate.');
  protected readonly sizes = this.options(COMPANY_SIZES, 'matching.profile.size.');
  protected readonly levels = computed(() =>
    LEVELS.map((level) => ({ value: String(level), label: `${level} · ${this.t('matching.profile.trl.' + level)}` })),
  );
  /** The range of readiness, when both ends are there and the right way round. */
  protected readonly range = computed(() => {
    const { trlMin, trlMax } = toContent(this.form().value());
    return trlMin !== null && trlMax !== null && trlMin <= trlMax ? { from: trlMin, to: trlMax } : undefined;
  });

  private options(codes: readonly string[], key: string) {
    return computed(() => codes.map((value) => ({ value, label: this.t(key + value) })));
  }
}
