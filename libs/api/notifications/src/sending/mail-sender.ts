import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config, type MailKind, type MailVariables } from '@htsm/api/core';
import { suppressAddress } from '../bounces/suppress-address';
import { MailRenderer, type RenderedMail } from '../mail/mail-renderer';
import { MailRelay, RELAY_CONNECTIONS } from './mail-relay';
import { OutboxRepository } from './outbox.repository';
import { isWorthASecondCopy, reasonNotToSend, type ClaimedMail, type UncertainMail } from './outbox-row';
import { openRelayRecord, type RelayAnswer, type RelayRecord } from './relay-record';
import { describeFault, judgeFault } from './send-fault';
import { SenderLock } from './sender-lock';

/** After this many refusals for now, a mail is given up. */
const ATTEMPTS = 8;
/** The pause after the first refusal for now, in seconds; it doubles each time. */
const FIRST_PAUSE_S = 60;
/** The pause before the relay is asked again about an uncertain mail, in seconds. */
const ASK_AGAIN_S = 5;
/** The pause of a mail when the relay itself is away, in seconds. */
const RELAY_PAUSE_S = 15;

/** The relay cannot be used at the moment; the mails wait in the outbox. */
export class RelayAway extends Error {}

/** How far a mail has come: the relay cannot have it, may have it, or never gets it from us. */
type HandoverStage = 'before' | 'handed_over' | 'claim_lost';

/**
 * Sends what the outbox holds, each mail once, also when processes are killed: see docs/adr/0005-mail-once.md.
 * One instance per process, used by one loop.
 */
