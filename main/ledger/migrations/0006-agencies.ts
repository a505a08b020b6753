import type { Migration } from "../migrate.ts";

/** Who may act for whom, and which false documents were shown. */
export const agencies: Migration = {
  number: 6,
  name: "agencies",
  sql: /* sql */ `
    CREATE TABLE agency (
      key      TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'd-[0-9]*'),
      record   TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      customer TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.customer') VIRTUAL
               REFERENCES customer (key) DEFERRABLE INITIALLY DEFERRED,
      CHECK (coalesce(record ->> '$.status', '') IN ('active', 'ended'))
    ) STRICT;
    CREATE INDEX agency_by_customer ON agency (customer);

    CREATE TABLE forgery (
      key             TEXT PRIMARY KEY NOT NULL CHECK (key GLOB 'w-[0-9]*'),
      record          TEXT NOT NULL CHECK (json_valid(record) AND key IS record ->> '$.id'),
      document_number TEXT NOT NULL GENERATED ALWAYS AS (record ->> '$.documentNumber') VIRTUAL
                      CHECK (length(document_number) BETWEEN 5 AND 30)
    ) STRICT;
    CREATE INDEX forgery_by_document_number ON forgery (document_number);
  `,
};
