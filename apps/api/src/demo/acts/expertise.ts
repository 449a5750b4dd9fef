import { Expertise } from '@htsm/api/reviews';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** What reviewers of the demo know. */
const KNOWN = [
  {
    who: 'jelle',
    words: 'Lassen en plaatwerk, en meten aan bruggen en spoor. Tien jaar werkvoorbereider bij een staalbouwer.',
    themes: ['sensors', 'materials', 'rail_infra_energy'],
    locale: 'nl',
  },
  {
    who: 'meike',
    words: 'Voedselverwerking: sorteren met camera’s, hygiënisch ontwerpen, droge stoffen transporteren.',
    themes: ['food_agri', 'robotics'],
    locale: 'nl',
  },
  {
    who: 'sylvia',
    words: 'Machine learning on sensor data: anomaly detection, predictive maintenance, small data sets.',
    themes: ['data_ai', 'sensors'],
    locale: 'en',
  },
] as const;

/** Reviewers say what they know, before they are asked to judge. */
export function expertiseScenes(stage: Stage): Scene[] {
  return KNOWN.map(({ who, words, themes, locale }) => ({
    at: stage.at([-140, '09:00']),
    name: `${who} says what they know`,
    play: () =>
      stage.service(Expertise).changeOwn(stage.actors.get(who), { words, themes: [...themes], locale, version: 0 }),
  }));
}
