import type { Migration } from "../migrate.ts";

/** What the journal holds, so that it can be searched. History is added to, never edited. */
export const history: Migration = {
  number: 2,
  name: "history",
  sql: /* sql */ `
    CREATE TABLE batch (
      sequence      INTEGER PRIMARY KEY CHECK (sequence > 0),
      recorded_at   INTEGER NOT NULL,
      business_date TEXT NOT NULL
                    CHECK (business_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      teller        TEXT NOT NULL CHECK (teller = 'system' OR teller GLOB '[0-9][0-9][0-9][0-9]'),
      code          TEXT NOT NULL CHECK (length(code) BETWEEN 2 AND 20),
      slip          TEXT,
      body          TEXT NOT NULL CHECK (json_valid(body) AND sequence IS body ->> '$.sequence')
    ) STRICT;
    CREATE INDEX batch_by_business_date ON batch (business_date);
    CREATE INDEX batch_by_teller ON batch (teller);
    CREATE INDEX batch_by_code ON batch (code);

    -- The sequence goes up by one, as it does in the journal: nothing is missing, nothing twice.
    CREATE TRIGGER batch_is_gapless BEFORE INSERT ON batch
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM batch)
    BEGIN SELECT RAISE(ABORT, 'batch is gapless'); END;

    CREATE TRIGGER batch_is_append_only_on_update BEFORE UPDATE ON batch
    BEGIN SELECT RAISE(ABORT, 'batch is append-only'); END;
    CREATE TRIGGER batch_is_append_only_on_delete BEFORE DELETE ON batch
    BEGIN SELECT RAISE(ABORT, 'batch is append-only'); END;

    CREATE TABLE entry (
      sequence INTEGER NOT NULL REFERENCES batch (sequence),
      line     INTEGER NOT NULL CHECK (line > 0),
      type     TEXT NOT NULL CHECK (type GLOB '[a-z]*.[a-z]*'),
      PRIMARY KEY (sequence, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_by_type ON entry (type, sequence);

    CREATE TRIGGER entry_is_append_only_on_update BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
    CREATE TRIGGER entry_is_append_only_on_delete BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

    -- 分录: one leg a row, in whole fen; the legs of a batch sum to zero.
    CREATE TABLE posting (
      sequence INTEGER NOT NULL REFERENCES batch (sequence),
      line     INTEGER NOT NULL CHECK (line > 0),
      account  TEXT NOT NULL CHECK (length(account) BETWEEN 3 AND 40),
      amount   INTEGER NOT NULL CHECK (amount BETWEEN -10000000000000 AND 10000000000000),
      PRIMARY KEY (sequence, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX posting_by_account ON posting (account, sequence);

    CREATE TRIGGER posting_is_append_only_on_update BEFORE UPDATE ON posting
    BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;
    CREATE TRIGGER posting_is_append_only_on_delete BEFORE DELETE ON posting
    BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;

    -- Which batch answered a request, so that the same request is never carried out twice.
    CREATE TABLE request (
      id       TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 8 AND 40),
      hash     TEXT NOT NULL CHECK (length(hash) = 64),
      sequence INTEGER NOT NULL REFERENCES batch (sequence)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER request_is_append_only_on_update BEFORE UPDATE ON request
    BEGIN SELECT RAISE(ABORT, 'request is append-only'); END;
    CREATE TRIGGER request_is_append_only_on_delete BEFORE DELETE ON request
    BEGIN SELECT RAISE(ABORT, 'request is append-only'); END;

    -- Whose business a batch was.
    CREATE TABLE concern (
      customer TEXT NOT NULL REFERENCES customer (key),
      sequence INTEGER NOT NULL REFERENCES batch (sequence),
      PRIMARY KEY (customer, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concern_by_sequence ON concern (sequence);

    CREATE TRIGGER concern_is_append_only_on_update BEFORE UPDATE ON concern
    BEGIN SELECT RAISE(ABORT, 'concern is append-only'); END;
    CREATE TRIGGER concern_is_append_only_on_delete BEFORE DELETE ON concern
    BEGIN SELECT RAISE(ABORT, 'concern is append-only'); END;
  `,
};
