import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { constraints, type MatchPageDto } from '@htsm/contracts';
import { type MatchState } from '@htsm/domain';
import { ApiClient, createAction, createForm, describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Button, ErrorSummary, PageHead, SelectField, Skeleton, TextArea, Toasts, WithSide } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';
import { MatchPill } from '../shared/match-pill';
import { MatchProblem } from '../shared/problem-message';

/** One match: what was agreed, where it stands, and the taskforce's own notes. */
@Component({
  selector: 'htsm-match',
  imports: [
    Button,
    DateField,
    ErrorSummary,
    MatchPill,
    MatchProblem,
    NotFound,
    PageHead,
    RouterLink,
    SelectField,
    Skeleton,
    TextArea,
    WithSide,
  ],
  templateUrl: './match.html',
  styleUrl: './match.css',
})
export class Match {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MatchPageDto>(() => `/taskforce/matches/${this.id()}`);
  protected readonly saving = createAction();
  protected readonly state = linkedSignal<string>(() => this.page.value()?.state ?? 'planned');
  protected readonly agreed = linkedSignal<string>(() => this.page.value()?.agreed ?? '');
  protected readonly introductionOn = linkedSignal<string | null>(() => this.page.value()?.introductionOn ?? null);
  protected readonly nextCheckInOn = linkedSignal<string | null>(() => this.page.value()?.nextCheckInOn ?? null);
  protected readonly options = computed(() => {
    const match = this.page.value();
    const states: MatchState[] = match === undefined ? [] : [match.state, ...match.nextStates];
    return states.map((state) => ({ value: state, label: this.t('matching.state.' + state) }));
  });
  protected readonly note = createForm<{ text: string }>({
    initial: { text: '' },
    constraints: constraints.AddMatchNoteDto,
  });

  constructor() {
    describePage(() => ({ title: this.page.value()?.organisationName ?? this.t('matching.list.title') }));
  }

  protected async save(version: number): Promise<void> {
    const body = {
      version,
      state: this.state(),
      agreed: this.agreed(),
      introductionOn: this.introductionOn(),
      nextCheckInOn: this.nextCheckInOn(),
    };
    await this.saving.run(async () => {
      this.page.set(await this.api.patch<MatchPageDto>(`/taskforce/matches/${this.id()}`, body));
      this.toasts.show(this.t('matching.match.saved'));
    });
  }

  protected async addNote(): Promise<void> {
    const page = await this.note.submit((value) => this.api.post<MatchPageDto>(`/taskforce/matches/${this.id()}/notes`, value));
    if (page === undefined) return;
    this.note.reset({ text: '' });
    this.page.set(page);
  }
}
