// Sends chosen or dropped files one after the other, folders with their paths, then opens the ledger; paused, broken off
// or reloaded it goes on where it stopped. Without this the form sends them all at once.
import { behaviour } from 'site/behaviours';
import { fingerprint, Refused, uploads } from 'documents/resumable';
import { dropped, named } from 'documents/chosen';

behaviour('[data-send]', (form, signal) => {
  const part = (name) => form.querySelector(`[data-${name}]`);
  const [input, folder, drop, panel, pausing, said] = ['files', 'folder', 'drop', 'sending', 'pause', 'said'].map(part);
  const bar = panel.querySelector('progress');
  const token = document.querySelector('meta[name="csrf"]');
  const { send: upload } = uploads(token);
  const begun = `plumbline-sending:${form.dataset.send}`;
  let running = null;
  let goOn = null;

  folder.hidden = false;
  folder.querySelector('input').addEventListener('change', (event) => start(named(event.target.files)), { signal });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start(named(input.files));
  }, { signal });
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle('is-over', kind === 'dragover');
      if (kind === 'drop') dropped(event.dataTransfer).then(start);
    }, { signal });
  }
  pausing.addEventListener('click', () => (running ? running.abort() : goOn?.()), { signal });
  signal.addEventListener('abort', () => running?.abort());
  part('forget').addEventListener('click', () => end(batch().id).catch(unfinished), { signal });
  unfinished();

  function batch() {
    try { return JSON.parse(localStorage.getItem(begun)); } catch { return null; }
  }

  function keep(changed) {
    localStorage.setItem(begun, JSON.stringify(changed));
  }

  /** What an earlier visit began and did not end. */
  function unfinished() {
    const left = Object.values(batch()?.files ?? {}).filter((file) => !file.done).length;
    part('unfinished').hidden = !left;
    if (left) part('left').textContent = part('unfinished').dataset.text.replace('%1', left);
  }

  async function post(address, body) {
    const headers = { 'Content-Type': 'application/json', [token.dataset.header]: token.content };
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Refused(answer.status, (await answer.json()).detail);
    return answer.json();
  }

  async function begin(files) {
    const title = form.elements.title.value.trim() || files[0].path.split('/')[0];
    const { id } = await post(form.dataset.send, { title: title.slice(0, 300), expected: files.length });
    keep({ id, files: {} });
  }

  async function start(files) {
    if (!files.length) { input.reportValidity(); return; }
    const sending = form.querySelector('button[type="submit"]');
    sending.disabled = true;
    panel.hidden = false;
    part('unfinished').hidden = true;
    part('refused').replaceChildren();
    part('ledger-link').hidden = true;
    bar.max = Math.max(1, files.reduce((sum, { file }) => sum + file.size, 0));
    try {
      if (!batch()) await begin(files);
      await all(files);
    } catch (failure) {
      if (!signal.aborted) refused('', failure);
    }
    pausing.hidden = true;
    sending.disabled = false;
    unfinished();
  }

  async function all(files) {
    let before = 0;
    for (const [index, { file, path }] of files.entries()) {
      said.textContent = panel.dataset.sendingText.replace('%1', index + 1).replace('%2', files.length).replace('%3', path);
      await one(file, path, (bytes) => { bar.value = before + bytes; });
      before += file.size;
    }
    const { id, files: sent } = batch();
    if (Object.values(sent).some((each) => !each.done)) { said.textContent = ''; return; }
    await end(id);
  }

  /** What was received is read; where something was refused, that stays to be seen. */
  async function end(id) {
    localStorage.removeItem(begun);
    await post(`${form.dataset.send}/${id}/complete`, {});
    const ledger = `${form.dataset.ledger}/${id}`;
    if (!part('refused').children.length) window.location.assign(ledger);
    said.textContent = '';
    part('ledger-link').hidden = false;
    part('ledger-link').querySelector('a').href = ledger;
  }

  /** One file to its end, however often it is paused; one that is refused is named, and the others go on. */
  async function one(file, path, told) {
    const mark = await fingerprint(file, path);
    const { id, files } = batch();
    const known = files[mark] ?? {};
    const note = (change) => { Object.assign(known, change); const now = batch(); now.files[mark] = known; keep(now); };
    const digests = form.elements.digests.checked ? { digests: form.elements.digests.value } : {};
    const meta = { case: form.dataset.case, path, ingestion: id, ...digests };
    const away = (is) => { part('away').hidden = !is; };
    for (note({}); !known.done;) {
      running = new AbortController();
      button(true);
      try {
        await upload(file, { said: meta, url: known.url, kept: (url) => note({ url }), told, away, signal: running.signal });
        note({ done: true });
      } catch (failure) {
        if (signal.aborted) throw failure;
        if (failure instanceof Refused && !failure.passes) { refused(path, failure); note({ done: true }); continue; }
        away(!running.signal.aborted);
        running = null;
        button(false);
        await new Promise((yes) => { goOn = yes; });
      }
    }
    running = null;
  }

  function button(sending) {
    pausing.hidden = false;
    pausing.textContent = sending ? pausing.dataset.pauseText : pausing.dataset.goOnText;
  }

  function refused(path, failure) {
    const line = document.createElement('li');
    line.dir = 'auto';
    line.textContent = `${panel.dataset.failedText.replace('%1', path)} ${failure.message}`;
    part('refused').append(line);
  }
});
