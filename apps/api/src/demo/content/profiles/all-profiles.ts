import type { DemoProfile } from '../types';
import { materialsProfiles } from './materials';
import { measuringProfiles } from './measuring';
import { metalAndMachinesProfiles } from './metal-and-machines';
import { softwareProfiles } from './software';

/** The profile of every invented SME. */
export const profiles: readonly DemoProfile[] = [
  ...materialsProfiles,
  ...measuringProfiles,
  ...metalAndMachinesProfiles,
  ...softwareProfiles,
];
