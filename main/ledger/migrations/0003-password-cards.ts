import type { Migration } from "../migrate.ts";

/** Password cards, the batches they were made in, and what customers bank with at home. */
export const passwordCards: Migration = {
  number: 3,
  name: "password-cards",
  sql: /* sql */ `
    CREATE TABLE password_card (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'p-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      serial   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.serial') VIRTUAL
               CHECK (length(serial) = 12),
      lock     TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.lock') VIRTUAL
               CHECK (lock IN ('none', 'day', 'hard')),
      CHECK (coalesce(record ->> '$.life', '') IN (
        'issued-inactive', 'active', 'exhausted', 'void'
      )),
      -- P16: used and left always make the number of uses.
      CHECK (json_type(record, '$.used') IS 'integer' AND json_type(record, '$.uses') IS 'integer'),
      CHECK (record ->> '$.used' BETWEEN 0 AND record ->> '$.uses')
    ) STRICT;
    CREATE INDEX password_card_by_customer ON password_card (customer);
    -- No two cards of one serial, whatever became of the first.
    CREATE UNIQUE INDEX password_card_by_serial ON password_card (serial);
    CREATE INDEX password_card_by_lock ON password_card (lock);

    CREATE TABLE password_card_batch (
      key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'b-[0-9]*'),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id')
    ) STRICT;

    CREATE TABLE e_bank (
      key    TEXT PRIMARY KEY NOT NULL
             REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id')
    ) STRICT;
  `,
};
