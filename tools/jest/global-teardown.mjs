/** Drops the template and stops the server when the tests started it. */
export default async function globalTeardown() {
  await globalThis.__htsmDatabase.stop();
}
