type Run = (sql: string, ...parameters: unknown[]) => Promise<unknown>;

const WAIVER = '00000000-0000-4000-8000-00000000abd1';

/** Links of three people, one of them on the panel, the formed panel of a challenge with its decision, and a waiver for a member of the panel; gives the names of the ids. */
export async function addRowLinks(
  run: Run,
  {
    people,
    panel,
    ...waived
  }: {
    people: readonly string[];
    panel: { readonly of: string; readonly members: readonly string[] };
    challenge: string;
    person: string;
    place: string;
    by: string;
  },
): Promise<[id: string, name: string][]> {
  for (const id of people)
    await run(`INSERT INTO reviewer_link (user_id, kind, organisation_name) VALUES ($1, 'client', 'Nergens')`, id);
  await run(
    `INSERT INTO conflict_waiver (id, challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
     VALUES ($1, $2, $3, $4, '{x}', 'Lang geleden.', $5, htsm_now())`,
    WAIVER,
    waived.challenge,
    waived.person,
    waived.place,
    waived.by,
  );
  await run(
    `INSERT INTO review_bid (proposal_id, user_id, bid) SELECT id, $1, 'eager' FROM proposal WHERE challenge_id = $2 AND organisation_id = $3`,
    waived.person,
    waived.challenge,
    waived.place,
  );
  await run('INSERT INTO challenge_panel (challenge_id, formed_by) VALUES ($1, $2)', panel.of, waived.by);
  await run(
    `INSERT INTO panel_invitation (challenge_id, email, invited_by, expires_at) VALUES ($1, 'deskundige@example.nl', $2, htsm_now() + interval '1 day')`,
    panel.of,
    waived.by,
  );
  for (const id of panel.members)
    await run('INSERT INTO panel_member (challenge_id, user_id) VALUES ($1, $2)', panel.of, id);
  const hash = '0'.repeat(64);
  await run(
    `INSERT INTO decision (challenge_id, decided_by, basis, basis_sha256, ranking_sha256) VALUES ($1, $2, '{}', $3, $3)`,
    panel.of,
    waived.by,
    hash,
  );
  return [[WAIVER, 'V idle']];
}

/** What is added about conflicts → the names of those who may. */
export const WHO_BINDS = {
  'a link of one’s own': 'idle asked reading done fellow conflicted officer barredOfficer rivalJudge partyJudge',
  'a panel in one’s own name': 'taskforce officer',
  'a member of a panel': 'taskforce officer barredOfficer',
  'an invitation to a panel': 'taskforce officer barredOfficer',
  'an invitation to a panel with a stake in it': 'taskforce officer',
  'a bid where no panel is formed': '',
  'a member who is no reviewer': '',
  'a task for a reviewer with a tie': '',
  'a task for somebody who is not on the panel': '',
  'a waiver in one’s own name': 'taskforce officer',
  'a waiver in another’s name': 'taskforce',
  'a waiver for oneself': '',
};

/** Statements that each add one thing about conflicts; `id` gives what a name of the world stands for. */
export function bindings(id: (name: string) => string): Record<keyof typeof WHO_BINDS, string> {
  const waiver = (person: string, by: string): string =>
    `INSERT INTO conflict_waiver (challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
     VALUES (${id('C evaluating')}, ${person}, ${id('Geest')}, '{x}', 'Lang geleden.', ${by}, htsm_now())`;
  return {
    'a link of one’s own': `INSERT INTO reviewer_link (user_id, kind, organisation_name) VALUES (app_user_id(), 'client', 'xx')`,
    'a task for a reviewer with a tie': `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at)
      VALUES (${id('C evaluating')}, ${id('P judged of rival')}, ${id('rivalJudge')}, ${id('taskforce')}, htsm_now())`,
    'a panel in one’s own name': `INSERT INTO challenge_panel (challenge_id, formed_by) VALUES (${id('C evaluating')}, app_user_id())`,
    'a member of a panel': `INSERT INTO panel_member (challenge_id, user_id) VALUES (${id('C decided')}, ${id('idle')})`,
    'an invitation to a panel': `INSERT INTO panel_invitation (challenge_id, email, invited_by, expires_at)
      VALUES (${id('C decided')}, 'nog@example.nl', app_user_id(), htsm_now())`,
    'an invitation to a panel with a stake in it': `INSERT INTO challenge_panel (challenge_id, formed_by) VALUES (${id('C evaluating')}, app_user_id());
      INSERT INTO panel_invitation (challenge_id, email, invited_by, expires_at)
      VALUES (${id('C evaluating')}, 'nog@example.nl', app_user_id(), htsm_now())`,
    'a bid where no panel is formed': `INSERT INTO review_bid (proposal_id, user_id, bid) VALUES (${id('P judged')}, app_user_id(), 'eager')`,
    'a member who is no reviewer': `INSERT INTO panel_member (challenge_id, user_id) VALUES (${id('C decided')}, ${id('outsider')})`,
    'a task for somebody who is not on the panel': `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at)
      VALUES (${id('C decided')}, ${id('P won')}, ${id('idle')}, ${id('taskforce')}, htsm_now())`,
    'a waiver in one’s own name': waiver(id('idle'), 'app_user_id()'),
    'a waiver in another’s name': waiver(id('idle'), id('taskforce')),
    'a waiver for oneself': waiver('app_user_id()', 'app_user_id()'),
  };
}
