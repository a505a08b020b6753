// Takes away what Node 20 has and Node 18.15, the Node of the older runtime, has not.
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import zlib from "node:zlib";

delete zlib.crc32;
delete crypto.hash;
delete String.prototype.isWellFormed;
delete String.prototype.toWellFormed;
delete Array.fromAsync;
delete Object.groupBy;
delete Map.groupBy;
delete Promise.withResolvers;
delete ArrayBuffer.prototype.transfer;
syncBuiltinESMExports();
