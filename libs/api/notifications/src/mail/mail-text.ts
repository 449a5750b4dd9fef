import type { ChallengeInMail, MailBlock, MailContent } from './mail-content';

/** Makes the text part: the same content in the same order, for people and programs that do not read HTML. */
export function renderText(content: MailContent): string {
  const parts = [
    `HTSM Challenges\n${content.kicker}`,
    `${content.title}\n${'='.repeat(Math.min(content.title.length, 72))}`,
    ...content.blocks.map(renderBlock),
    '-'.repeat(40),
    content.reason,
    ...content.links.map(({ label, url }) => `${label}:\n${url}`),
    content.notes.join(' '),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderBlock(block: MailBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${'-'.repeat(40)}\n${block.text}`;
    case 'quote':
      return quoted(block.text);
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'challenge':
      return renderChallenge(block.challenge);
  }
}

function renderChallenge(challenge: ChallengeInMail): string {
  const owner = challenge.programme === '' ? challenge.ownerName : `${challenge.ownerName}, ${challenge.programme}`;
  return [
    '-'.repeat(40),
    owner,
    challenge.title,
    '',
    challenge.summary,
    '',
    `${challenge.closes}, ${challenge.daysLeft}`,
    ...challenge.details,
    '',
    `${challenge.action.label}:\n${challenge.action.url}`,
    '',
    ...challenge.why.flatMap(({ text, change }) => [text, `${change.label}:\n${change.url}`]),
  ].join('\n');
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}
