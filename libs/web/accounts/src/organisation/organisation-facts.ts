import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationDto } from '@htsm/contracts';
import { REGIONS } from '@htsm/domain';
import { ApiClient, createForm, injectText, Lists } from '@htsm/web/core';
import {
  Button,
  ConflictChoice,
  ErrorSummary,
  NumberField,
  SelectField,
  TextField,
  type TheirField,
  Toasts,
} from '@htsm/web/ui';
import { factLimits, fromForm, type FactsForm, toForm } from './facts-form';

const blank: FactsForm = {
  city: '',
  region: '',
  website: '',
  employees: null,
  groupKvkNumber: '',
};

/** Where an organisation is and how large; what it can do stands in its profile. */
@Component({
  selector: 'htsm-organisation-facts',
  imports: [Button, ConflictChoice, ErrorSummary, NumberField, RouterLink, SelectField, TextField],
  templateUrl: './organisation-facts.html',
  styleUrl: '../form.css',
})
export class OrganisationFacts {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly version = signal(1);

  readonly organisation = input.required<OrganisationDto>();
  /** The facts as the server now has them. */
  readonly saved = output<OrganisationDto>();

  private readonly lists = inject(Lists);

  protected readonly t = injectText();
  protected readonly regions = computed(() =>
    REGIONS.map((value) => ({ value, label: this.lists.word('region', value) })),
  );
  protected readonly form = createForm<FactsForm>({
    initial: blank,
    constraints: factLimits,
  });
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as OrganisationDto; // what this route answers with on a conflict
  });

  constructor() {
    effect(() => {
      const organisation = this.organisation();
      this.version.set(organisation.version);
      untracked(() => this.form.reset(toForm(organisation)));
    });
  }

  protected async save(): Promise<void> {
    const changed = await this.form.submit((value) =>
      this.api.patch<OrganisationDto>(`/organisation/${this.organisation().id}`, fromForm(value, this.version())),
    );
    if (changed === undefined) return;
    this.toasts.show(this.t('accounts.organisation.saved'));
    this.saved.emit(changed);
  }

  protected async keepMine(theirs: OrganisationDto): Promise<void> {
    this.version.set(theirs.version);
    await this.save();
  }

  /** The other's text of every field in which it differs from what is filled in here. */
  protected differences(theirs: OrganisationDto): TheirField[] {
    const mine = this.form.value();
    const other = toForm(theirs);
    const words = (form: FactsForm): Record<string, string> => ({
      city: form.city,
      region: form.region === '' ? '' : this.lists.word('region', form.region),
      website: form.website,
      employees: form.employees === null ? '' : String(form.employees),
      groupKvkNumber: form.groupKvkNumber,
    });
    const [ours, others] = [words(mine), words(other)];
    return Object.entries(others)
      .filter(([name, value]) => value !== ours[name])
      .map(([name, value]) => ({ label: this.t('accounts.organisation.field.' + name), value }));
  }
}
