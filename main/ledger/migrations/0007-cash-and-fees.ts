import type { Migration } from "../migrate.ts";

/** Boxes with their counts, and fees that are owed. */
export const cashAndFees: Migration = {
  number: 7,
  name: "cash-and-fees",
  sql: /* sql */ `
    CREATE TABLE box (
      key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[0-9][0-9][0-9][0-9]' OR key = 'vault'),
      record TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      CHECK (coalesce(record ->> '$.status', '') IN ('closed', 'open', 'balanced', 'difference'))
    ) STRICT;

    CREATE TABLE owed_fee (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'u-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK (coalesce(record ->> '$.status', '') IN ('owed', 'collected', 'waived', 'cancelled'))
    ) STRICT;
    CREATE INDEX owed_fee_by_customer ON owed_fee (customer);
  `,
};
