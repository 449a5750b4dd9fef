import { Glossary } from '@htsm/api/matching';
import { GLOSSARY_CSV } from '../content/glossary';
import type { Moment } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** When the administrator read the file in, before the first profile was written. */
const READ_IN: Moment = [-200, '14:00'];

/** The administrator teaches the matching words of the region; a seed that was interrupted left them in place. */
export function glossaryScenes(stage: Stage): Scene[] {
  return [{ at: stage.at(READ_IN), name: 'the administrator reads a glossary in', play: () => readIn(stage) }];
}

async function readIn(stage: Stage): Promise<void> {
  const actor = stage.actors.get('hilde');
  const glossary = stage.service(Glossary);
  const { version, added, changed } = await glossary.previewImport(actor, { text: GLOSSARY_CSV });
  if (added.length + changed.length > 0) await glossary.importFile(actor, { text: GLOSSARY_CSV, version });
}
