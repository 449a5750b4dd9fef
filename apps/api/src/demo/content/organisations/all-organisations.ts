import type { DemoOrganisation } from '../types';
import { companies } from './companies';
import { knowledgeInstitutes } from './knowledge-institutes';
import { smesMaterials } from './smes-materials';
import { smesMeasuring } from './smes-measuring';
import { smesMetalAndMachines } from './smes-metal-and-machines';
import { smesSoftware } from './smes-software';

/** The forty invented SMEs. */
export const smes: readonly DemoOrganisation[] = [
  ...smesMetalAndMachines,
  ...smesMeasuring,
  ...smesSoftware,
  ...smesMaterials,
];

/** Every organisation of the demo; a number by place in this list becomes its KvK number. */
export const organisations: readonly DemoOrganisation[] = [...companies, ...knowledgeInstitutes, ...smes];
