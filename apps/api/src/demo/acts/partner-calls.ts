import { CallPartners, ModerateCalls } from '@htsm/api/matching';
import { BOARD_CHALLENGE } from '../content/board';
import { partnerCalls, type DemoPartnerCall } from '../content/partner-calls';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** The calls stay until the challenge closes. */
const LAST_DAY = '2099-12-31';

/** SMEs look for partners, answer each other, and are moderated. */
export function partnerCallScenes(stage: Stage): Scene[] {
  return partnerCalls.flatMap((call) => [
    { at: stage.at(call.at), name: `${call.organisation} looks for partners`, play: () => place(stage, call) },
    ...call.answers.map(({ organisation, at, words }) => ({
      at: stage.at(at),
      name: `${organisation} answers ${call.organisation}`,
      play: async () =>
        stage.service(CallPartners).answer(stage.actors.get(organisation), await idOf(stage, call), words, 'nl'),
    })),
    ...(call.withdrawn === undefined ? [] : [withdrawal(stage, call, call.withdrawn)]),
  ]);
}

function place(stage: Stage, { organisation, brings, seeks, capabilities }: DemoPartnerCall): Promise<unknown> {
  const { slug } = stage.challenges.get(BOARD_CHALLENGE);
  const input = { brings, seeks, capabilities: [...capabilities], lastDay: LAST_DAY };
  return stage.service(CallPartners).place(stage.actors.get(organisation), slug, input, 'nl');
}

function withdrawal(
  stage: Stage,
  call: DemoPartnerCall,
  { at, reason }: NonNullable<DemoPartnerCall['withdrawn']>,
): Scene {
  return {
    at: stage.at(at),
    name: `the taskforce takes the call of ${call.organisation} away`,
    play: async () =>
      stage.service(ModerateCalls).withdraw(stage.actors.get('marijke'), await idOf(stage, call), reason, 'nl'),
  };
}

async function idOf(stage: Stage, { organisation }: DemoPartnerCall): Promise<string> {
  const [own] = stage.actors.get(organisation).organisations;
  const [row] = await stage.owner.query<{ id: string }[]>('SELECT id FROM partner_call WHERE organisation_id = $1', [
    own?.id,
  ]);
  if (row === undefined) throw new Error(`${organisation} placed no call`);
  return row.id;
}
