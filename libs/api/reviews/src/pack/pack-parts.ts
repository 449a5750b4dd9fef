import type { Locale } from '@htsm/domain';
import { htmlParts, instantInWords, type PaperPart, type Texts } from '@htsm/api/core';
import type { ReviewDeskDto } from '../dto/review-desk.dto';

/** Room to write a score and its reason, and a remark. */
const SCORE_BOX = 88;
const REMARK_BOX = 64;

/** The words of a pack in the reader's language. */
export type SayPack = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Gives what says the words of packs. */
export function packWords(texts: Texts, locale: Locale): SayPack {
  return (key, params) => texts.say(locale, `reviewPack.${key}`, params);
}

/** The first page: what this is, for whom, until when. */
export function coverParts(
  say: SayPack,
  desks: readonly ReviewDeskDto[],
  reader: { name: string; locale: Locale },
): PaperPart[] {
  const [first] = desks;
  if (first === undefined) return [];
  const due = desks.map(({ dueAt }) => dueAt).sort()[0] ?? first.dueAt;
  return [
    { kind: 'heading', level: 1, text: say('title', { challenge: first.challenge.title }), startsPage: true },
    words(say('intro')),
    ...(desks.some(({ isBlind }) => isBlind) ? [words(say('blind'))] : []),
    fact(say('for'), reader.name),
    fact(say('owner'), first.challenge.ownerName),
    fact(say('due'), instantInWords(new Date(due), reader.locale)),
    { kind: 'heading', level: 2, text: say('count') },
    {
      kind: 'list',
      isNumbered: false,
      items: desks.map((desk) => [{ text: titleOf(say, desk) }]),
    },
  ];
}

/** One proposal as its desk shows it, and a form to write in; only its number before the declaration. */
export function proposalParts(say: SayPack, desk: ReviewDeskDto, locale: Locale): PaperPart[] {
  const { proposal } = desk;
  const head: PaperPart = { kind: 'heading', level: 1, text: titleOf(say, desk), startsPage: true };
  if (proposal === null) return [head, words(say('undeclared'))];
  const price = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const fits = desk.criteria.flatMap(({ id, title }) =>
    proposal.fits.filter(({ criterionId }) => criterionId === id).map(({ html }) => ({ title, html })),
  );
  return [
    head,
    fact(say('price'), proposal.priceEur === null ? say('noPrice') : price.format(proposal.priceEur)),
    ...(proposal.submittedAt === null
      ? []
      : [fact(say('submitted'), instantInWords(new Date(proposal.submittedAt), locale))]),
    heading(say('summary')),
    words(proposal.summary),
    heading(say('approach')),
    ...htmlParts(proposal.approachHtml),
    heading(say('planning')),
    ...htmlParts(proposal.planningHtml),
    ...fits.flatMap(({ title, html }) => [heading(say('fit', { criterion: title })), ...htmlParts(html)]),
    ...fileParts(say, proposal.attachments),
    ...formParts(say, desk),
  ];
}

function fileParts(say: SayPack, files: readonly { fileName: string }[]): PaperPart[] {
  if (files.length === 0) return [];
  const items = files.map(({ fileName }) => [{ text: say('fileLine', { name: fileName }) }]);
  return [heading(say('files')), { kind: 'list', isNumbered: false, items }];
}

function formParts(say: SayPack, { criteria, review, state }: ReviewDeskDto): PaperPart[] {
  const isIn = state === 'submitted';
  const parts = criteria.flatMap((criterion, index): PaperPart[] => {
    const { title, weight, knockOutMinimum, scoreLabels } = criterion;
    const key = knockOutMinimum === null ? 'criterion' : 'criterionMinimum';
    const given = review?.scores.find(({ criterionId }) => criterionId === criterion.id);
    const score = given?.isNotApplicable === true ? say('notApplicable') : (given?.score ?? say('none'));
    const isWritten = given !== undefined && (given.score !== null || given.isNotApplicable || given.reason !== '');
    const labels = [
      ...scoreLabels.map((label, step) => [String(step), label]),
      [say('notApplicable'), say('notApplicableMeaning')],
    ];
    return [
      { kind: 'heading', level: 3, text: say(key, { n: index + 1, title, weight, minimum: knockOutMinimum ?? 0 }) },
      { kind: 'table', head: [say('score'), say('meaning')], rows: labels },
      ...(isWritten
        ? [{ kind: 'text' as const, runs: [{ text: say('own', { score }), isBold: true }, { text: given.reason }] }]
        : []),
      ...(isIn ? [] : [{ kind: 'box' as const, label: say('box'), height: SCORE_BOX }]),
    ];
  });
  const remark = review?.remark ?? '';
  return [
    heading(say('form')),
    ...(isIn ? [words(say('handedIn'))] : []),
    ...parts,
    ...(remark === '' ? [] : [fact(say('remark'), remark)]),
    ...(isIn ? [] : [{ kind: 'box' as const, label: say('remark'), height: REMARK_BOX }]),
  ];
}

function titleOf(say: SayPack, { number, proposal }: ReviewDeskDto): string {
  const name = say('proposal', { number: String(number).padStart(2, '0') });
  return proposal === null ? name : `${name}: ${proposal.title}`;
}

function heading(text: string): PaperPart {
  return { kind: 'heading', level: 2, text };
}

function words(text: string): PaperPart {
  return { kind: 'text', runs: [{ text }] };
}

function fact(name: string, value: string): PaperPart {
  return { kind: 'text', runs: [{ text: `${name}: `, isBold: true }, { text: value }] };
}
