import type { Migration } from "../migrate.ts";

/** Which batches were about orders of the state alone: not there for who may not see orders. */
export const ordersApart: Migration = {
  number: 5,
  name: "orders-apart",
  sql: /* sql */ `
    CREATE TABLE batch_of_orders (
      sequence INTEGER PRIMARY KEY REFERENCES batch (sequence)
    ) STRICT;

    CREATE TRIGGER batch_of_orders_is_append_only_on_update BEFORE UPDATE ON batch_of_orders
    BEGIN SELECT RAISE(ABORT, 'batch_of_orders is append-only'); END;
    CREATE TRIGGER batch_of_orders_is_append_only_on_delete BEFORE DELETE ON batch_of_orders
    BEGIN SELECT RAISE(ABORT, 'batch_of_orders is append-only'); END;
  `,
};
