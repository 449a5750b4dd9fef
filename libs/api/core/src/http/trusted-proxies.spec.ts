import fastify from 'fastify';
import { trustNearest } from './trusted-proxies';

async function seen(proxies: number, headers: Record<string, string>): Promise<[string, string]> {
  const server = fastify({ trustProxy: trustNearest(proxies) });
  server.get('/', async (request) => [request.ip, request.protocol]);
  const answer = await server.inject({ method: 'GET', url: '/', remoteAddress: '10.0.0.9', headers });
  await server.close();
  return answer.json();
}

describe('where a request came from', () => {
  const forwarded = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7', 'x-forwarded-proto': 'https' };

  it('is the other end of the line when no proxy stands in front, whatever is claimed', async () => {
    expect(await seen(0, forwarded)).toEqual(['10.0.0.9', 'http']);
    expect(await seen(0, { 'x-real-ip': '6.6.6.6', forwarded: 'for=6.6.6.6' })).toEqual(['10.0.0.9', 'http']);
  });

  it('is what our proxy saw, not what a visitor wrote before it', async () => {
    expect(await seen(1, forwarded)).toEqual(['203.0.113.7', 'https']);
    expect(await seen(1, {})).toEqual(['10.0.0.9', 'http']);
  });
});
