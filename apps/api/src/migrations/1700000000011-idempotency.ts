import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of requests that were answered, each person's own; one row per key and person for a day. */
export class Idempotency1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        /* Who sent it; empty for somebody who is not signed in. */
        owner text NOT NULL DEFAULT coalesce(app_user_id()::text, ''),
        key text NOT NULL,
        fingerprint text NOT NULL,
        status int NOT NULL DEFAULT 0,
        answer bytea,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (owner, key)
      );
      CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at);
      CALL guard_rows('idempotency_key');
      GRANT SELECT, INSERT, UPDATE ON idempotency_key TO htsm_app;
      CREATE POLICY own_keys ON idempotency_key FOR ALL TO htsm_app
        USING (owner = coalesce(app_user_id()::text, '')) WITH CHECK (owner = coalesce(app_user_id()::text, ''));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
