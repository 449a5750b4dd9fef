import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type InterestReasonsDto, type PreviewDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectPlural, injectText, Lists } from '@htsm/web/core';
import { Button, Message, StatePill } from '@htsm/web/ui';
import { choicesOf, type Interest } from './choices';

/** What an interest would have brought in the last ninety days, for who wants to know before saving it. */
@Component({
  selector: 'htsm-interest-preview',
  imports: [Button, Message, RouterLink, StatePill],
  templateUrl: './interest-preview.html',
  styleUrl: './interest-preview.css',
})
export class InterestPreview {
  /** What is filled in now. */
  readonly interest = input.required<Interest>();

  private readonly api = inject(ApiClient);
  private readonly lists = inject(Lists);
  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly looking = createAction();
  /** The last answer; undefined before the first. */
  protected readonly shown = signal<PreviewDto | undefined>(undefined);

  protected async look(): Promise<void> {
    const choices = choicesOf(this.interest());
    await this.looking.run(async () =>
      this.shown.set(await this.api.post<PreviewDto>('/subscriptions/preview', choices)),
    );
  }

  /** Why a challenge would have come, as a list of words; empty when everything would. */
  protected because(reasons: InterestReasonsDto): string {
    const { themes, region, words, isOfOrganisation, profile } = reasons;
    const met = ({ asked, found }: { asked: string; found: string }): string =>
      asked.toLowerCase() === found.toLowerCase() ? asked : this.t('notifications.preview.met', { asked, found });
    const profileWords = [
      ...(profile?.themes ?? []).map((theme) => this.lists.word('theme', theme)),
      ...(profile?.words ?? []).map(met),
    ];
    return [
      ...themes.map((theme) => this.lists.word('theme', theme)),
      ...(region === null ? [] : [this.lists.word('region', region)]),
      ...words.map(met),
      ...(isOfOrganisation ? [this.t('notifications.preview.owner')] : []),
      ...(profile === null ? [] : [this.t('notifications.preview.profile', { words: profileWords.join(', ') })]),
    ].join(', ');
  }
}
