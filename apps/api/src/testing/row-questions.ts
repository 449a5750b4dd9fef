type Run = (sql: string, ...parameters: unknown[]) => Promise<unknown>;

/** A question about the answer to a proposal, and an anchor. */
export async function addRowQuestion(
  run: Run,
  { asked, by, anchor, chooser }: { asked: string; by: string; anchor: string; chooser: string },
): Promise<void> {
  await run(
    `INSERT INTO answer_question (proposal_id, challenge_id, text, asked_by) SELECT id, challenge_id, 'Waarom?', $2 FROM proposal WHERE id = $1`,
    asked,
    by,
  );
  await run(
    'INSERT INTO challenge_anchor (proposal_id, challenge_id, chosen_by) SELECT id, challenge_id, $2 FROM proposal WHERE id = $1',
    anchor,
    chooser,
  );
}

/** What is added about answers → the names of those who may. */
export const WHO_ANSWERS = {
  'a question about a released answer': 'rival rivalJudge',
  'a question about an answer that is not released': '',
  'a question in another’s name': 'rival',
  'an answer': 'taskforce officer barredOfficer',
};

/** Statements that each add one thing about answers; `id` gives what a name of the world stands for. */
export function answerings(id: (name: string) => string): Record<keyof typeof WHO_ANSWERS, string> {
  const question = (proposal: string, by: string): string =>
    `INSERT INTO answer_question (proposal_id, challenge_id, text, asked_by) VALUES (${id(proposal)}, ${id('C decided')}, 'x', ${by})`;
  return {
    'a question about a released answer': question('P lost of rival', 'app_user_id()'),
    'a question about an answer that is not released': question('P judged', 'app_user_id()'),
    'a question in another’s name': question('P lost of rival', id('rival')),
    'an answer': `INSERT INTO answer (proposal_id, challenge_id) VALUES (${id('P judged of rival')}, ${id('C evaluating')})`,
  };
}
