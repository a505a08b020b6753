import { config } from "zod";

// The first import of every page: zod would try whether it may compile its checks at run time, and
// the content policy reports the trial. It must be told before any schema is made.
config({ jitless: true });
