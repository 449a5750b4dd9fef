import { isOwnPath } from './own-path';

describe('where to go after signing in', () => {
  it.each(['/', '/my/proposals', '/challenges/x?q=1#vragen'])('%s is a path of this site', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each([
    null,
    undefined,
    '',
    'my',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/a\\b',
    '/\t/evil.example',
    '/\r\nLocation: https://evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/\u0000/evil.example',
  ])('%j is not', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });

  it.each(['/%0d%0aLocation:%20https://evil.example', '/%2f/evil.example', '/%5cevil.example'])(
    '%s stays on this site, as any unknown page',
    (path) => {
      expect(isOwnPath(path)).toBe(true);
      expect(new URL(path, 'https://challenges.example').host).toBe('challenges.example');
    },
  );
});
