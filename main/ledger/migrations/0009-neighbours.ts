import type { Migration } from "../migrate.ts";

/** Messages and their codes, e支付, e钱包, warnings and calls to the hotline. */
export const neighbours: Migration = {
  number: 9,
  name: "neighbours",
  sql: /* sql */ `
    CREATE TABLE message (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'm-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN ('waiting', 'sent', 'failed', 'expired'))
    ) STRICT;
    CREATE INDEX message_by_customer ON message (customer);
    CREATE INDEX message_by_status ON message (status);

    CREATE TABLE one_time_code (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 's-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK (length(record ->> '$.binding') IS 64),
      CHECK ((record ->> '$.status') IN ('open', 'used', 'void'))
    ) STRICT;
    CREATE INDEX one_time_code_by_customer ON one_time_code (customer);

    CREATE TABLE e_pay (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'ep-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      phone    TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.phone') VIRTUAL
               CHECK (length(phone) = 11),
      relation TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.relation') VIRTUAL
               REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((record ->> '$.status') IN ('pending', 'enrolled', 'suspended', 'cancelled'))
    ) STRICT;
    CREATE INDEX e_pay_by_customer ON e_pay (customer);
    CREATE INDEX e_pay_by_phone ON e_pay (phone);
    CREATE INDEX e_pay_by_relation ON e_pay (relation);

    CREATE TABLE wallet (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'wa-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      phone    TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.phone') VIRTUAL
               CHECK (length(phone) = 11),
      CHECK ((record ->> '$.life') IN ('registered', 'real-name', 'active', 'closed')),
      CHECK ((record ->> '$.balance') >= 0)
    ) STRICT;
    CREATE INDEX wallet_by_customer ON wallet (customer);
    CREATE INDEX wallet_by_phone ON wallet (phone);

    CREATE TABLE risk_flag (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'rf-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL,
      rule     TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.rule') VIRTUAL,
      decision TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.decision') VIRTUAL
               CHECK (decision IN ('went-on', 'stopped', 'waiting', 'confirmed', 'denied'))
    ) STRICT;
    CREATE INDEX risk_flag_by_customer ON risk_flag (customer);
    CREATE INDEX risk_flag_by_decision ON risk_flag (decision);
    CREATE INDEX risk_flag_by_rule ON risk_flag (rule);

    CREATE TABLE hotline_call (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'hc-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN ('open', 'ended'))
    ) STRICT;
    CREATE INDEX hotline_call_by_customer ON hotline_call (customer);
    CREATE INDEX hotline_call_by_status ON hotline_call (status);
  `,
};
