import fastify from 'fastify';
import { answerUnreadableAddress } from './framework-errors';
import { NO_PAGE_POLICY, SECURITY_HEADERS, addSecurityHeaders } from './security-headers';

async function headersOf(publicUrl: string, path: string): Promise<Record<string, unknown>> {
  const server = fastify({ frameworkErrors: answerUnreadableAddress });
  addSecurityHeaders(server, { publicUrl });
  server.get('/api/x', async () => ({ ok: true }));
  server.get('/page', async (_request, reply) => reply.header('content-security-policy', 'own').send('x'));
  const { headers } = await server.inject({ method: 'GET', url: path });
  await server.close();
  return headers;
}

describe('security headers', () => {
  it.each(['/api/x', '/api/absent', '/absent'])('are on %s', async (path) => {
    expect(await headersOf('https://challenges.example', path)).toMatchObject({
      'content-security-policy': NO_PAGE_POLICY,
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
      'x-xss-protection': '0',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\)/),
    });
  });

  it('are on the answer to an address that cannot be read', async () => {
    expect(await headersOf('https://challenges.example', '/%E0')).toMatchObject({
      ...SECURITY_HEADERS,
      'content-security-policy': NO_PAGE_POLICY,
    });
  });

  it('leave a page its own policy, and promise nothing about https where there is none', async () => {
    const headers = await headersOf('http://localhost:3000', '/page');
    expect(headers['content-security-policy']).toBe('own');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('cache-control');
  });

  it('keep answers of the API out of every cache', async () => {
    expect((await headersOf('http://localhost:3000', '/api/x'))['cache-control']).toBe('no-store');
  });
});
