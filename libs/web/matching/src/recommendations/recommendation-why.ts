import { Component, computed, inject, input } from '@angular/core';
import { type RecommendationDto, type WordLineDto } from '@htsm/contracts';
import { injectText, Lists } from '@htsm/web/core';
import { Contributions, type Contribution } from '@htsm/web/ui';
import { scoreParts, type ScorePart } from './score-parts';

/** Pairs of words that stand beside the text part; all of them are in the list below. */
const WORDS_IN_SHORT = 3;

/** A score, what it is made of, and the words, documents and gaps behind it. */
@Component({
  selector: 'htsm-recommendation-why',
  imports: [Contributions],
  templateUrl: './recommendation-why.html',
  styleUrl: './recommendation-why.css',
})
export class RecommendationWhy {
  private readonly lists = inject(Lists);

  readonly item = input.required<RecommendationDto>();
  /** Whether the reader is the SME itself, who can change what is missing. */
  readonly isOwn = input(false);

  protected readonly t = injectText();
  protected readonly contributions = computed(() => scoreParts(this.item()).map((part) => this.contribution(part)));
  protected readonly raises = computed(() => (this.isOwn() ? this.whatRaises(this.item()) : []));

  /** A pair of words; the same word is written once. */
  protected pairOf({ asked, found, how }: WordLineDto): string {
    return how === 'word' ? asked : `${asked} ↔ ${found}`;
  }

  /** Where a word stands, in words. */
  protected place(title: string | null): string {
    if (title !== null) return this.t('matching.recommendations.in', { title });
    return this.t(this.isOwn() ? 'matching.recommendations.inOwnAbout' : 'matching.recommendations.inAbout');
  }

  private contribution({ name, tone, points }: ScorePart): Contribution {
    return { label: this.t(`matching.recommendations.parts.${name}`), tone, points, words: this.wordsOf(name) };
  }

  private wordsOf(name: ScorePart['name']): string[] {
    const { themes, words } = this.item();
    if (name === 'themes')
      return [
        ...themes.filter(({ how }) => how === 'same').map(({ code }) => this.lists.word('theme', code)),
        ...themes.filter(({ how }) => how === 'related').map(({ code }) => this.related(code)),
      ];
    if (name !== 'text') return [];
    return (words?.terms ?? []).slice(0, WORDS_IN_SHORT).map((term) => this.pairOf(term));
  }

  /** Somebody has the more general theme, or another below it: it counts by half. */
  private related(code: string): string {
    return this.t('matching.recommendations.relatedTheme', { theme: this.lists.inSentence('theme', code) });
  }

  private whatRaises({ themes, requirements, words }: RecommendationDto): string[] {
    const missing = themes.filter(({ how }) => how !== 'same');
    const unknown = requirements.filter(({ metPercent }) => metPercent === null);
    const hasFewDocuments = (words?.documents.length ?? 0) < 2;
    return [
      ...missing.map(({ code }) =>
        this.t('matching.recommendations.raiseTheme', { theme: this.lists.inSentence('theme', code) }),
      ),
      ...unknown.map(({ kind }) => this.t(`matching.recommendations.raiseUnknown.${kind}`)),
      ...(hasFewDocuments ? [this.t('matching.recommendations.raiseDocuments')] : []),
    ];
  }
}
