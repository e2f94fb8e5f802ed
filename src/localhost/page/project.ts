import type { RunReply, RunRequest } from '../contract/protocol';

/** Runs a function of the project on the host. Never rejects: a host that does not answer is an error reply. */
export async function runFunction(request: RunRequest): Promise<RunReply> {
  try {
    const response = await fetch('/run', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    return (await response.json()) as RunReply;
  } catch {
    return { error: { name: 'NetworkError', message: 'The local host does not answer. Is it still running?' } };
  }
}
