import type { Response } from 'express';

type Policy = Record<string, string[]>;

const nothing = ["'none'"];

/** The page: its own files and its own server, nothing from outside. Styles are inline because the grid writes them so. */
function pagePolicy(port: number): Policy {
  return {
    'default-src': nothing,
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    // The page is open under either name, and not every browser counts ws: as 'self'.
    'connect-src': ["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`],
    'frame-src': ["'self'"],
    'base-uri': nothing,
    'form-action': nothing,
    'frame-ancestors': nothing,
  };
}

/**
 * A sidebar or dialog of the project. It is sandboxed even when opened by its address, so its scripts never hold this
 * server's origin: they reach the host only through the page's bridge.
 */
const contentPolicy: Policy = {
  sandbox: ['allow-scripts', 'allow-forms', 'allow-popups', 'allow-modals', 'allow-downloads'],
  'default-src': nothing,
  'script-src': ["'unsafe-inline'"],
  'style-src': ["'unsafe-inline'"],
  'img-src': ['data:'],
  'font-src': ['data:'],
  'base-uri': nothing,
  'form-action': nothing,
  'frame-ancestors': ["'self'"],
};

/** Headers every answer carries. */
export function setCommonHeaders(response: Response): void {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

export function setPagePolicy(response: Response, port: number): void {
  response.set({ 'Content-Security-Policy': render(pagePolicy(port)), 'Cross-Origin-Opener-Policy': 'same-origin' });
}

export function setContentPolicy(response: Response): void {
  response.set('Content-Security-Policy', render(contentPolicy));
}

function render(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
