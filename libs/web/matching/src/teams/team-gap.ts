import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import {
  type GapFillerDto,
  type GapLineDto,
  type GapReasonDto,
  type TeamGapDto,
  type TeamPartyDto,
} from '@htsm/contracts';
import { injectPlural, injectText, Lists, readScreen, type ListName } from '@htsm/web/core';
import { Button, Empty, Message, Pill, ReadFailure, Skeleton, TextField, type Tone } from '@htsm/web/ui';

/** Partners that the contract takes on a team. */
const MOST_PARTNERS = 8;
const TONES: Readonly<Record<GapLineDto['state'], Tone>> = { covered: 'good', weak: 'act', missing: 'stop' };
const LISTS: Readonly<Partial<Record<GapLineDto['kind'], ListName>>> = {
  theme: 'theme',
  certificate: 'certificate',
  region: 'region',
};

/** What a draft team covers and misses, and who could bring it; the team is put together on the screen and kept nowhere. */
@Component({
  selector: 'htsm-team-gap',
  imports: [Button, Empty, Message, Pill, ReadFailure, Skeleton, TextField],
  templateUrl: './team-gap.html',
  styleUrl: './team-gap.css',
})
export class TeamGap {
  private readonly lists = inject(Lists);

  /** The address of the challenge in the API: whose look it is. */
  readonly path = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly partners = signal<readonly string[]>([]);
  protected readonly letters = signal('');
  protected readonly q = signal('');
  protected readonly page = readScreen<TeamGapDto>(
    () => `${this.path()}/team-gap`,
    () => ({ partnerIds: this.partners(), q: this.q() }),
  );
  /** The last answer stays while the next one is on its way. */
  protected readonly gap = linkedSignal<TeamGapDto | undefined, TeamGapDto | undefined>({
    source: () => this.page.value(),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly open = computed(() => (this.gap()?.lines ?? []).filter(({ state }) => state !== 'covered').length);
  protected readonly isFull = computed(() => this.partners().length >= MOST_PARTNERS);

  protected tone({ state }: GapLineDto): Tone {
    return TONES[state];
  }

  /** What is asked, in words. */
  protected asked({ kind, asked }: GapLineDto): string {
    return this.words(kind, asked);
  }

  protected because(line: GapLineDto, { organisationName: name, found, documentTitle, state }: GapReasonDto): string {
    const what = line.kind === 'capability' ? `“${found}”` : this.words(line.kind, found);
    const place = documentTitle === null ? '' : ` ${this.t('matching.recommendations.in', { title: documentTitle })}`;
    return `${this.t(`matching.team.because.${state}`, { name, what })}${place}`;
  }

  /** What somebody would bring, in words. */
  protected brings({ lines }: GapFillerDto): string {
    const all = this.gap()?.lines ?? [];
    return lines
      .flatMap((at) => all[at] ?? [])
      .map((line) => this.asked(line))
      .join(', ');
  }

  protected nobody({ nobody, lines }: TeamGapDto): string {
    return nobody
      .flatMap((at) => lines[at] ?? [])
      .map((line) => this.asked(line))
      .join(', ');
  }

  protected add(...parties: readonly TeamPartyDto[]): void {
    const ids = parties.map(({ organisationId }) => organisationId);
    this.partners.update((partners) => [...new Set([...partners, ...ids])].slice(0, MOST_PARTNERS));
    this.letters.set('');
    this.q.set('');
  }

  protected remove({ organisationId }: TeamPartyDto): void {
    this.partners.update((partners) => partners.filter((id) => id !== organisationId));
  }

  protected search(): void {
    this.q.set(this.letters().trim());
  }

  private words(kind: GapLineDto['kind'], code: string): string {
    const list = LISTS[kind];
    if (list !== undefined) return this.lists.word(list, code);
    return kind === 'trl' ? this.t('matching.team.trl', { levels: code.replace('-', '–') }) : code;
  }
}
