import type { MailVariables } from '@htsm/api/core';
import { SUGGESTION_OUTCOMES } from '@htsm/domain';
import { letter } from './letter';
import type { MailContent } from './mail-content';
import type { MailVoice } from './mail-voice';

/** Writes the question what came of a collaboration: every answer is a button, which opens a page with that answer chosen. */
export function checkInMail(about: MailVariables['check_in'], voice: MailVoice): MailContent {
  const { name, challengeTitle, partnerName, months, tokenId } = about;
  const mail = letter(voice, {
    name,
    params: { challengeTitle, partnerName },
    opening: voice.say('p1', { challengeTitle, partnerName, since: voice.count('since', months) }),
    facts: [
      { name: voice.common('label.challenge'), value: challengeTitle },
      { name: voice.common('label.partner'), value: partnerName },
    ],
  });
  const answers = SUGGESTION_OUTCOMES.map((kind) => ({
    type: 'button' as const,
    label: voice.say(`answers.${kind}`),
    url: voice.link(`/check-in?kind=${kind}`, 'check_in', tokenId),
  }));
  return { ...mail, blocks: [...mail.blocks, ...answers] };
}
