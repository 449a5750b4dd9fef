import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHALLENGE_PANELS } from './1700000000027-panels/challenge-panels';
import { CONFLICT_RULES } from './1700000000027-panels/conflict-rules';
import { CONFLICT_SOURCES } from './1700000000027-panels/conflict-sources';
import { CONFLICT_TIES } from './1700000000027-panels/conflict-ties';
import { PROPOSALS_AT_ONCE } from './1700000000027-panels/proposals-at-once';

/** Conflicts of interest: what binds a person to an organisation, found before anybody judges, and waivers of it; and who is on the panel of a challenge. */
export class Panels1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CONFLICT_SOURCES);
    await runner.query(CONFLICT_TIES);
    await runner.query(CONFLICT_RULES);
    await runner.query(CHALLENGE_PANELS);
    await runner.query(PROPOSALS_AT_ONCE);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/** Providers of mail for everybody, and the domains of examples: sharing one of these says nothing. */
const SHARED_DOMAINS = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.nl', 'hotmail.com', 'hotmail.nl', 'live.com', 'live.nl'],
  ...['msn.com', 'icloud.com', 'me.com', 'mac.com', 'yahoo.com', 'yahoo.nl', 'aol.com', 'gmx.com', 'gmx.de', 'gmx.net'],
  ...[
    'web.de',
    'mail.com',
    'proton.me',
    'protonmail.com',
    'pm.me',
    'tutanota.com',
    'tuta.io',
    'fastmail.com',
    'zoho.com',
  ],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'kpnplanet.nl',
    'planet.nl',
    'hetnet.nl',
    'xs4all.nl',
    'home.nl',
    'upcmail.nl',
    'chello.nl',
  ],
  ...[
    'casema.nl',
    'quicknet.nl',
    'tele2.nl',
    'online.nl',
    'zeelandnet.nl',
    'caiway.nl',
    'caiway.net',
    'solcon.nl',
    'telfort.nl',
  ],
  ...[
    'wxs.nl',
    'zonnet.nl',
    'versatel.nl',
    'freedom.nl',
    'delta.nl',
    'soverin.net',
    'telenet.be',
    'skynet.be',
    'proximus.be',
  ],
  ...['t-online.de', 'orange.fr', 'example.com', 'example.net', 'example.org', 'example.nl'],
];

const TABLES = `
  CREATE TABLE judging_rule (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    /* How many years after its end a tie with an organisation still is a conflict. */
    conflict_years int NOT NULL DEFAULT 3 CHECK (conflict_years BETWEEN 0 AND 20),
    version int NOT NULL DEFAULT 1
  );
  INSERT INTO judging_rule DEFAULT VALUES;
  CREATE TABLE shared_mail_domain (domain text PRIMARY KEY);
  INSERT INTO shared_mail_domain VALUES ${SHARED_DOMAINS.map((domain) => `('${domain}')`).join(', ')};
  /* Whoever left an organisation keeps the tie for some years. */
  CREATE TABLE former_membership (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    ended_on date NOT NULL,
    PRIMARY KEY (user_id, organisation_id)
  );
  CREATE INDEX former_membership_organisation ON former_membership (organisation_id);
  /* What a member of the review panel says binds them to an organisation, on the platform or outside it. */
  CREATE TABLE reviewer_link (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('employer', 'client', 'supplier', 'shareholder', 'family', 'other')),
    organisation_name text NOT NULL CHECK (length(organisation_name) BETWEEN 2 AND 200),
    kvk_number text NOT NULL DEFAULT '' CHECK (length(kvk_number) <= 8),
    mail_domain text NOT NULL DEFAULT '' CHECK (length(mail_domain) <= 253),
    /* Null while it lasts. */
    ended_on date,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX reviewer_link_user ON reviewer_link (user_id, id);
  CREATE INDEX reviewer_link_kvk ON reviewer_link (kvk_number) WHERE kvk_number <> '';
  /* Signed by the taskforce: in this challenge these facts about a person and an organisation do not count until a moment. */
  CREATE TABLE conflict_waiver (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    facts text[] NOT NULL CHECK (cardinality(facts) BETWEEN 1 AND 50),
    reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 2000),
    signed_by uuid NOT NULL REFERENCES app_user,
    signed_at timestamptz NOT NULL DEFAULT htsm_now(),
    ends_at timestamptz NOT NULL
  );
  CREATE INDEX conflict_waiver_person ON conflict_waiver (user_id, challenge_id);
  CREATE INDEX conflict_waiver_challenge ON conflict_waiver (challenge_id, signed_at, id);
`;
