import { Component, computed, inject, input, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { type PeoplePageDto, type PersonDto } from '@htsm/contracts';
import { BODIES } from '@htsm/domain';
import { ApiClient, createForm, describePage, injectText, Problem, Session } from '@htsm/web/core';
import {
  Button,
  Confirm,
  Empty,
  ErrorSummary,
  Message,
  PageHead,
  Pill,
  Skeleton,
  TextField,
  Toasts,
} from '@htsm/web/ui';
import { AccountMenu } from '../account/account-menu';
import { PersonAccount } from './person-account';

type BodyName = (typeof BODIES)[number];

/** A role that is about to be given or taken. */
interface RoleChange {
  readonly person: PersonDto;
  readonly body: BodyName;
  readonly isGrant: boolean;
}

/** Page `/administration`: people, and the roles apart from their organisations. */
@Component({
  selector: 'htsm-people',
  imports: [
    AccountMenu,
    Button,
    Confirm,
    Empty,
    ErrorSummary,
    Message,
    PageHead,
    PersonAccount,
    Pill,
    Skeleton,
    TextField,
  ],
  templateUrl: './people.html',
  styleUrls: ['../form.css', './people.css'],
})
export class People {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  /** What is searched for: part of a name, an address or an organisation. */
  readonly q = input<string>();

  protected readonly t = injectText();
  protected readonly bodies = BODIES;
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly changing = createForm({ initial: {} });
  protected readonly asked = signal<RoleChange | undefined>(undefined);
  protected readonly first = resource({
    params: () => ({ q: this.q() ?? '' }),
    loader: ({ params }) => this.page(params.q),
  });
  /** All pages read so far; undefined while the first is under way. */
  protected readonly shown = linkedSignal<PeoplePageDto | undefined, PeoplePageDto | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (page, previous) => page ?? previous?.value,
  });
  protected readonly refusal = computed(() => {
    const error = this.first.error();
    return error instanceof Problem ? error : undefined;
  });
  protected readonly question = computed(() => {
    const change = this.asked();
    if (change === undefined) return { heading: '', confirmText: '' };
    const names = { name: change.person.name, role: this.t('accounts.body.' + change.body) };
    return change.isGrant
      ? { heading: this.t('accounts.people.grantSure', names), confirmText: this.t('accounts.people.grant') }
      : { heading: this.t('accounts.people.revokeSure', names), confirmText: this.t('accounts.people.revoke') };
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.people.title') }));
  }

  protected async find(): Promise<void> {
    const q = this.search().trim();
    await this.router.navigate(['/administration'], { queryParams: q === '' ? {} : { q } });
  }

  protected async more(): Promise<void> {
    const shown = this.shown();
    if (shown === undefined || shown.next === null) return;
    const cursor = shown.next;
    const page = await this.changing.submit(() => this.page(this.q() ?? '', cursor));
    if (page !== undefined) this.shown.set({ items: [...shown.items, ...page.items], next: page.next });
  }

  /** Whether the box is fixed: nobody takes away their own administration. */
  protected isFixed(person: PersonDto, body: BodyName): boolean {
    return body === 'administration' && person.id === this.session.user()?.id;
  }

  protected organisations(person: PersonDto): string {
    if (person.organisations.length === 0) return this.t('accounts.people.noOrganisation');
    return person.organisations.map(({ name, role }) => `${name} (${this.t('accounts.role.' + role)})`).join(', ');
  }

  /** Asks first; the box goes back when the reader is not sure or the server refuses. */
  protected async change(person: PersonDto, body: BodyName, box: HTMLInputElement): Promise<void> {
    const isGrant = box.checked;
    this.asked.set({ person, body, isGrant });
    if (!(await this.sure().ask())) {
      box.checked = !isGrant;
      return;
    }
    const path = `/administration/people/${person.id}/bodies/${body}`;
    const done = await this.changing.submit(async () => {
      await (isGrant ? this.api.put(path, {}) : this.api.delete(path));
      return true;
    });
    if (done === undefined) box.checked = !isGrant;
    else this.take({ person, body, isGrant });
  }

  private take({ person, body, isGrant }: RoleChange): void {
    const others = person.bodies.filter((own) => own !== body);
    const changed = { ...person, bodies: isGrant ? [...others, body] : others };
    this.put(changed);
    const names = { name: person.name, role: this.t('accounts.body.' + body) };
    this.toasts.show(isGrant ? this.t('accounts.people.granted', names) : this.t('accounts.people.revoked', names));
  }

  /** Puts a person in place of what the list says. */
  protected put(person: PersonDto): void {
    this.shown.update((page) =>
      page === undefined ? page : { ...page, items: page.items.map((one) => (one.id === person.id ? person : one)) },
    );
  }

  private page(q: string, cursor?: string): Promise<PeoplePageDto> {
    return this.api.get<PeoplePageDto>('/administration/people', { query: { q, cursor } });
  }
}
