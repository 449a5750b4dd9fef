import type { MailVariables } from '@htsm/api/core';
import type { MailBlock, MailContent } from './mail-content';
import { longDate } from './mail-formats';
import type { MailVoice } from './mail-voice';

/** Writes what one of the gathered mails would have said by itself. */
export type WriteOne = (item: MailVariables['notices_merged']['items'][number]) => MailContent;

/** Writes one mail of several: what each would have said, in its order, and every address once. */
export function gatheredMail(
  { name, items }: MailVariables['notices_merged'],
  voice: MailVoice,
  writeOne: WriteOne,
): MailContent {
  const contents = items.map(writeOne);
  const subject = voice.count('subject', items.length);
  const [newest] = contents.slice(-1);
  return {
    subject: newest === undefined ? subject : voice.say('subject_about', { subject, title: newest.title }),
    preheader: contents.map(({ title }) => title).join(' · '),
    kicker: longDate(voice.occasion.queuedAt, voice.locale),
    title: subject,
    blocks: [
      { type: 'paragraph', text: voice.common('frame.greeting', { name }) },
      { type: 'paragraph', text: voice.say('p1') },
      ...contents.flatMap((content, place) => part(content, contents.slice(place + 1))),
    ],
    reason: voice.common('frame.reason', { reason: voice.say('reason') }),
    links: [{ label: voice.common('frame.notices'), url: voice.url('/my/notifications/choices') }],
    notes: [voice.common('frame.sender')],
  };
}

/** A heading and the blocks of one mail, without its greeting, and without a button that a later one has too. */
function part({ title, blocks }: MailContent, later: readonly MailContent[]): MailBlock[] {
  const addresses = new Set(later.flatMap((content) => content.blocks.flatMap(addressOf)));
  const [, ...rest] = blocks;
  return [
    { type: 'heading', text: title },
    ...rest.filter((block) => !addressOf(block).some((url) => addresses.has(url))),
  ];
}

function addressOf(block: MailBlock): string[] {
  return block.type === 'button' ? [block.url] : [];
}
