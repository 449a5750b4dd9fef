import fc from 'fast-check';
import { richTextToHtml } from './rich-text';

describe('rich text', () => {
  it.each([
    ['Een alinea.\n\nNog een.', '<p>Een alinea.</p><p>Nog een.</p>'],
    ['regel\nregel', '<p>regel<br />regel</p>'],
    ['**vet** en **meer**', '<p><strong>vet</strong> en <strong>meer</strong></p>'],
    ['- een\n- twee', '<ul><li>een</li><li>twee</li></ul>'],
    ['Eerst:\n1. een\n2. twee', '<p>Eerst:</p><ol><li>een</li><li>twee</li></ol>'],
    [
      '[site](https://example.nl/a?b=1&c=2)',
      '<p><a href="https://example.nl/a?b=1&amp;c=2" rel="noopener nofollow">site</a></p>',
    ],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['', ''],
  ])('turns %j into %j', (source, html) => {
    expect(richTextToHtml(source)).toBe(html);
  });

  it('never gives another tag, an event attribute or a scheme that runs', () => {
    const nasty = fc.constantFrom(
      '<script>',
      '**',
      '[a](',
      ')',
      'javascript:',
      '" onclick="',
      '\n',
      '- ',
      '<a href=',
      '&lt;',
      'https://x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        const html = richTextToHtml(parts.join(''));
        const tags = html.match(/<[^>]*>/g) ?? [];
        const isHarmless =
          /^<\/?(p|strong|ul|ol|li)>$|^<br \/>$|^<\/a>$|^<a href="(https?:\/\/|mailto:)[^"<>]*" rel="noopener nofollow">$/;
        expect(tags.filter((tag) => !isHarmless.test(tag))).toEqual([]);
      }),
    );
  });
});
