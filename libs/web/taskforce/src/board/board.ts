import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ReminderDto, type TaskforceBoardDto } from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectPlural,
  injectText,
  readScreen,
  ServerClock,
} from '@htsm/web/core';
import { Button, Message, PageHead, ReadFailure, Skeleton, Toasts } from '@htsm/web/ui';
import { boardLanes, type Reminder } from './board-lanes';
import { ChallengeOverview } from './challenge-overview';
import { CheckIns } from './check-ins';
import { WorkLane } from './work-lane';

/** The taskforce's home: what must be done now, and where every challenge stands. */
@Component({
  selector: 'htsm-board',
  imports: [Button, ChallengeOverview, CheckIns, Message, PageHead, ReadFailure, RouterLink, Skeleton, WorkLane],
  templateUrl: './board.html',
  styleUrl: './board.css',
})
export class Board {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ServerClock);

  /** State of the challenges in the overview; all when there is none. */
  readonly state = input<string>();

  protected readonly t = injectText();
  private readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly board = readScreen<TaskforceBoardDto>(() => '/taskforce/board');
  protected readonly lanes = computed(() => {
    const board = this.board.value();
    const words = { t: this.t, plural: this.plural, formats: this.formats(), now: this.clock.minute() };
    return board === undefined ? [] : boardLanes(board, words);
  });
  protected readonly today = computed(() => this.formats().date(new Date(this.clock.minute()).toISOString()));
  protected readonly reminding = createAction();
  protected readonly reminded = signal('');

  constructor() {
    describePage(() => ({ title: this.t('taskforce.board.title') }));
  }

  /** Mails a reviewer what is late, and shows when that was. */
  protected async remind({ assignmentId, reviewerName }: Reminder): Promise<void> {
    this.reminded.set(assignmentId);
    await this.reminding.run(async () => {
      const { remindedAt } = await this.api.post<ReminderDto>(`/taskforce/assignments/${assignmentId}/reminder`);
      this.takeReminder(assignmentId, remindedAt);
      this.toasts.show(this.t('taskforce.lane.remindedToast', { name: reviewerName }));
    });
    this.reminded.set('');
  }

  protected async chooseState(state: string): Promise<void> {
    await this.router.navigate(['/taskforce'], { queryParams: state === '' ? {} : { state } });
  }

  private takeReminder(assignmentId: string, remindedAt: string): void {
    const board = this.board.value();
    if (board === undefined) return;
    const items = board.lateReviews.items.map((item) =>
      item.assignmentId === assignmentId ? { ...item, remindedAt } : item,
    );
    this.board.set({ ...board, lateReviews: { ...board.lateReviews, items } });
  }
}
