import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CandidateDto, type InvitedDto, type MatchBoardDto, type RecommendationsDto } from '@htsm/contracts';
import { type SuggestionState } from '@htsm/domain';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectPlural,
  injectText,
  NotFound,
  readScreen,
} from '@htsm/web/core';
import { Button, Empty, Message, PageHead, ReadFailure, Skeleton, TextField, Toasts } from '@htsm/web/ui';
import { AddSme } from './add-sme';
import { chooseCandidates } from './board-states';
import { type CandidateAct } from './candidate-act';
import { CandidateRow, type PlainAct } from './candidate-row';
import { InviteMany } from './invite-many';
import { StateFilter } from './state-filter';

/** Most SMEs that are invited in one go. */
const MOST_AT_ONCE = 50;

/** The board of a challenge: whom the taskforce suggests, invites and introduces, and what came of it. */
@Component({
  selector: 'htsm-match-board',
  imports: [
    AddSme,
    Button,
    CandidateRow,
    Empty,
    InviteMany,
    Message,
    NotFound,
    PageHead,
    ReadFailure,
    RouterLink,
    Skeleton,
    StateFilter,
    TextField,
  ],
  templateUrl: './match-board.html',
  styleUrl: './match-board.css',
})
export class MatchBoard {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  /** Of the challenge. */
  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MatchBoardDto>(() => `/taskforce/challenges/${this.id()}/suggestions`);
  private readonly fits = readScreen<RecommendationsDto>(() => `/taskforce/challenges/${this.id()}/recommendations`);
  /** Why each SME fits, by its id. */
  protected readonly reasons = computed(
    () => new Map(this.fits.value()?.items.map((item) => [item.organisationId, item] as const)),
  );
  protected readonly acting = createAction();
  protected readonly state = signal<SuggestionState | null>(null);
  protected readonly letters = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly isInviting = signal(false);
  /** The SME and step that something is being written for. */
  protected readonly open = signal<{ readonly id: string; readonly act: CandidateAct } | null>(null);
  protected readonly shown = computed(() =>
    chooseCandidates(this.page.value()?.items ?? [], this.state(), this.letters()),
  );
  protected readonly invitable = computed(() =>
    this.shown()
      .filter(({ state, recipients }) => state === 'suggested' && recipients > 0)
      .slice(0, MOST_AT_ONCE),
  );
  protected readonly chosenIds = computed(() => [...this.chosen()]);

  constructor() {
    describePage(() => ({ title: this.t('matching.board.title') }));
  }

  protected choose(item: CandidateDto, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const others = [...chosen].filter((id) => id !== item.organisationId);
      return new Set(isChosen ? [...others, item.organisationId] : others);
    });
  }

  protected chooseAll(): void {
    this.chosen.set(new Set(this.invitable().map(({ organisationId }) => organisationId)));
  }

  protected actOf(item: CandidateDto): CandidateAct | null {
    const open = this.open();
    return open?.id === item.organisationId ? open.act : null;
  }

  protected openAct(item: CandidateDto, act: CandidateAct | null): void {
    this.open.set(act === null ? null : { id: item.organisationId, act });
  }

  protected take(board: MatchBoardDto): void {
    this.open.set(null);
    this.page.set(board);
    this.toasts.show(this.t('matching.board.saved'));
  }

  protected invited({ invited, board }: InvitedDto): void {
    this.isInviting.set(false);
    this.chosen.set(new Set());
    this.page.set(board);
    this.toasts.show(this.plural('matching.board.invite.done', invited));
  }

  protected async actPlainly({ organisationId, suggestionId }: CandidateDto, act: PlainAct): Promise<void> {
    await this.acting.run(async () => {
      const board =
        act === 'reminder'
          ? await this.api.post<MatchBoardDto>(`/taskforce/suggestions/${suggestionId ?? ''}/reminder`)
          : await this.api.post<MatchBoardDto>(`/taskforce/challenges/${this.id()}/suggestions`, {
              organisationId,
              act,
              reason: '',
            });
      this.take(board);
    });
  }
}
