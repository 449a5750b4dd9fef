import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { constraints, type InvitationPreviewsDto, type InvitedDto } from '@htsm/contracts';
import { REMINDER_DAYS } from '@htsm/domain';
import { ApiClient, createAction, createForm, injectPlural, injectText, mayBeEmpty } from '@htsm/web/core';
import { Button, ErrorSummary, Message, SelectField, TextArea } from '@htsm/web/ui';

interface InviteForm {
  readonly personal: string;
  /** Days, or an empty text for no reminder. */
  readonly remindAfter: string;
}

const REMINDER_CHOICES = [3, REMINDER_DAYS.first, 7, 10, 14];

/** Invites the chosen SMEs: a sentence of one's own, one reminder, and first exactly what each person will get. */
@Component({
  selector: 'htsm-invite-many',
  imports: [Button, ErrorSummary, Message, SelectField, TextArea],
  templateUrl: './invite-many.html',
  styleUrl: './invite-many.css',
})
export class InviteMany {
  private readonly api = inject(ApiClient);
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');

  readonly challengeId = input.required<string>();
  readonly organisationIds = input.required<readonly string[]>();
  readonly done = output<InvitedDto>();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly sending = createAction();
  protected readonly previews = signal<InvitationPreviewsDto | null>(null);
  protected readonly sendable = computed(
    () => this.previews()?.items.filter(({ problem }) => problem === null).length ?? 0,
  );
  protected readonly reminders = computed(() =>
    REMINDER_CHOICES.map((days) => ({ value: String(days), label: this.plural('matching.board.invite.days', days) })),
  );
  protected readonly form = createForm<InviteForm>({
    initial: { personal: '', remindAfter: String(REMINDER_DAYS.first) },
    constraints: { personal: mayBeEmpty(constraints['InviteSmesDto'].personal) },
  });

  constructor() {
    afterNextRender({ read: () => this.head().nativeElement.focus({ preventScroll: true }) });
  }

  protected async look(): Promise<void> {
    const previews = await this.form.submit(() =>
      this.api.post<InvitationPreviewsDto>(`${this.path()}/preview`, this.body()),
    );
    if (previews !== undefined) this.previews.set(previews);
  }

  protected async send(): Promise<void> {
    await this.sending.run(async () => this.done.emit(await this.api.post<InvitedDto>(this.path(), this.body())));
  }

  private path(): string {
    return `/taskforce/challenges/${this.challengeId()}/invitations`;
  }

  private body() {
    const { personal, remindAfter } = this.form.value();
    return {
      organisationIds: [...this.organisationIds()],
      personal: personal.trim(),
      remindAfterDays: remindAfter === '' ? null : Number(remindAfter),
    };
  }
}
