import business from './everyday/business.json' with { type: 'json' };
import commonAdjectives from './everyday/common-adjectives.json' with { type: 'json' };
import commonNouns from './everyday/common-nouns.json' with { type: 'json' };
import commonVerbs from './everyday/common-verbs.json' with { type: 'json' };
import everydayThings from './everyday/everyday-things.json' with { type: 'json' };
import generalMatter from './everyday/general-matter.json' with { type: 'json' };
import generalParts from './everyday/general-parts.json' with { type: 'json' };
import generalProcess from './everyday/general-process.json' with { type: 'json' };
import generalProperties from './everyday/general-properties.json' with { type: 'json' };
import generalVerbsTechnical from './everyday/general-verbs-technical.json' with { type: 'json' };
import agriFood from './technical/agri-food.json' with { type: 'json' };
import circularServitisation from './technical/circular-servitisation.json' with { type: 'json' };
import compositesMaterials from './technical/composites-materials.json' with { type: 'json' };
import construction from './technical/construction.json' with { type: 'json' };
import cybersecurityConnectivity from './technical/cybersecurity-connectivity.json' with { type: 'json' };
import dataAiIot from './technical/data-ai-iot.json' with { type: 'json' };
import infraRailEnergy from './technical/infra-rail-energy.json' with { type: 'json' };
import manufacturing from './technical/manufacturing.json' with { type: 'json' };
import medical from './technical/medical.json' with { type: 'json' };
import roboticsMechatronics from './technical/robotics-mechatronics.json' with { type: 'json' };
import sensorsMeasurement from './technical/sensors-measurement.json' with { type: 'json' };
import smartFactory from './technical/smart-factory.json' with { type: 'json' };
import { conceptOf, type Concept, type GlossaryRow } from '../language/thesaurus';

/** Words of the trades: each says something about what somebody can do. */
const TECHNICAL: readonly GlossaryRow[][] = [
  agriFood,
  circularServitisation,
  compositesMaterials,
  construction,
  cybersecurityConnectivity,
  dataAiIot,
  infraRailEnergy,
  manufacturing,
  medical,
  roboticsMechatronics,
  sensorsMeasurement,
  smartFactory,
];
/** Words of running business, of any machine and of daily life. */
const EVERYDAY: readonly GlossaryRow[][] = [
  business,
  commonAdjectives,
  commonNouns,
  commonVerbs,
  everydayThings,
  generalMatter,
  generalParts,
  generalProcess,
  generalProperties,
  generalVerbsTechnical,
];

/** Gives the concepts of the Dutch–English thesaurus that comes with the product. */
export function builtInConcepts(): Concept[] {
  return [...concepts(TECHNICAL, false), ...concepts(EVERYDAY, true)];
}

function concepts(glossaries: readonly GlossaryRow[][], isCommon: boolean): Concept[] {
  return glossaries.flat().map((row) => {
    const concept = conceptOf(row, isCommon);
    if (concept === null) throw new Error(`A line of the thesaurus lacks a language: ${row.join(' / ')}`);
    return concept;
  });
}
