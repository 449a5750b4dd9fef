import { ProfileDocuments, Profiles } from '@htsm/api/matching';
import { profiles } from '../content/profiles/all-profiles';
import type { DemoProfile, Moment } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** When the SMEs wrote their profiles, before the first challenge opened. */
const WRITTEN: Moment = [-199, '20:00'];

/** Every SME completes its profile, starting from what it told at registration. */
export function profileScenes(stage: Stage): Scene[] {
  return profiles.map((profile) => ({
    at: stage.at(WRITTEN),
    name: `${profile.organisation} writes its profile`,
    play: () => write(stage, profile),
  }));
}

async function write(stage: Stage, { organisation, locale = 'nl', trl, certificates, documents }: DemoProfile) {
  const actor = stage.actors.get(organisation);
  const profileService = stage.service(Profiles);
  const known = await profileService.readOwn(actor, undefined, locale);
  const [trlMin, trlMax] = trl;
  await profileService.change(actor, { ...known, trlMin, trlMax, certificates: [...certificates] }, locale);
  for (const [kind, title, year, text, language = 'nl'] of documents) {
    await stage.service(ProfileDocuments).add(actor, { kind, title, year, text, locale: language });
  }
}
