import { computed, inject, Service, signal } from '@angular/core';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { KeptDrafts } from '../forms/kept-drafts';
import { Language } from '../language/language';
import { type Lang } from '../language/preferences';
import { ServerClock } from '../time/server-clock';

/** The page where a second factor is added. */
export const SECURITY_PATH = '/account/security';

/** An organisation the reader is a member of. */
export interface SessionOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'sme' | 'company' | 'knowledge';
  readonly role: 'owner' | 'member';
}

/** The signed-in reader. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Lang;
  readonly isTaskforce: boolean;
  readonly isAdministrator: boolean;
  readonly isReviewer: boolean;
  /** Whether a second factor must be added before anything else; until then the reader has no roles. */
  readonly owesSecondFactor?: boolean;
  readonly organisations: readonly SessionOrganisation[];
}

/** What `GET /api/session` answers. */
export interface SessionAnswer {
  /** The server's clock. */
  readonly now: string;
  readonly user: SessionUser | null;
  /** Whether this installation shows made-up data. */
  readonly demo?: boolean;
}

/** Who is reading. Loaded before the first screen; null is a visitor. */
@Service()
export class Session {
  private readonly api = inject(ApiClient);
  private readonly clock = inject(ServerClock);
  private readonly drafts = inject(KeptDrafts);
  private readonly language = inject(Language);
  private readonly reader = signal<SessionUser | null>(null);
  private readonly shown = signal(false);

  /** The signed-in reader, or null. */
  readonly user = this.reader.asReadonly();
  /** Whether this installation shows made-up data. */
  readonly isDemo = this.shown.asReadonly();
  readonly isSignedIn = computed(() => this.reader() !== null);
  readonly isTaskforce = computed(() => this.reader()?.isTaskforce === true);
  readonly isAdministrator = computed(() => this.reader()?.isAdministrator === true);
  readonly isReviewer = computed(() => this.reader()?.isReviewer === true);
  /** Whether the reader can write proposals: member of an SME or a knowledge institute. */
  readonly isProposer = computed(() => this.organisations('sme').length + this.organisations('knowledge').length > 0);
  /** Whether the reader can post challenges: member of a company. */
  readonly isOwner = computed(() => this.organisations('company').length > 0);

  constructor() {
    this.api.onSignedOut(() => this.reader.set(null));
  }

  /** The reader's organisations of one kind; may be empty. */
  organisations(kind: SessionOrganisation['kind']): readonly SessionOrganisation[] {
    return this.reader()?.organisations.filter((organisation) => organisation.kind === kind) ?? [];
  }

  /** Asks who is reading. Without an answer the reader is a visitor; never throws. */
  async load(): Promise<void> {
    try {
      await this.take(await this.api.get<SessionAnswer>('/session'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** Takes over an answer that came with another request, such as signing in. */
  async take(answer: SessionAnswer): Promise<void> {
    this.clock.sync(answer.now);
    this.reader.set(answer.user);
    this.shown.set(answer.demo === true);
    if (answer.user !== null) await this.language.follow(answer.user.locale);
  }

  /** Ends the session on the server and here; throws a `Problem` when the server could not be told. */
  async signOut(): Promise<void> {
    await this.api.delete('/session');
    this.drafts.forgetAll();
    this.reader.set(null);
  }

  /** Where the reader's work is: the busiest role first; `/` for a visitor. */
  homePath(): string {
    if (this.reader()?.owesSecondFactor === true) return SECURITY_PATH;
    if (this.isTaskforce()) return '/taskforce';
    if (this.isOwner()) return '/my/challenges';
    if (this.isProposer()) return '/my/proposals';
    if (this.isReviewer()) return '/my/reviews';
    return this.isSignedIn() ? '/account' : '/';
  }
}
