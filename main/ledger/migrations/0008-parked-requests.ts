import type { Migration } from "../migrate.ts";

/** Requests that wait for a second person (9004). */
export const parkedRequests: Migration = {
  number: 8,
  name: "parked-requests",
  sql: /* sql */ `
    CREATE TABLE parked (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'q-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL,
      date     TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.date') VIRTUAL
               CHECK (length(date) = 10),
      maker    TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.maker') VIRTUAL
               REFERENCES teller (key) DEFERRABLE INITIALLY DEFERRED,
      status   TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.status') VIRTUAL
               CHECK (status IN ('waiting', 'approved', 'declined', 'withdrawn', 'taken-up')),
      CHECK (length(record ->> '$.hash') IS 64)
    ) STRICT;
    CREATE INDEX parked_by_customer ON parked (customer);
    CREATE INDEX parked_by_date ON parked (date);
    CREATE INDEX parked_by_maker ON parked (maker);
    CREATE INDEX parked_by_status ON parked (status);
  `,
};
