import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  input,
  viewChild,
} from '@angular/core';
import { type AppointmentPageDto } from '@htsm/contracts';
import { type AppointmentState, type AppointmentStep } from '@htsm/domain';
import { injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Pill, ReadFailure, Toasts, type Tone } from '@htsm/web/ui';
import { AppointmentWords } from './appointment-words';
import { ChooseSlot } from './choose-slot';
import { MoveAppointment } from './move-appointment';
import { OfferSlots } from './offer-slots';
import { OpenStep } from './open-step';
import { linkOf, whenOf } from './when-of';

const TONES: Readonly<Record<AppointmentState, Tone>> = {
  offered: 'wait',
  refused: 'act',
  fixed: 'good',
  cancelled: 'stop',
};

/** The appointment of an introduction, with what its reader can do: offer, choose, ask for others, move, cancel. */
@Component({
  selector: 'htsm-appointment',
  imports: [AppointmentWords, Button, ChooseSlot, MoveAppointment, OfferSlots, Pill, ReadFailure],
  templateUrl: './appointment-card.html',
  styleUrl: './appointment-card.css',
})
export class AppointmentCard {
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly open = inject(OpenStep);
  private readonly head = viewChild<ElementRef<HTMLElement>>('head');

  /** Of the place on the board. */
  readonly id = input.required<string>();
  /** Of its heading. */
  readonly level = input(2);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly tones = TONES;
  protected readonly page = readScreen<AppointmentPageDto>(() => `/introductions/${this.id()}/appointment`);
  /** The step being written; null when none is. */
  protected readonly step = computed(() => {
    const open = this.open.current();
    return open?.id === this.id() ? open.step : null;
  });
  protected readonly headId = computed(() => `appointment-${this.id()}`);
  /** Steps that begin with a button; a choice is made where the slots stand. */
  protected readonly buttons = computed(() => (this.page.value()?.steps ?? []).filter((step) => step !== 'choose'));
  protected readonly canChoose = computed(() => this.page.value()?.steps.includes('choose') === true);
  protected readonly meeting = computed(() => {
    const meeting = this.page.value()?.appointment?.meeting ?? null;
    if (meeting === null) return null;
    return { when: whenOf(meeting, this.formats()), place: meeting.place, link: linkOf(meeting.place) };
  });
  protected readonly slots = computed(() =>
    (this.page.value()?.appointment?.slots ?? []).map((slot) => ({
      ...slot,
      when: whenOf(slot, this.formats()),
      isPast: slot.startsAt <= (this.page.value()?.now ?? ''),
    })),
  );
  /** Who wrote the words that stand with it. */
  protected readonly writer = computed(() => {
    const page = this.page.value();
    const of = page?.appointment?.wordsOf;
    return of === 'sme' ? page?.smeName : of === 'owner' ? page?.ownerName : this.t('matching.appointment.taskforce');
  });
  /** What may have changed meanwhile: who is at it knows of it when the page is read again. */
  protected readonly wordOf = computed(() => {
    const page = this.page.value();
    if (page?.appointment == null) return page?.side === 'sme' ? 'noneYet' : 'none';
    return page.appointment.state === 'offered' && this.canChoose() ? 'toChoose' : page.appointment.state;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  /** Begins to write a step; what was being written elsewhere on the page is put away. */
  protected begin(step: AppointmentStep): void {
    this.open.current.set({ id: this.id(), step });
  }

  protected close(): void {
    this.open.current.update((open) => (open?.id === this.id() ? null : open));
  }

  /** The word on the button of a step; slots that are on offer are offered anew. */
  protected wordFor(step: AppointmentStep): string {
    return step === 'offer' && this.page.value()?.appointment?.state === 'offered' ? 'change' : step;
  }

  /** Shows the page after a step, and puts the focus where the form was. */
  protected take(page: AppointmentPageDto): void {
    this.page.set(page);
    this.close();
    this.toasts.show(this.t('matching.appointment.saved'));
    afterNextRender(
      { read: () => this.head()?.nativeElement.focus({ preventScroll: true }) },
      { injector: this.injector },
    );
  }
}
