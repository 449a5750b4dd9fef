import {
  FIELDS,
  OBJECT_STATES,
  OPERATIONS,
  RELATIONS,
  accessTo,
  effectiveRelations,
  mayKnow,
  mayRead,
  type Grant,
  type ObjectKind,
  type OperationRule,
  type Relation,
} from './index';

const rules: [string, OperationRule][] = Object.entries(OPERATIONS);
const relations = Object.keys(RELATIONS) as Relation[]; // the keys are the relations

function of(...names: Relation[]): Set<Relation> {
  return new Set(['visitor', 'signed_in', ...names]);
}

/** The states that grants name and their object does not have. */
function strangeStates(kind: ObjectKind, grants: readonly Grant[]): string[] {
  const known: readonly string[] = OBJECT_STATES[kind];
  return grants.flatMap((grant) => (grant.in ?? []).filter((state) => !known.includes(state)));
}

describe('the permission matrix', () => {
  it('names only states that its objects have', () => {
    const fields = Object.entries(FIELDS).flatMap(([kind, rulesOfKind]) =>
      // the keys of FIELDS are the kinds
      Object.values(rulesOfKind).flatMap(({ readers }) => strangeStates(kind as ObjectKind, readers)),
    );
    const operations = rules.flatMap(([name, rule]) => {
      const { about, grants = [], refused = [] } = rule;
      if (about === undefined) return grants.length + refused.length === 0 ? [] : [name];
      const acts = grants.map(({ to, acts: states = [] }) => ({ to, in: states }));
      return strangeStates(about, [...grants, ...refused, ...acts]);
    });
    expect([fields, operations]).toEqual([[], []]);
  });

  it('opens no object for reading of which nobody with that relation may read a field', () => {
    const blind = rules.flatMap(([name, rule]) => {
      const { about } = rule;
      if (about === undefined || !name.startsWith('GET ')) return [];
      return OBJECT_STATES[about].flatMap((state) =>
        relations
          .filter((relation) => accessTo(rule, state, new Set([relation])) === 'granted')
          .filter((relation) => !mayKnow(about, state, new Set([relation])))
          .map((relation) => `${name} for ${relation} in ${state}`),
      );
    });
    expect(blind).toEqual([]);
  });

  it('gives nothing to people who once had a right', () => {
    const left = rules.filter(([, rule]) =>
      (rule.grants ?? []).some(({ to }) => to.some((word) => word === 'former_member' || word === 'suspended')),
    );
    expect(left).toEqual([]);
  });

  it.each([
    ['proposal.text', 'submitted', ['taskforce'], false],
    ['proposal.text', 'submitted', ['proposing_member'], true],
    ['proposal.text', 'under_review', ['taskforce'], true],
    ['proposal.text', 'under_review', ['assigned_reviewer'], false],
    ['proposal.text', 'under_review', ['taskforce', 'conflicted_reviewer'], false],
    ['proposal.text', 'under_review', ['taskforce', 'rival'], false],
    ['proposal.text', 'under_review', ['taskforce', 'proposing_member'], true],
    ['review.words', 'submitted', ['taskforce', 'proposing_member'], false],
    ['review.words', 'submitted', ['taskforce', 'accepted_reviewer'], false],
    ['review.words', 'submitted', ['finished_reviewer'], true],
    ['review.words', 'draft', ['taskforce'], false],
    ['answer.words', 'unreleased', ['proposing_member'], false],
    ['answer.words', 'released', ['proposing_member', 'taskforce'], true],
    ['challenge.text', 'draft', ['taskforce'], false],
    ['challenge.contact', 'open', [], true],
  ] as const)('%s in %s, to %j: %s', (field, state, names, expected) => {
    expect(mayRead(field, state, of(...names))).toBe(expected);
  });

  it('keeps what is not barred', () => {
    const left = effectiveRelations('review', of('taskforce', 'challenge_owner'));
    expect([...left]).toEqual(['visitor', 'signed_in', 'challenge_owner']);
  });

  it('tells a step that is too late from an object that is not there', () => {
    const outcome = OPERATIONS['PUT /api/taskforce/proposals/{id}/outcome'];
    if (outcome === undefined) throw new Error('The operation is gone');
    const access = (state: string, ...names: Relation[]): string => accessTo(outcome, state, of(...names));
    expect([
      access('under_review', 'taskforce'),
      access('awarded', 'taskforce'),
      access('under_review', 'taskforce', 'accepted_reviewer'),
      access('submitted', 'taskforce'),
      access('under_review', 'taskforce', 'conflicted_reviewer'),
    ]).toEqual(['granted', 'too_early_or_late', 'too_early_or_late', 'absent', 'absent']);
  });
});
