import type { Books } from "#core/books/books.ts";
import type { Batch } from "#core/journal/batch.ts";
export declare const bins: Readonly<{
  bins: readonly (
    | Readonly<{
        prefix: string;
        issuer: Readonly<{
          zh: string;
          en: string;
        }>;
        product: "credit" | "debit" | "prepaid" | "quasi-credit";
        panLength: number;
        serviceCodeBook: "ISO" | "JRT";
        own: true;
        serviceCode: string & import("zod").$brand<"ServiceCode">;
        validityYears: number;
        coercivity: "high" | "low";
        registration: "assigned" | "filed";
        registeredOn: string & import("zod").$brand<"BusinessDate">;
        enabledOn: (string & import("zod").$brand<"BusinessDate">) | null;
      }>
    | Readonly<{
        prefix: string;
        issuer: Readonly<{
          zh: string;
          en: string;
        }>;
        product: "credit" | "debit" | "prepaid" | "quasi-credit";
        panLength: number;
        serviceCodeBook: "ISO" | "JRT";
        own: false;
      }>
  )[];
}>;
export declare const holidays: import("#core/calendar/holidays.ts").Holidays;
/** A Wednesday in the middle of a working week: terms of five and seven days run out on it. */
export declare const TODAY: string & import("zod").$brand<"BusinessDate">;
/** The batches of a demonstration that begins on `date` at nine; PINs and passwords in clear. */
export declare function foundedOn(date: string, seed?: number): readonly Batch[];
/** The books once all batches are posted, as the journal replays them. */
export declare function booksOf(batches: readonly Batch[]): Books;
