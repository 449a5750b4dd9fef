/**
 * Lists the host names this server answers for: the host of `PUBLIC_URL`, the comma-separated names of
 * `ALLOWED_HOSTS`, and this machine. The rendering engine answers 400 to any other `Host` header.
 */
export function allowedHosts(environment: Record<string, string | undefined>): string[] {
  const named = (environment['ALLOWED_HOSTS'] ?? '').split(',').map((host) => host.trim());
  const address = environment['PUBLIC_URL'];
  const own = address !== undefined && URL.canParse(address) ? [new URL(address).hostname] : [];
  return [...new Set([...own, ...named, 'localhost', '127.0.0.1', '[::1]'])].filter((host) => host !== '');
}
