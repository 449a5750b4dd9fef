import { Bids, ChallengePanels, InviteExpert, Links, Waivers } from '@htsm/api/reviews';
import { askedFromOutside, bidOnByPanel, declaredLinks, judgedByPanel, signedWaivers } from '../content/links';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** Reviewers declare what binds them; the taskforce waives what is long ago. */
export function linkScenes(stage: Stage): Scene[] {
  return [
    ...declaredLinks.map(({ who, endedDaysAgo, ...link }) => ({
      at: stage.at([-139, '09:00']),
      name: `${who} declares a link with ${link.organisationName}`,
      play: () => {
        const endedOn = endedDaysAgo === null ? null : stage.at([-endedDaysAgo, '12:00']).toISOString().slice(0, 10);
        return stage.service(Links).declare(stage.actors.get(who), { ...link, endedOn });
      },
    })),
    {
      at: stage.at([-17, '09:00']),
      name: 'the panel of the bridges is formed',
      play: () => formPanel(stage, judgedByPanel),
    },
    {
      at: stage.at([-2, '09:30']),
      name: 'the panel of the splints is formed',
      play: () => formPanel(stage, bidOnByPanel),
    },
    ...askedFromOutside.map(({ email, asked }) => ({
      at: stage.at(asked),
      name: `${email} is asked onto the panel of the bridges`,
      play: () =>
        stage
          .service(InviteExpert)
          .run(
            stage.actors.get('marijke'),
            stage.challenges.get(judgedByPanel.challenge).id,
            { email, knowsConflicts: false },
            'nl',
          ),
    })),
    ...bidOnByPanel.bidders.map((who) => ({
      at: stage.at([-1, '10:00']),
      name: `${who} says what to judge gladly`,
      play: () => bid(stage, who),
    })),
    ...signedWaivers.map((waiver) => ({
      at: stage.at(waiver.signed),
      name: `a waiver for ${waiver.who}`,
      play: () => sign(stage, waiver),
    })),
  ];
}

/** Names the members and the chair; on the panel of the bridges is Douwe, who has a conflict with one of the proposers. */
async function formPanel(stage: Stage, panel: typeof judgedByPanel | typeof bidOnByPanel): Promise<void> {
  const { id } = stage.challenges.get(panel.challenge);
  const memberIds = panel.members.map((who) => stage.actors.get(who).userId);
  const chairId = stage.actors.get(panel.chair).userId;
  await stage.service(ChallengePanels).form(stage.actors.get('marijke'), id, { memberIds, chairId, version: 0 }, 'nl');
}

/** The first of what is open to them gladly, the second rather not; of the others they say nothing. */
async function bid(stage: Stage, who: (typeof bidOnByPanel.bidders)[number]): Promise<void> {
  const actor = stage.actors.get(who);
  const { challenges } = await stage.service(Bids).readOwn(actor, 'nl');
  const words = ['eager', 'rather_not'] as const;
  const bids = challenges.flatMap(({ proposals }) =>
    words.flatMap((word, index) =>
      proposals.slice(index, index + 1).map(({ proposalId }) => ({ proposalId, bid: word })),
    ),
  );
  await stage.service(Bids).place(actor, { bids }, 'nl');
}

async function sign(
  stage: Stage,
  { who, challenge, organisation, reason, ends }: (typeof signedWaivers)[number],
): Promise<void> {
  const [row] = await stage.owner.query<{ id: string }[]>('SELECT id FROM organisation WHERE name = $1', [
    organisation,
  ]);
  if (row === undefined) throw new Error(`No organisation ${organisation}`);
  const signer = stage.actors.get('marijke');
  const body = { reviewerId: stage.actors.get(who).userId, organisationId: row.id, reason };
  const endsAt = stage.at(ends).toISOString();
  await stage.service(Waivers).sign(signer, stage.challenges.get(challenge).id, { ...body, endsAt }, 'nl');
}
