import { type InterestDto } from '@htsm/contracts';
import { inject } from '@angular/core';
import { injectText, Lists } from '@htsm/web/core';

/** What an interest asks for, as far as its words need it. */
export type NamedInterest = Pick<
  InterestDto,
  'name' | 'themes' | 'regions' | 'words' | 'organisationName' | 'followsProfile' | 'frequency' | 'weekday'
>;

/** Gives the words for an interest: what it asks for, what it is called, and how often it mails. */
export function injectInterestWords() {
  const t = injectText();
  const lists = inject(Lists);
  const asks = (interest: NamedInterest): string => {
    const parts = [
      ...interest.themes.map((theme) => lists.word('theme', theme)),
      ...interest.regions.map((region) => lists.word('region', region)),
      ...(interest.words === '' ? [] : [t('notifications.interest.words', { words: interest.words })]),
      ...(interest.organisationName === null
        ? []
        : [t('notifications.interest.owner', { name: interest.organisationName })]),
      ...(interest.followsProfile ? [t('notifications.interest.profile')] : []),
    ];
    return parts.length === 0 ? t('notifications.interest.everything') : parts.join(', ');
  };
  return {
    asks,
    title: (interest: NamedInterest): string => (interest.name === '' ? asks(interest) : interest.name),
    often: ({ frequency, weekday }: NamedInterest): string =>
      frequency === 'weekly'
        ? t('notifications.interest.weekly', { day: t(`notifications.weekday.${weekday}`) })
        : t(`notifications.frequency.${frequency}`),
  };
}
