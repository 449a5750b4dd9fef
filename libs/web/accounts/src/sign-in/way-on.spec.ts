import { wayOn } from './way-on';

describe('the way on after signing in', () => {
  it.each([
    ['/my/proposals', '', '/my/proposals'],
    ['/accept-invite', 'id.signature', '/accept-invite#id.signature'],
    ['/challenges/x#vragen', 'id.signature', '/challenges/x#vragen'],
    ['//evil.example', 'id.signature', '/home'],
    [undefined, 'id.signature', '/home'],
  ])('for %s with the token “%s” is %s', (next, token, way) => {
    expect(wayOn(next, token, '/home')).toBe(way);
  });
});
