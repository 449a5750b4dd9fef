import { ProfileDocuments, Profiles } from '@htsm/api/matching';
import { organisations } from '../content/organisations/all-organisations';
import { profiles } from '../content/profiles/all-profiles';
import type { DemoProfile, Moment } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** When the SMEs wrote their profiles, before the first challenge opened. */
const WRITTEN: Moment = [-199, '20:00'];

/** Every SME writes its profile, starting from the region and size that it told at registration. */
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
  const own = organisations.find(({ key }) => key === organisation);
  if (own === undefined) throw new Error(`There is no organisation ${organisation}`);
  const about = locale === 'nl' ? own.profileNl : own.profileEn;
  const told = { about, themes: [...own.themes], capabilities: [...own.capabilities], certificates: [...certificates] };
  await profileService.change(actor, { ...known, ...told, trlMin, trlMax }, locale);
  for (const [kind, title, year, text, language = 'nl'] of documents) {
    await stage.service(ProfileDocuments).add(actor, { kind, title, year, text, locale: language });
  }
}
