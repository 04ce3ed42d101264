// Brings one file to the server in pieces (tus 1.0.0): what arrived stays there, over a broken connection, a pause, a
// restart of the server and a reload of the page, and is gone on with.
const TYPE = 'application/offset+octet-stream';
const TRIES = 8;
const LONGEST_PAUSE = 15000;

/** The server said no, and why. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }

  /** Somebody else is at it, it has come further than thought, or nothing can be recorded for a while. */
  get passes() {
    return [409, 423, 503].includes(this.status);
  }
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const metadata = (said) => Object.entries(said).map(([name, value]) => `${name} ${base64(value)}`).join(',');

/** By which a file is known again. It stays behind in the browser, so it says nothing of the name where that can be. */
export async function fingerprint(file, path) {
  const marks = `${file.size}-${file.lastModified}`;
  if (!window.crypto?.subtle) return marks;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${marks}-${path}`));
  return base64(String.fromCharCode(...new Uint8Array(digest)));
}

const pause = (millis, signal) => new Promise((yes, no) => {
  const end = () => { clearTimeout(timer); no(signal.reason); };
  const timer = setTimeout(() => { signal.removeEventListener('abort', end); yes(); }, millis);
  signal.addEventListener('abort', end, { once: true });
});

/** @param token the page's meta element with name and value of the header that proves where a request comes from */
export function uploads(token) {
  const own = () => ({ 'Tus-Resumable': '1.0.0', [token.dataset.header]: token.content });

  async function ask(method, address, headers, signal) {
    const answer = await fetch(address, { method, headers: { ...own(), ...headers }, signal });
    if (answer.ok) return answer;
    const why = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, why.errors?.[0]?.detail || why.detail || answer.statusText);
  }

  async function begin(file, said, signal) {
    const answer = await ask('POST', '/api/v1/uploads', { 'Upload-Length': file.size, 'Upload-Metadata': metadata(said) }, signal);
    return answer.headers.get('Location');
  }

  /** How far it has come; null where it is not there any more. */
  async function stands(url, signal) {
    try {
      return Number((await ask('HEAD', url, {}, signal)).headers.get('Upload-Offset'));
    } catch (failure) {
      if ([404, 410].includes(failure.status)) return null;
      throw failure;
    }
  }

  /** All that is left, in one request; told how many bytes have left the browser. */
  function piece(url, file, offset, told, signal) {
    return new Promise((yes, no) => {
      const request = new XMLHttpRequest();
      request.open('PATCH', url);
      const headers = { ...own(), 'Content-Type': TYPE, 'Upload-Offset': offset };
      Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.addEventListener('progress', (event) => told(offset + event.loaded));
      request.addEventListener('load', () => {
        if (request.status === 204) yes(Number(request.getResponseHeader('Upload-Offset')));
        else no(new Refused(request.status, why(request)));
      });
      request.addEventListener('error', () => no(new Error('')));
      request.addEventListener('abort', () => no(signal.reason));
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file.slice(offset));
    });
  }

  function why(request) {
    try { return JSON.parse(request.responseText).detail; } catch { return request.statusText; }
  }

  /**
   * Sends a file whole, and comes back to it as long as that helps.
   * said: its metadata; url: where it was begun before, or nothing; kept: called with the address it was begun at;
   * told: called with how many bytes are there; away: called with whether the server is waited for.
   */
  async function send(file, { said, url, kept, told, away, signal }) {
    let at = url;
    let offset = null;
    for (let tries = 0; ;) {
      try {
        if (at && offset === null) offset = await stands(at, signal);
        if (offset === null) {
          at = await begin(file, said, signal);
          kept(at);
          offset = 0;
        }
        told(offset);
        away(false);
        while (offset < file.size) {
          offset = await piece(at, file, offset, told, signal);
          tries = 0;
        }
        return;
      } catch (failure) {
        const over = failure.status === 410 && tries === 0;
        if (signal.aborted || (failure instanceof Refused && !failure.passes && !over) || (tries += 1) > TRIES) throw failure;
        away(true);
        offset = null;
        await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** tries), signal);
      }
    }
  }

  return { send };
}
