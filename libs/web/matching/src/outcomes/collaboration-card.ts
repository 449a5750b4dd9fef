import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CollaborationDto, type MomentDto, type OutcomeLineDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { Button, Pill } from '@htsm/web/ui';
import { NoteOutcome } from './note-outcome';

/** What came of one challenge and one SME: the words of both sides, moment by moment, and those of the taskforce. */
@Component({
  selector: 'htsm-collaboration-card',
  imports: [Button, NoteOutcome, Pill, RouterLink],
  templateUrl: './collaboration-card.html',
  styleUrl: './collaboration-card.css',
})
export class CollaborationCard {
  readonly item = input.required<CollaborationDto>();
  readonly changed = output<CollaborationDto>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly isNoting = signal(false);
  /** Moments that came, and the first that is to come. */
  protected readonly moments = computed(() => {
    const { moments } = this.item();
    const next = moments.findIndex((moment) => !moment.isAsked);
    return next === -1 ? moments : moments.filter((moment, index) => moment.isAsked || index === next);
  });

  protected readonly sides = ['sme', 'owner'] as const;

  protected said({ kind, euros }: OutcomeLineDto): string {
    const what = this.t(`matching.ledger.kind.${kind}`);
    return euros === null ? what : `${what}, ${this.t(`matching.ledger.euros.${euros}`)}`;
  }

  protected silence({ isAsked, dueAt }: MomentDto): string {
    return isAsked
      ? this.t('matching.ledger.silent')
      : this.t('matching.ledger.due', { day: this.formats().shortDate(dueAt) });
  }

  protected noted(item: CollaborationDto): void {
    this.isNoting.set(false);
    this.changed.emit(item);
  }
}
