import { connect, createServer } from 'node:net';

/**
 * Whether this process can listen on the port of 127.0.0.1 and, when `everywhere`, of all addresses.
 * @param {number} port
 * @param {{ everywhere?: boolean }} [where]
 */
export async function isPortFree(port, { everywhere = false } = {}) {
  if (!(await canListen(port, '127.0.0.1'))) return false;
  return everywhere ? canListen(port, undefined) : true;
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault) => {
      const code = /** @type {NodeJS.ErrnoException} */ (fault).code;
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(false);
      else reject(fault);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port of 127.0.0.1 that is free now: the preferred one when possible, so that addresses survive a restart.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function findFreePort(preferred) {
  if (preferred && (await isPortFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Whether something accepts connections on the port of 127.0.0.1.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const answer = (/** @type {boolean} */ isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
