import { Component, computed, inject, input, output } from '@angular/core';
import { type CandidateDto, type MatchBoardDto, type RecommendationDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, Lists } from '@htsm/web/core';
import { Button, Contributions, Pill, type Contribution } from '@htsm/web/ui';
import { RecommendationWhy } from '../recommendations/recommendation-why';
import { AppointmentCard } from '../appointments/appointment-card';
import { CandidateActForm, type CandidateAct } from './candidate-act';
import { SuggestionPill } from './suggestion-pill';

/** What can be done with an SME at once, without words. */
export type PlainAct = 'unpin' | 'lift_veto' | 'reminder';

/** The colours of the parts of a score, as everywhere. */
const TONES = { themes: 1, text: 3, requirements: 5, evidence: 4 } as const;

/** An SME on the board: how far it is, how well it fits, what stands in the way, and what can be done. */
@Component({
  selector: 'htsm-candidate-row',
  imports: [AppointmentCard, Button, CandidateActForm, Contributions, Pill, RecommendationWhy, SuggestionPill],
  templateUrl: './candidate-row.html',
  styleUrl: './candidate-row.css',
})
export class CandidateRow {
  private readonly lists = inject(Lists);

  readonly challengeId = input.required<string>();
  readonly item = input.required<CandidateDto>();
  /** Why the SME fits; null for who is not among the best of an open challenge. */
  readonly why = input<RecommendationDto | null>(null);
  /** Whether the challenge takes proposals, so that inviting makes sense. */
  readonly isOpen = input(false);
  readonly isChosen = input(false);
  /** The step being written; null when none is. */
  readonly act = input<CandidateAct | null>(null);
  readonly isBusy = input(false);
  readonly chosen = output<boolean>();
  readonly opened = output<CandidateAct | null>();
  readonly plain = output<PlainAct>();
  readonly done = output<MatchBoardDto>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly headId = computed(() => `sme-${this.item().organisationId}`);
  protected readonly canBeInvited = computed(
    () => this.isOpen() && this.item().state === 'suggested' && this.item().recipients > 0,
  );
  /** Whether it stands higher than its score, for a reason that the row gives; a pin is a reason of its own. */
  protected readonly isTurned = computed(() => !this.item().isPinned && this.item().placedBy !== 'score');
  /** Its place on the board while it is introduced and goes on: then there is a meeting to arrange. */
  protected readonly introduction = computed(() => {
    const { state, suggestionId } = this.item();
    return state === 'introduced' || state === 'agreed' ? suggestionId : null;
  });
  protected readonly parts = computed(() => this.contributions());
  protected readonly acts = computed(() => this.possible());
  protected readonly moments = computed(() => {
    const { invitedAt, remindedAt, remindAt, answeredAt, introducedAt, agreedAt, concludedAt } = this.item();
    const isWaiting = this.item().state === 'invited' && remindedAt === null;
    const all = [
      ['invited', invitedAt],
      ['reminded', remindedAt],
      ['remind', isWaiting ? remindAt : null],
      ['answered', answeredAt],
      ['introduced', introducedAt],
      ['agreed', agreedAt],
      ['concluded', concludedAt],
    ] as const;
    return all.flatMap(([name, at]) => (at === null ? [] : [{ name, day: this.formats().shortDate(at) }]));
  });
  /** What the challenge asks and the SME does not have, in words. */
  protected readonly gaps = computed(() =>
    this.item().unmet.map(({ kind, asked, metPercent }) => {
      const wanted =
        kind === 'regions'
          ? asked
              .split(', ')
              .map((code) => this.lists.word('region', code))
              .join(', ')
          : asked;
      const how = metPercent === null ? 'unknown' : 'unmet';
      return this.t(`matching.board.gap.${how}`, { kind: this.t(`matching.recommendations.parts.${kind}`), wanted });
    }),
  );

  private possible(): (CandidateAct | PlainAct)[] {
    const { state, isPinned, invitedAt, remindedAt } = this.item();
    switch (state) {
      case 'suggested':
        return [isPinned ? 'unpin' : 'pin', 'veto'];
      case 'invited':
        return [...(remindedAt === null && this.isOpen() ? (['reminder'] as const) : []), 'veto'];
      case 'interested':
        return ['introduce', 'veto'];
      case 'introduced':
        return ['agree', 'outcome'];
      case 'agreed':
        return ['outcome'];
      case 'vetoed':
        return invitedAt === null ? ['lift_veto'] : [];
      default:
        return [];
    }
  }

  protected press(act: CandidateAct | PlainAct): void {
    if (act === 'unpin' || act === 'lift_veto' || act === 'reminder') this.plain.emit(act);
    else this.opened.emit(act);
  }

  private contributions(): Contribution[] | null {
    const { parts } = this.item();
    if (parts === null) return null;
    const names = ['themes', 'text', 'evidence', 'requirements'] as const;
    return names.map((name) => ({
      tone: TONES[name],
      label: this.t(`matching.board.part.${name}`),
      points: Math.round(parts[name] / 1_000) / 10,
      words: [],
    }));
  }
}
