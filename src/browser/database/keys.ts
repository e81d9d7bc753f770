// What stands in the database, by its key; all in the one object store.

/** `unknown[]`, oldest first: records, and at most one entry for those folded away. */
export const HISTORY = 'history';
/** Written with the history: see `sealOf`. */
export const SEAL = 'seal';
/** `Draft`: a no whose record is still owed; deleted with the record that follows it. */
export const DRAFT = 'draft';
/** `Delivery[]`: what became of the proofs of the records. */
export const DELIVERIES = 'deliveries';
/** `Queue`: events of the visit that wait to be sent; only after their grant. */
export const OUTBOX = 'outbox';
/** `LedgerEntry[]`: what was sent, byte for byte. */
export const LEDGER = 'ledger';
/** `CryptoKeyPair` of this browser, whose private half can be read nowhere. */
export const KEY_PAIR = 'key';
