// Sends chosen or dropped files one after the other, folders with their paths, then opens the ledger. Without this the
// form sends them all at once.
import { behaviour } from 'site/behaviours';

behaviour('[data-send]', (form, signal) => {
  const input = form.querySelector('[data-files]');
  const folder = form.querySelector('[data-folder]');
  const drop = form.querySelector('[data-drop]');
  const panel = form.querySelector('[data-sending]');
  const bar = panel.querySelector('progress');
  const said = panel.querySelector('[data-said]');
  const token = document.querySelector('meta[name="csrf"]');

  folder.hidden = false;
  folder.querySelector('input').addEventListener('change', (event) => send(named(event.target.files)), { signal });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(named(input.files));
  }, { signal });
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle('is-over', kind === 'dragover');
      if (kind === 'drop') dropped(event.dataTransfer).then(send);
    }, { signal });
  }

  function named(files) {
    return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  }

  async function dropped(transfer) {
    // Entries must be taken before the first await: the list is emptied when the event ends.
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return named(transfer.files);
    const found = [];
    for (const entry of entries) await walk(entry, '', found);
    return found;
  }

  async function walk(entry, above, found) {
    const path = above + entry.name;
    if (entry.isFile) {
      found.push({ file: await new Promise((yes, no) => entry.file(yes, no)), path });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((yes, no) => reader.readEntries(yes, no));
      if (!some.length) return;
      for (const one of some) await walk(one, `${path}/`, found);
    }
  }

  async function post(address, body) {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [token.dataset.header]: token.content },
      body: JSON.stringify(body),
      signal,
    });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    return answer.json();
  }

  function upload(address, file, told) {
    return new Promise((yes, no) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader(token.dataset.header, token.content);
      request.upload.addEventListener('progress', (event) => told(event.loaded));
      request.addEventListener('load', () => (request.status === 201 ? yes() : no(new Error(why(request)))));
      request.addEventListener('error', () => no(new Error('')));
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
  }

  function why(request) {
    try { return JSON.parse(request.responseText).detail; } catch { return request.statusText; }
  }

  async function send(files) {
    if (!files.length) { input.reportValidity(); return; }
    const all = files.reduce((sum, { file }) => sum + file.size, 0);
    const title = form.elements.title.value.trim() || files[0].path.split('/')[0];
    const sending = form.querySelector('button[type="submit"]');
    sending.disabled = true;
    panel.hidden = false;
    bar.max = Math.max(1, all);
    let before = 0;
    let at = 0;
    try {
      const { id } = await post(form.dataset.send, { title: title.slice(0, 300), expected: files.length });
      for (const { file, path } of files) {
        at += 1;
        said.textContent = panel.dataset.sendingText.replace('%1', at).replace('%2', files.length).replace('%3', path);
        const address = `${form.dataset.send}/${id}/files?path=${encodeURIComponent(path)}`;
        await upload(address, file, (loaded) => { bar.value = before + loaded; });
        before += file.size;
      }
      await post(`${form.dataset.send}/${id}/complete`, {});
      window.location.assign(`${form.dataset.ledger}/${id}`);
    } catch (failure) {
      said.textContent = `${panel.dataset.failedText.replace('%1', files[Math.max(0, at - 1)].path)} ${failure.message}`;
      panel.querySelector('[data-stopped]').hidden = false;
      sending.disabled = false;
    }
  }
});
