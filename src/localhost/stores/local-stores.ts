import { LockTable } from './lock-table';

interface CacheEntry {
  value: string;
  expires: number;
}

/** What outlives an execution in memory: caches and locks. */
export class LocalStores {
  readonly locks = new LockTable();
  private readonly caches = new Map<string, Map<string, CacheEntry>>();

  cache(name: string): Map<string, CacheEntry> {
    let cache = this.caches.get(name);
    if (!cache) this.caches.set(name, (cache = new Map()));
    return cache;
  }
}
