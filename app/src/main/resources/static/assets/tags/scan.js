// Reads a QR code with the camera where the browser has a detector for it; the form works by keyboard and scanner anyway.
import { behaviour } from 'site/behaviours';

const PAUSE = 200;

behaviour('[data-scan]', (form, signal) => {
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  const start = form.querySelector('[data-scan-start]');
  const view = form.querySelector('[data-scan-view]');
  const refused = form.querySelector('[data-scan-refused]');
  const video = view.querySelector('video');
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
  let stream = null;

  start.hidden = false;
  start.addEventListener('click', open, { signal });
  signal.addEventListener('abort', close);

  async function open() {
    close();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      refused.hidden = false;
      return;
    }
    refused.hidden = true;
    view.hidden = false;
    video.srcObject = stream;
    await video.play();
    look();
  }

  async function look() {
    if (!stream || signal.aborted) return;
    const found = await detector.detect(video).catch(() => []);
    if (!found.length) {
      setTimeout(look, PAUSE);
      return;
    }
    close();
    form.elements.code.value = found[0].rawValue;
    form.requestSubmit();
  }

  function close() {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    view.hidden = true;
  }
});
