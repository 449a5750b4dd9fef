import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { type MatchPageDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ConflictChoice, ErrorSummary, RadioGroup, TextArea, type TheirField, Toasts } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';
import { emptyMatch, matchLimits, type MatchForm, mergeOnto, toChange, toForm } from '../shared/match-form';

/** Changes a match: how far it is, what was agreed, and the two days. */
@Component({
  selector: 'htsm-edit-match',
  imports: [Button, ConflictChoice, DateField, ErrorSummary, RadioGroup, TextArea],
  templateUrl: './edit-match.html',
  styles: `
    :host {
      display: block;
    }
    h2 {
      padding-block-end: var(--space-4);
    }
  `,
})
export class EditMatch {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  /** What the server had when the form was filled in; a later answer waits while something is being typed. */
  private readonly basis = signal<MatchPageDto | undefined>(undefined);

  readonly match = input.required<MatchPageDto>();
  /** The match as the server now has it. */
  readonly saved = output<MatchPageDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly form = createForm<MatchForm>({ initial: emptyMatch, constraints: matchLimits });
  protected readonly states = computed(() => {
    const { state, nextStates } = this.basis() ?? this.match();
    return [state, ...nextStates].map((value) => ({
      value,
      label: this.t('matching.state.' + value),
      hint: this.t('matching.stateHint.' + value),
    }));
  });
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as MatchPageDto; // what this route answers with on a conflict
  });

  constructor() {
    effect(() => {
      const match = this.match();
      // Read again, as after a switch of language: what is being typed stays, and saving finds the newer version.
      if (untracked(this.basis) !== undefined && untracked(this.form.isDirty)) return;
      this.start(match);
    });
  }

  protected async save(): Promise<void> {
    const { id, version } = this.basis() ?? this.match();
    const changed = await this.form.submit((form) =>
      this.api.patch<MatchPageDto>(`/taskforce/matches/${id}`, toChange(form, version)),
    );
    if (changed === undefined) return;
    this.start(changed);
    this.toasts.show(this.t('matching.edit.saved'));
    this.saved.emit(changed);
  }

  /** Saves what the reader changed on top of what the colleague saved. */
  protected async keepMine(theirs: MatchPageDto): Promise<void> {
    const merged = mergeOnto(theirs, toForm(this.basis() ?? this.match()), this.form.value());
    for (const [name, value] of Object.entries(merged)) this.form.set(name, value);
    this.basis.set(theirs);
    this.saved.emit(theirs);
    await this.save();
  }

  protected takeTheirs(theirs: MatchPageDto): void {
    this.start(theirs);
    this.saved.emit(theirs);
  }

  /** What the other filled in, where it differs from what stands here. */
  protected differences(theirs: MatchPageDto): TheirField[] {
    const [mine, other] = [this.form.value(), toForm(theirs)];
    const day = (text: string): string => (text === '' ? '' : this.formats().shortDate(text));
    const fields = [
      { name: 'state', label: this.t('matching.list.state'), value: this.t('matching.state.' + other.state) },
      { name: 'agreed', label: this.t('matching.agreed'), value: other.agreed },
      { name: 'introductionOn', label: this.t('matching.introduction'), value: day(other.introductionOn) },
      { name: 'nextCheckInOn', label: this.t('matching.checkIn'), value: day(other.nextCheckInOn) },
    ] as const;
    return fields.filter(({ name }) => mine[name] !== other[name]);
  }

  private start(match: MatchPageDto): void {
    this.basis.set(match);
    untracked(() => this.form.reset(toForm(match)));
  }
}
