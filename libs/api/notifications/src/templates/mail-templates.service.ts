import { Injectable } from '@nestjs/common';
import {
  Database,
  EventLog,
  NotFound,
  Texts,
  ValidationFailed,
  VersionConflict,
  type FieldFault,
  type MailKind,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import { LOCALES, mailTextFaults, type Locale } from '@htsm/domain';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_KINDS } from '../mail/mail-samples';
import type { EditedTexts } from '../mail/mail-voice';
import type {
  MailTemplateDto,
  MailTemplateLineDto,
  MailTemplateListDto,
  MailTextsDto,
  RestoreMailTemplateDto,
  SaveMailTemplateDto,
} from './mail-template.dto';
import { addVersion, readVersion, readVersions, type WhichTemplate } from './mail-template-rows';
import { mailTemplate } from './mail-template.mapper';
import { sentencesOf, type Sentence } from './mail-sentences';

/** The sentences that are the subject, in one or more forms. */
const SUBJECT = /^subject(\.|$)/;

/** The texts of mails as administrators write them; the renderer uses the newest version. */
@Injectable()
export class MailTemplates {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly texts: Texts,
  ) {}

  /** Lists every kind in both languages. */
  async list(actor: UserActor): Promise<MailTemplateListDto> {
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<MailTemplateLineDto>(
        `SELECT DISTINCT ON (kind, locale) kind, locale, number, texts <> '{}' AS "isChanged" FROM mail_template ORDER BY kind, locale, number DESC`,
      ),
    );
    const items = MAIL_KINDS.flatMap((kind) =>
      LOCALES.map(
        (locale) =>
          rows.find((row) => row.kind === kind && row.locale === locale) ?? {
            kind,
            locale,
            number: 0,
            isChanged: false,
          },
      ),
    );
    return { items };
  }

  /** Gives the texts of a kind in one language with their history. Throws NotFound. */
  read(actor: UserActor, kind: string, locale: string): Promise<MailTemplateDto> {
    const which = whichTemplate(kind, locale);
    return this.database.as(actor, (tx) => this.show(tx, which));
  }

  /** Saves a version; the same texts again make none. Throws NotFound, ValidationFailed and VersionConflict. */
  save(actor: UserActor, kind: string, locale: string, input: SaveMailTemplateDto): Promise<MailTemplateDto> {
    const which = whichTemplate(kind, locale);
    const texts = this.check(which, input);
    return this.database.as(actor, async (tx) => {
      const newest = input.number === 0 ? null : await readVersion(tx, which, input.number);
      if (!isSame(newest?.texts ?? {}, texts))
        await this.add(tx, actor, which, { newest: input.number, texts, restoredFrom: null });
      return this.show(tx, which);
    });
  }

  /** Puts the texts of a version back, as a new version; 0 gives the delivered ones. Throws NotFound and VersionConflict. */
  restore(actor: UserActor, kind: string, locale: string, input: RestoreMailTemplateDto): Promise<MailTemplateDto> {
    const which = whichTemplate(kind, locale);
    return this.database.as(actor, async (tx) => {
      const version = input.from === 0 ? { texts: {} } : await readVersion(tx, which, input.from);
      if (version === null) throw new NotFound();
      await this.add(tx, actor, which, { newest: input.number, texts: version.texts, restoredFrom: input.from });
      return this.show(tx, which);
    });
  }

  /** Gives the sentences that differ from the delivered ones. Throws NotFound and ValidationFailed. */
  judge(kind: string, locale: string, input: MailTextsDto): { which: WhichTemplate; texts: EditedTexts } {
    const which = whichTemplate(kind, locale);
    return { which, texts: this.check(which, input) };
  }

  /** Gives the texts with a subject that says that this is a trial. */
  markedAsTrial(which: WhichTemplate, texts: EditedTexts): EditedTexts {
    const mark = this.texts.say(which.locale, 'mail.frame.trial');
    const subjects = this.sentences(which)
      .filter(({ key }) => SUBJECT.test(key))
      .map(({ key, delivered }): [string, string] => [key, `${mark} ${texts[key] ?? delivered}`]);
    return { ...texts, ...Object.fromEntries(subjects) };
  }

  private check(which: WhichTemplate, { texts }: MailTextsDto): EditedTexts {
    const sentences = new Map(this.sentences(which).map((sentence) => [sentence.key, sentence]));
    const faults = texts.flatMap(({ key, text }, index): FieldFault[] => {
      const sentence = sentences.get(key);
      if (sentence === undefined) return [{ path: `texts.${index}.key`, code: 'choice' }];
      const found = mailTextFaults(text, sentence.rule);
      return found.map(({ code, params }) => ({
        path: `texts.${index}.text`,
        code: OWN_CODES.has(code) ? `mail_${code}` : code,
        ...(params === undefined ? {} : { params }),
      }));
    });
    if (faults.length > 0) throw new ValidationFailed(faults);
    return Object.fromEntries(
      texts.flatMap(({ key, text }) => (sentences.get(key)?.delivered === text ? [] : [[key, text] as const])),
    );
  }

  private async add(
    tx: Tx,
    actor: UserActor,
    which: WhichTemplate,
    version: { newest: number; texts: EditedTexts; restoredFrom: number | null },
  ): Promise<void> {
    const id = await addVersion(tx, which, { ...version, madeBy: actor.userId });
    if (id === null) throw new VersionConflict(await this.show(tx, which));
    await this.events.append(tx, {
      type: version.restoredFrom === null ? 'mail_template.changed' : 'mail_template.restored',
      subjectType: 'mail_template',
      subjectId: id,
      actorId: actor.userId,
      payload: { kind: which.kind, locale: which.locale, number: version.newest + 1 },
    });
  }

  private async show(tx: Tx, which: WhichTemplate): Promise<MailTemplateDto> {
    return mailTemplate(which, this.sentences(which), await readVersions(tx, which));
  }

  private sentences({ kind, locale }: WhichTemplate): Sentence[] {
    return sentencesOf(this.texts, kind, locale);
  }
}

/** Faults that only texts of mails have. */
const OWN_CODES: ReadonlySet<string> = new Set([
  'one_line',
  'no_address',
  'placeholder_broken',
  'placeholder_unknown',
  'placeholder_missing',
]);

/** Reads the address of a template. Throws NotFound. */
function whichTemplate(kind: string, locale: string): { kind: MailKind; locale: Locale } {
  const known = LOCALES.find((one) => one === locale);
  if (known === undefined || !MailRenderer.knows(kind)) throw new NotFound();
  return { kind, locale: known };
}

function isSame(one: EditedTexts, other: EditedTexts): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
