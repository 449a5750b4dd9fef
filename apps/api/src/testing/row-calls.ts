/** What is added about calls for partners → the names of those who may. */
export const WHO_CALLS = {
  'a call for partners': 'drafter',
  'an answer to a call for partners': 'drafter',
  'an answer to an own call': '',
};

/** Statements that each add one thing about calls for partners; `id` gives what a name of the world stands for. */
export function callings(id: (name: string) => string): Record<keyof typeof WHO_CALLS, string> {
  return {
    'a call for partners': `INSERT INTO partner_call (challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at)
      VALUES (${id('C open')}, ${id('Stil')}, 'x', ${id('drafter')}, 'x', 'x', '{}', htsm_now())`,
    'an answer to a call for partners': `INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words)
      VALUES (${id('K call')}, ${id('Stil')}, 'x', ${id('drafter')}, 'x')`,
    'an answer to an own call': `INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words)
      VALUES (${id('K call')}, ${id('Hunze')}, 'x', ${id('member')}, 'x')`,
  };
}
