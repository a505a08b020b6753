import type { Migration } from "../migrate.ts";

/** Orders of organs of the state, each a record of its own. */
export const freezeOrders: Migration = {
  number: 4,
  name: "freeze-orders",
  sql: /* sql */ `
    CREATE TABLE freeze_order (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'f-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      account  TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.account') VIRTUAL
               REFERENCES account (key) DEFERRABLE INITIALLY DEFERRED,
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN (
                 'active', 'waiting', 'released', 'expired', 'deducted', 'cancelled'
               )),
      CHECK (json_type(record, '$.rest') IS 'integer' AND record ->> '$.rest' >= 0)
    ) STRICT;
    CREATE INDEX freeze_order_by_account ON freeze_order (account);
    CREATE INDEX freeze_order_by_customer ON freeze_order (customer);
    CREATE INDEX freeze_order_by_status ON freeze_order (status);
  `,
};
