import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OverviewChallengeDto } from '@htsm/contracts';
import { CHALLENGE_STATES } from '@htsm/domain';
import { injectFormats, injectText, readPages } from '@htsm/web/core';
import { Button, Empty, ReadFailure, SelectField, Skeleton, StatePill } from '@htsm/web/ui';
import { isUnsealed, nextStep, stepPath } from './next-step';

/** States that can be asked for; drafts are their owner's. */
const LISTED = CHALLENGE_STATES.filter((state) => state !== 'draft');

/** Every challenge with its state, how far it is, and the next step of the taskforce. */
@Component({
  selector: 'htsm-challenge-overview',
  imports: [Button, Empty, ReadFailure, RouterLink, SelectField, Skeleton, StatePill],
  templateUrl: './challenge-overview.html',
  styleUrl: './challenge-overview.css',
})
export class ChallengeOverview {
  /** Only challenges in this state; empty for all. */
  readonly state = input('');
  readonly choose = output<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly states = computed(() => [
    { value: '', label: this.t('taskforce.overview.all') },
    ...LISTED.map((value) => ({ value, label: this.t('ui.challengeState.' + value) })),
  ]);
  private readonly asked = computed(() => LISTED.find((state) => state === this.state()) ?? '');
  protected readonly list = readPages<OverviewChallengeDto>(
    () => `/taskforce/overview${this.asked() === '' ? '' : `?state=${this.asked()}`}`,
  );
  protected readonly rows = computed(() => this.list.items()?.map((challenge) => this.row(challenge)));

  private row(challenge: OverviewChallengeDto) {
    const step = nextStep(challenge);
    return {
      challenge,
      step,
      path: stepPath(challenge.id, step),
      isUnsealed: isUnsealed(challenge),
      moment: this.moment(challenge),
    };
  }

  /** The instant that matters now, in words; empty when there is none. */
  private moment({ state, opensAt, closesAt, decisionDueAt }: OverviewChallengeDto): string {
    const say = (name: 'opens' | 'closes' | 'decision', instant: string | null): string =>
      instant === null ? '' : this.t('taskforce.overview.moment.' + name, { day: this.formats().shortDate(instant) });
    if (state === 'scheduled' || state === 'in_moderation') return say('opens', opensAt);
    if (state === 'open') return say('closes', closesAt);
    return state === 'evaluating' ? say('decision', decisionDueAt) : '';
  }
}
