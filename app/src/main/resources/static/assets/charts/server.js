// Talks to the chart's addresses. An answer is a value; anything else is a Refusal with its status.
export class Refusal extends Error {
  constructor(status, body) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** @param data the workspace element's data attributes */
export function server(data) {
  const page = document.body.dataset.entry;   // answers join the page's entry on the trail
  const headers = (more) => ({ Accept: 'application/json', ...(page && { 'Plumbline-Entry': page }), ...(data.csrfHeader && { [data.csrfHeader]: data.csrfToken }), ...more });
  const ask = async (url, options = {}) => {
    const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...options, headers: headers(options.headers) });
    const kind = answer.headers.get('Content-Type') ?? '';
    const body = kind.includes('json') && answer.status !== 204 ? await answer.json().catch(() => null) : await answer.text();
    if (!answer.ok) throw new Refusal(answer.status, body);
    return body;
  };
  const at = (url, query) => {
    const full = new URL(url, location.href);
    for (const [key, value] of Object.entries(query)) if (value) full.searchParams.set(key, value);
    return full;
  };
  const json = (method, body, more) => ({ method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...more } });
  return {
    load: () => ask(data.dataUrl),
    neighbours: (node) => ask(at(data.neighboursUrl, { node })),
    expand: (query) => ask(at(data.expandUrl, query)),
    suggest: (q, signal) => ask(at(data.suggestUrl, { q }), { signal }),
    save: (layout, version, leaving = false) => ask(data.layoutUrl, { ...json('PUT', layout, { 'If-Match': `"${version}"` }), keepalive: leaving }),
    copy: (layout) => ask(data.copyUrl, json('POST', layout)),
    exported: (format) => ask(data.exportUrl, json('POST', { format })),
    details: (query) => ask(at(data.detailsUrl, query), { headers: { Accept: 'text/html' } }),
  };
}
