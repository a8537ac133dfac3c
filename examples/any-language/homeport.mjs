// All that a test needs of the control API, in a few lines; it is the same in every language.

/** Opens a port of one's own on the server at `url`: its journal, counts and overrides are nobody else's. */
export async function fork(url) {
  const { port, url: api } = await ask(`${url}/__homeport/ports`, 'POST', {});
  return {
    url: api,
    /** Throws with the closest requests when they are not as wanted. */
    async verify(wanted) {
      const response = await send(`${api}/__homeport/verify`, 'POST', wanted);
      if (!response.ok) {
        const { text, detail } = await response.json();
        throw new Error(text ?? detail);
      }
    },
    /** Puts a status, a delay or both on a route, by its key or its name. */
    override: (route, what) => ask(`${api}/__homeport/routes/${encodeURIComponent(route)}/override`, 'PUT', what),
    close: () => send(`${url}/__homeport/ports/${port}`, 'DELETE'),
  };
}

async function ask(url, method, body) {
  const response = await send(url, method, body);
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.text ?? answer.detail);
  }
  return answer;
}

function send(url, method, body) {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return fetch(url, { method, headers, body: JSON.stringify(body) });
}
