/** What asking needs to know of a model: where the warm worker is asked, null where there is none. */
interface Askable {
  data: { ask: string | null };
}

/** Whether questions that need the server's warm worker can be asked of this model. */
export function canAsk({ data }: Askable): boolean {
  return data.ask !== null;
}

/**
 * Asks the warm worker a question about this model; genlab/jobs/asked.py says which there are and what they take.
 *
 * @throws Error with the server's sentence; an AbortError when the signal gives up first.
 */
export async function ask<T>(model: Askable, kind: string, argument: object, signal?: AbortSignal): Promise<T> {
  const { ask: address } = model.data;
  if (address === null) throw new Error("This needs genlab's server; open the model there.");
  let response: Response;
  try {
    response = await fetch(`${address}/${kind}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(argument),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error("The server did not answer; try again.");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  const told = answer as { error?: string } | null;
  throw new Error(told?.error ?? `The server answered ${response.status}; try again.`);
}
