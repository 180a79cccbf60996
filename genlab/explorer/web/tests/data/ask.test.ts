import { afterEach, expect, test, vi } from "vitest";
import { ask, canAsk } from "../../src/data/ask";

const model = { data: { ask: "/genlab/runs/r/3/ask" } };

afterEach(() => vi.unstubAllGlobals());

function server(answer: unknown, status = 200): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(answer), { status })));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

test("a question goes to its kind's address and its answer comes back", async () => {
  const fetch = server({ latentDim: 8 });
  expect(await ask(model, "warm", { a: 1 })).toEqual({ latentDim: 8 });
  const [url, options] = fetch.mock.calls[0] as [string, RequestInit];
  expect([url, options.method, options.body]).toEqual(["/genlab/runs/r/3/ask/warm", "POST", '{"a":1}']);
});

test("a refusal is the server's sentence", async () => {
  server({ error: "There is no such run." }, 404);
  await expect(ask(model, "warm", {})).rejects.toThrow("There is no such run.");
});

test("a page without a server says so and asks nobody", async () => {
  const fetch = server({});
  expect(canAsk({ data: { ask: null } })).toBe(false);
  await expect(ask({ data: { ask: null } }, "warm", {})).rejects.toThrow("server");
  expect(fetch).not.toHaveBeenCalled();
});
