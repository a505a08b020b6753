import type { Migration } from "../migrate.ts";

/**
 * One table for each shelf of the books: the record as it stands, and a column for everything that
 * it can be looked up by. The columns are read from the record, so the two can never disagree.
 *
 * Records refer to each other; whether they do is checked at the end of each batch.
 */
export const shelves: Migration = {
  number: 1,
  name: "shelves",
  sql: /* sql */ `
    CREATE TABLE branch (
      key    TEXT PRIMARY KEY NOT NULL CHECK (key = 'branch'),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id')
    ) STRICT;

    CREATE TABLE teller (
      key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[0-9][0-9][0-9][0-9]'),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      CHECK (coalesce(record ->> '$.attendance', '') IN ('off', 'on', 'locked'))
    ) STRICT;

    CREATE TABLE authorisation_grant (
      key    TEXT PRIMARY KEY NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      hash   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.hash') VIRTUAL
             CHECK (length(hash) = 64),
      CHECK (coalesce(record ->> '$.status', '') IN ('half', 'whole', 'used'))
    ) STRICT;
    CREATE INDEX authorisation_grant_by_hash ON authorisation_grant (hash);

    CREATE TABLE customer (
      key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'c-[0-9]*'),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      document_number TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.documentNumber') VIRTUAL,
      phone  TEXT GENERATED ALWAYS AS (record ->> '$.phone') VIRTUAL
             CHECK (phone IS NULL OR length(phone) = 11)
    ) STRICT;
    CREATE INDEX customer_by_document_number ON customer (document_number);
    CREATE INDEX customer_by_phone ON customer (phone);

    CREATE TABLE account (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'a-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      number   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.number') VIRTUAL
               CHECK (length(number) BETWEEN 12 AND 21),
      CHECK (coalesce(record ->> '$.life', '') IN ('open', 'closed')),
      -- Whole fen, and fen-days that a number of JavaScript can still count.
      CHECK (json_type(record, '$.balance') IS 'integer'),
      CHECK (record ->> '$.balance' BETWEEN -10000000000000 AND 10000000000000),
      CHECK (json_type(record, '$.interestProduct') IS 'integer'),
      CHECK (record ->> '$.interestProduct' BETWEEN 0 AND 9007199254740991)
    ) STRICT;
    CREATE INDEX account_by_customer ON account (customer);
    CREATE INDEX account_by_number ON account (number);

    CREATE TABLE branch_balance (
      key    TEXT PRIMARY KEY NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      CHECK (json_type(record, '$.balance') IS 'integer'),
      CHECK (record ->> '$.balance' BETWEEN -10000000000000 AND 10000000000000)
    ) STRICT;

    CREATE TABLE hold (
      key     TEXT PRIMARY KEY NOT NULL,
      record  TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      account TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.account') VIRTUAL
              REFERENCES account (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK (coalesce(record ->> '$.status', '') IN ('active', 'lifted'))
    ) STRICT;
    CREATE INDEX hold_by_account ON hold (account);

    CREATE TABLE card (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'k-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      account  TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.account') VIRTUAL
               REFERENCES account (key) DEFERRABLE INITIALLY DEFERRED,
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      pan      TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.pan') VIRTUAL
               CHECK (length(pan) BETWEEN 13 AND 19),
      CHECK (coalesce(record ->> '$.loss', '') IN ('none', 'oral', 'formal')),
      CHECK (coalesce(record ->> '$.life', '') IN (
        'made', 'issued-inactive', 'active', 'replaced', 'cancelled', 'retained', 'void'
      ))
    ) STRICT;
    CREATE INDEX card_by_account ON card (account);
    CREATE INDEX card_by_customer ON card (customer);
    CREATE INDEX card_by_pan ON card (pan);

    CREATE TABLE loss_case (
      key      TEXT PRIMARY KEY NOT NULL CHECK (length(key) = 14),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.number'),
      card     TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.card') VIRTUAL
               REFERENCES card (key) DEFERRABLE INITIALLY DEFERRED,
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      account  TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.account') VIRTUAL
               REFERENCES account (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN (
                 'oral-active', 'formal-waiting', 'matured', 'lapsed',
                 'withdrawn', 'closed-replaced', 'closed-account', 'closed-pin'
               )),
      CHECK (coalesce(record ->> '$.kind', '') IN ('card', 'pin', 'both'))
    ) STRICT;
    CREATE INDEX loss_case_by_card ON loss_case (card);
    CREATE INDEX loss_case_by_customer ON loss_case (customer);
    CREATE INDEX loss_case_by_account ON loss_case (account);
    CREATE INDEX loss_case_by_status ON loss_case (status);

    CREATE TABLE relation (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'r-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      card     TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.card') VIRTUAL
               REFERENCES card (key) DEFERRABLE INITIALLY DEFERRED,
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK (coalesce(record ->> '$.status', '') IN ('active', 'closed'))
    ) STRICT;
    CREATE INDEX relation_by_card ON relation (card);
    CREATE INDEX relation_by_customer ON relation (customer);

    CREATE TABLE production_order (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'o-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN ('ordered', 'arrived', 'handed-over', 'voided'))
    ) STRICT;
    CREATE INDEX production_order_by_customer ON production_order (customer);
    CREATE INDEX production_order_by_status ON production_order (status);

    CREATE TABLE stock (
      key    TEXT PRIMARY KEY NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id')
    ) STRICT;

    CREATE TABLE piece (
      key    TEXT PRIMARY KEY NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      CHECK (coalesce(record ->> '$.status', '') IN ('used', 'voided'))
    ) STRICT;

    CREATE TABLE slip (
      key    TEXT PRIMARY KEY NOT NULL CHECK (length(key) BETWEEN 14 AND 20),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.number'),
      CHECK (coalesce(record ->> '$.status', '') IN ('valid', 'void'))
    ) STRICT;
  `,
};
