import { BARS, effectiveRelations } from './bars';
import { OBJECT_STATES, type ObjectKind, type Relation } from './index';

const KINDS = Object.keys(OBJECT_STATES) as ObjectKind[]; // the keys are the kinds
const OTHERS = ['taskforce', 'challenge_owner', 'accepted_reviewer', 'finished_reviewer', 'assignee'] as const;

/** Gives, per set of kinds, what of the other relations is left to somebody with this one. */
function leftTo(who: Relation): Record<string, string> {
  const left = new Map<string, string[]>();
  for (const kind of KINDS) {
    const relations = effectiveRelations(kind, new Set<Relation>([who, ...OTHERS.filter((other) => other !== who)]));
    relations.delete(who);
    const words = [...relations].join(' ');
    left.set(words, [...(left.get(words) ?? []), kind]);
  }
  return Object.fromEntries([...left].map(([words, kinds]) => [words || 'nothing', kinds.join(' ')]));
}

describe('bars', () => {
  it.each([
    [
      'conflicted_reviewer',
      { nothing: 'proposal proposal_attachment assignment review answer waiver match collaboration audit_line' },
    ],
    [
      'tied_reviewer',
      {
        challenge_owner: 'proposal proposal_attachment assignment review answer waiver match collaboration audit_line',
      },
    ],
    [
      'rival',
      { nothing: 'proposal proposal_attachment assignment review answer waiver match collaboration audit_line' },
    ],
    ['proposing_member', { challenge_owner: 'assignment review answer waiver audit_line' }],
    ['challenge_owner', { nothing: 'assignment review answer waiver audit_line' }],
  ] as const)('leave %s what is theirs', (who, expected) => {
    expect(leftTo(who)).toMatchObject(expected);
  });

  it.each(['assigned_reviewer', 'accepted_reviewer'] as const)(
    'keep others’ judgement from an %s of the taskforce',
    (who) => {
      const kept = (kind: ObjectKind): Relation[] => [
        ...effectiveRelations(kind, new Set<Relation>([who, 'taskforce'])),
      ];
      expect([kept('review'), kept('answer'), kept('assignment'), kept('proposal')]).toEqual([
        [who],
        [who],
        [who, 'taskforce'],
        [who, 'taskforce'],
      ]);
    },
  );

  it('say why', () => {
    expect(BARS.filter(({ why }) => why.split(' ').length < 5)).toEqual([]);
  });
});
