import { type ParamMap } from '@angular/router';
import { REGIONS, TAXONOMY_CODE } from '@htsm/domain';
import { FIRST_INTEREST, type Interest } from '../choices/choices';

/** The most that an interest holds. */
const MOST_THEMES = 30;

/** Reads an interest from the address of the page, as the public list and pages write it; what does not exist is left out. */
export function firstInterest(params: ParamMap): Interest {
  const organisationId = params.get('owner');
  return {
    ...FIRST_INTEREST,
    name: (params.get('name') ?? '').slice(0, 80),
    words: (params.get('q') ?? '').trim().slice(0, 200),
    themes: [...new Set(params.getAll('theme'))].filter((code) => TAXONOMY_CODE.test(code)).slice(0, MOST_THEMES),
    regions: REGIONS.filter((region) => params.getAll('region').includes(region)),
    ...(organisationId !== null && /^[0-9a-f-]{36}$/.test(organisationId)
      ? { organisationId, organisationName: (params.get('ownerName') ?? '').slice(0, 200) }
      : {}),
  };
}
