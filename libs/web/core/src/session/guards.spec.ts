import { isOwnPath } from './guards';

describe('where to go after signing in', () => {
  it.each(['/', '/my/proposals', '/challenges/x?q=1#vragen'])('%s is a path of this site', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each([null, undefined, '', 'my', '//evil.example', '/\\evil.example', 'https://evil.example', '/a\\b'])(
    '%s is not',
    (path) => {
      expect(isOwnPath(path)).toBe(false);
    },
  );
});
