import type { Engine, EngineCallbacks } from '../contract/engine';
import { UniverEngine } from './engine';

/** The bundle's one product, picked up by the host: it makes the engine inside its own realm. */
(globalThis as { createEngine?: (callbacks: EngineCallbacks) => Engine }).createEngine = (callbacks) =>
  new UniverEngine(callbacks);
