import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { UserActor } from '@htsm/api/core';
import { ProposalFiles, SaveDraft, StartProposal, SubmitProposal, TakeBackProposal } from '@htsm/api/proposals';
import { proposals } from '../content/proposals/all-proposals';
import type { DemoProposal } from '../content/types';
import type { Scene } from '../scene';
import { smallPdf } from '../small-pdf';
import { proposalName, type Stage } from '../stage';

/** What SMEs write, hand in and take back. */
export function proposalScenes(stage: Stage): Scene[] {
  return scenesOfProposals(stage, proposals);
}

/** How these are written, handed in and taken back. */
export function scenesOfProposals(stage: Stage, played: readonly DemoProposal[]): Scene[] {
  return played.flatMap((proposal) => {
    const name = proposalName(proposal);
    const { started, submitted, withdrawn } = proposal;
    return [
      { at: stage.at(started), name: `write ${name}`, play: () => write(stage, proposal) },
      ...(submitted === undefined
        ? []
        : [{ at: stage.at(submitted), name: `submit ${name}`, play: () => submit(stage, proposal) }]),
      ...(withdrawn === undefined
        ? []
        : [{ at: stage.at(withdrawn), name: `withdraw ${name}`, play: () => withdraw(stage, proposal) }]),
    ];
  });
}

async function write(stage: Stage, proposal: DemoProposal): Promise<void> {
  const actor = stage.actors.get(proposal.organisation);
  const { slug, criterionIds } = stage.challenges.get(proposal.challenge);
  const { proposal: draft } = await stage.service(StartProposal).run(actor, { challengeSlug: slug });
  const { title, summary, approach, planning, priceEur } = proposal;
  const { version } = await stage.service(SaveDraft).run(actor, draft.id, {
    version: draft.version,
    title,
    summary,
    approach,
    planning,
    priceEur,
    fits: criterionIds.map((criterionId, index) => ({ criterionId, text: proposal.fits[index] ?? '' })),
  });
  const withFile = await attach(stage, actor, draft.id, proposal);
  stage.proposals.put(proposalName(proposal), { id: draft.id, version: withFile ?? version });
}

/** Uploads the report, if there is one, and gives the version after it. */
async function attach(stage: Stage, actor: UserActor, id: string, proposal: DemoProposal): Promise<number | null> {
  if (proposal.attachment === undefined) return null;
  const { fileName, lines } = proposal.attachment;
  const added = await stage.service(ProposalFiles).add(actor, id, uploadOf(fileName, smallPdf(lines)));
  return added.version;
}

async function submit(stage: Stage, proposal: DemoProposal): Promise<void> {
  const { id, version } = stage.proposals.get(proposalName(proposal));
  const actor = stage.actors.get(proposal.organisation);
  const submission = await stage.service(SubmitProposal).run(actor, id, { version, submitKey: randomUUID() });
  stage.proposals.put(proposalName(proposal), { id, version: submission.proposal.version });
}

async function withdraw(stage: Stage, proposal: DemoProposal): Promise<void> {
  const { id, version } = stage.proposals.get(proposalName(proposal));
  await stage.service(TakeBackProposal).withdraw(stage.actors.get(proposal.organisation), id, { version });
}

/** A request that holds one file. */
function uploadOf(filename: string, content: Buffer): FastifyRequest {
  const request = {
    headers: {},
    isMultipart: () => true,
    file: async () => ({ filename, file: Readable.from([content]) }),
  };
  return request as unknown as FastifyRequest; // taking a file in reads these and nothing else
}
