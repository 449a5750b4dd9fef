import { relative } from 'node:path';
import { ROOT } from './settings.mjs';

/**
 * The last thing `npm start` says: where everything is.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ role: string, email: string, password: string }[]} signIns empty in production
 */
export function announcement(settings, signIns) {
  const addresses = [['Platform', settings.publicUrl]];
  if (!settings.smtpUrl)
    addresses.push(['Mailbox', `http://localhost:${settings.mailUiPort}  (all mail of this platform ends here)`]);
  const width = Math.max(
    ...[...addresses.map(([name = '']) => name), ...signIns.map(({ role }) => role)].map((name) => name.length),
  );
  const emailWidth = Math.max(0, ...signIns.map(({ email }) => email.length));
  const lines = ['', 'HTSM Challenges is running.', ''];
  for (const [name = '', address] of addresses) lines.push(`  ${name.padEnd(width)}  ${address}`);
  if (signIns.length > 0) lines.push('', 'Demo sign-ins', '');
  for (const { role, email, password } of signIns)
    lines.push(`  ${role.padEnd(width)}  ${email.padEnd(emailWidth)}  ${password}`);
  const folder = relative(ROOT, settings.dataDir);
  const shown = folder.startsWith('..') ? settings.dataDir : folder;
  lines.push('', `Data and logs are in ${shown}. Press Ctrl-C to stop.`);
  return lines.join('\n');
}