@Injectable()
export class MailSender {
  private readonly outbox: OutboxRepository;
  private readonly lock: SenderLock;
  private readonly relay: MailRelay;
  private readonly record: RelayRecord | null;
  private isStopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly renderer: MailRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.outbox = new OutboxRepository(source);
    this.lock = new SenderLock(source);
    this.relay = new MailRelay(config);
    this.record = openRelayRecord(config.mail);
  }

  /** Sends everything that is due; gives how many the relay took. Throws RelayAway when it cannot be used. */
  async sendDue(): Promise<number> {
    const sender = await this.lock.hold();
    await this.takeOverOrphans(sender);
    await this.settleUncertain(sender);
    this.renderer.learn(await this.outbox.listWords());
    let sent = 0;
    try {
      for (let mails = await this.claim(sender); mails.length > 0; mails = await this.claim(sender)) {
        const outcomes = await Promise.all(mails.map((mail) => this.deliver(mail)));
        sent += outcomes.filter((outcome) => outcome === 'accepted').length;
        if (outcomes.includes('relay_away'))
          throw new RelayAway('The mail relay cannot be used; the mails wait for it.');
      }
    } finally {
      this.relay.close();
    }
    return sent;
  }

  /** Lets the mails in hand go out and takes no new ones; call `close` when sendDue has returned. */
  stop(): void {
    this.isStopping = true;
  }

  async close(): Promise<void> {
    this.relay.close();
    await this.lock.release();
  }

  private async claim(sender: number): Promise<ClaimedMail[]> {
    return this.isStopping ? [] : this.outbox.claim(sender, RELAY_CONNECTIONS * 2);
  }

  private async takeOverOrphans(sender: number): Promise<void> {
    for (const other of await this.outbox.sendersAtWork()) {
      // our own number here means that a mark was lost with the database: nothing is in hand between two rounds
      if (other === sender) await this.outbox.orphan(other);
      else await this.lock.ifGone(other, () => this.outbox.orphan(other));
    }
  }

  private async settleUncertain(sender: number): Promise<void> {
    const mails = await this.outbox.claimUncertain(sender, this.config.mail.settleS);
    if (mails.length === 0) return;
    const answers = await this.record?.ask(mails);
    for (const mail of mails) await this.settle(mail, answers?.get(mail.messageId) ?? null);
  }

  private async settle(mail: UncertainMail, answer: RelayAnswer): Promise<void> {
    if (answer === 'accepted') return this.outbox.markAccepted(mail.id);
    if (answer === 'unknown') return this.outbox.resend(mail);
    if (this.record !== null) return this.outbox.leaveUncertain(mail, ASK_AGAIN_S, 'relay_silent');
    if (isWorthASecondCopy(mail.kind)) return this.outbox.resend(mail);
    return this.outbox.leaveUncertain(mail, 86_400, 'nobody_to_ask');
  }

  private async deliver(mail: ClaimedMail): Promise<'accepted' | 'not_sent' | 'relay_away'> {
    const objection = reasonNotToSend(mail);
    if (objection !== null) return this.finish('not_sent', () => this.outbox.markSuppressed(mail, objection));
    const bytes = await this.write(mail);
    if (bytes === null) return 'not_sent';
    let stage: HandoverStage = 'before';
    try {
      await this.relay.send(bytes, mail.toEmail, async () => {
        stage = (await this.recordHandover(mail)) ? 'handed_over' : 'claim_lost';
        if (stage === 'claim_lost') throw new Error('The mail was taken over by another sender');
      });
    } catch (fault) {
      return this.afterFault(mail, fault, stage);
    }
    return this.finish('accepted', () => this.outbox.markAccepted(mail.id));
  }

  /** Commits, in the session that holds our lock, that from now on the relay may have the mail; false when it is not ours. */
  private async recordHandover(mail: ClaimedMail): Promise<boolean> {
    const rows = await this.lock.query(
      `UPDATE mail_outbox SET handover_at = clock_timestamp()
       WHERE id = $1 AND state = 'sending' AND claimed_by = $2 AND handover_at IS NULL RETURNING id`,
      [mail.id, mail.sender],
    );
    return rows.length === 1;
  }

  private async afterFault(
    mail: ClaimedMail,
    fault: unknown,
    stage: HandoverStage,
  ): Promise<'not_sent' | 'relay_away'> {
    if (stage === 'claim_lost') return 'not_sent';
    const verdict = judgeFault(fault, stage === 'handed_over');
    const error = describeFault(fault);
    const attempts = mail.attempts + 1;
    switch (verdict.kind) {
      case 'uncertain':
        return this.finish('not_sent', () => this.outbox.markUncertain(mail, error));
      case 'relay_away':
        return this.finish('relay_away', () => this.outbox.putOff(mail, RELAY_PAUSE_S, mail.attempts, error));
      case 'put_off':
        if (attempts >= ATTEMPTS) return this.finish('not_sent', () => this.outbox.markFailed(mail, attempts, error));
        return this.finish('not_sent', () =>
          this.outbox.putOff(mail, FIRST_PAUSE_S * 2 ** mail.attempts, attempts, error),
        );
      case 'refused':
        return this.finish('not_sent', async () => {
          if (verdict.isAddress) await suppressAddress(this.source, mail.id, { reason: 'refused', words: error });
          await this.outbox.markFailed(mail, attempts, error);
        });
    }
  }

  /** Gives the bytes of the mail, or null when it cannot be written; such a mail is set aside so that others pass. */
  private async write(mail: ClaimedMail): Promise<Buffer | null> {
    try {
      return await this.relay.compose(this.render(mail), mail);
    } catch (fault) {
      await this.outbox.markFailed(mail, mail.attempts, describeFault(fault));
      return null;
    }
  }

  private render(mail: ClaimedMail): RenderedMail {
    if (!MailRenderer.knows(mail.kind)) throw new Error(`There is no mail called ${mail.kind}`);
    const occasion = {
      kind: mail.kind,
      locale: mail.locale,
      toEmail: mail.toEmail,
      queuedAt: mail.queuedAt,
      subscriptionId: mail.subscriptionId,
    };
    const variables = mail.variables as MailVariables[MailKind]; // written by enqueue, which checks it against the kind
    return this.renderer.render(occasion, variables, mail.texts);
  }

  /** Writes the outcome down, again and again while the database is away: the mail must not go out twice for that. */
  private async finish<Outcome>(outcome: Outcome, write: () => Promise<void>): Promise<Outcome> {
    for (let tries = 1; ; tries += 1) {
      try {
        await write();
        return outcome;
      } catch (fault) {
        if (tries === 40) throw fault;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }
}
