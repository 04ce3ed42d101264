// Draws one page of a PDF at a time, sharp on every screen; steps, ?page= and resizing redraw it.
import { behaviour } from 'site/behaviours';
import { getDocument, GlobalWorkerOptions } from 'pdfjs';

behaviour('[data-pdf]', (panel, signal) => {
  const { pdf: address, worker, parts, pageText } = panel.dataset;
  const canvas = panel.querySelector('canvas');
  const steps = panel.querySelector('[data-steps]');
  const place = panel.querySelector('[data-place]');
  const show = (name, on) => { panel.querySelector(`[data-${name}]`).hidden = !on; };
  let file;
  let number = Number(panel.dataset.page) || 1;
  let drawing;

  GlobalWorkerOptions.workerSrc = worker;
  const entry = document.body.dataset.entry ?? '';
  const loading = getDocument({
    url: `${address}?entry=${entry}`,
    cMapUrl: `${parts}cmaps/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
  });
  signal.addEventListener('abort', () => loading.destroy());

  async function draw() {
    drawing?.cancel();
    const page = await file.getPage(number);
    const width = panel.querySelector('.doc-desk').clientWidth - 32;
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.max(0.2, Math.min(width / natural.width, 2));
    const dense = Math.min(window.devicePixelRatio || 1, 2);
    const viewport = page.getViewport({ scale: scale * dense });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.inlineSize = `${viewport.width / dense}px`;
    drawing = page.render({ canvas, viewport });
    await drawing.promise.catch((stopped) => { if (stopped?.name !== 'RenderingCancelledException') throw stopped; });
    canvas.hidden = false;
    show('loading', false);
    place.textContent = pageText.replace('%1', number).replace('%2', file.numPages);
    for (const button of steps.querySelectorAll('[data-step]')) {
      const to = number + Number(button.dataset.step);
      button.disabled = to < 1 || to > file.numPages;
    }
  }

  function fail() {
    show('loading', false);
    show('broken', true);
    canvas.hidden = true;
  }

  steps.addEventListener('click', (event) => {
    const button = event.target.closest('[data-step]');
    if (!button || !file) return;
    number = Math.min(Math.max(number + Number(button.dataset.step), 1), file.numPages);
    draw().catch(fail);
  }, { signal });

  let waiting;
  new ResizeObserver((_, observer) => {
    if (signal.aborted) { observer.disconnect(); return; }
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (file) draw().catch(fail); }, 150);
  }).observe(panel);

  show('loading', true);
  loading.promise.then((opened) => {
    file = opened;
    number = Math.min(number, file.numPages);
    steps.hidden = file.numPages < 2;
    return draw();
  }).catch(fail);
});
