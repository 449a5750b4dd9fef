import { createHash } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { allowedHosts } from './allowed-hosts';
import { readPage, scriptHashes } from './rendered-page';

// Only the headers and the address of a request are read.
const request = (headers: Record<string, string>) => ({ headers, url: '/my' }) as unknown as IncomingMessage;
const page = (html: string) => ({
  status: 200,
  headers: new Map([['content-type', 'text/html;charset=UTF-8']]),
  text: () => Promise.resolve(html),
});

describe('a rendered page', () => {
  it('carries the language and theme of the reader when the browser renders it', async () => {
    const { html, status } = await readPage(
      page('<html lang="nl" data-x="1"><body></body></html>'),
      request({ cookie: 'lang=en; theme=dark' }),
      'n',
    );
    expect(html).toBe('<html lang="en" data-theme="dark" data-x="1"><body></body></html>');
    expect(status).toBe(200);
  });

  it('stays as it is when the server rendered it', async () => {
    const rendered = '<html lang="en"><body><htsm-root ng-server-context="ssr"></htsm-root></body></html>';
    expect((await readPage(page(rendered), request({ cookie: 'lang=nl' }), 'n')).html).toBe(
      rendered.replace('<htsm-root', '<htsm-root ngCspNonce="n"'),
    );
  });

  it('lists a hash for every script that would run, and for no data', () => {
    const html = '<script src="a.js"></script><script>go()</script><script id="s" type="application/json">{}</script>';
    const hash = createHash('sha256').update('go()').digest('base64');
    expect(scriptHashes(html)).toEqual([`'sha256-${hash}'`]);
  });
});

describe('allowed hosts', () => {
  it('come from the environment, and this machine is always one', () => {
    expect(allowedHosts({ PUBLIC_URL: 'https://challenges.example/x', ALLOWED_HOSTS: 'a.example, b.example' })).toEqual(
      ['challenges.example', 'a.example', 'b.example', 'localhost', '127.0.0.1', '[::1]'],
    );
    expect(allowedHosts({ PUBLIC_URL: 'geen adres' })).toEqual(['localhost', '127.0.0.1', '[::1]']);
  });
});
