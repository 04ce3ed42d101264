// The chart as a file. The server records each export before the file is made; without its word there is none.
import { sheet } from './sheet.js';
import { FONT } from './wrap.js';

const WIDEST = 12000;   // pixels; browsers give up on larger canvases

export function exporting({ root, server, history, drawing, words, announce, formatTime }) {
  const caption = () => [history.now.title, root.dataset.caption, formatTime(new Date().toISOString(), true)].filter(Boolean).join(' · ');
  const make = {
    svg: async () => new Blob([sheet(drawing, history.now, caption())], { type: 'image/svg+xml' }),
    png: () => picture(drawing, caption()),
  };
  return async (format) => {
    try {
      await server.exported(format);
      const file = await make[format](), link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${history.now.title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '').trim()}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      announce(words('exported', { format: format.toUpperCase() }));
    } catch (problem) {
      console.warn('chart not exported', problem);
      announce(words('notExported'), true);
    }
  };
}

/** Twice the size of the screen, with the caption below. */
async function picture(drawing, caption) {
  const { cy, colours } = drawing, box = cy.elements().not('.away').boundingBox(), scale = Math.min(2, WIDEST / box.w, WIDEST / box.h);
  const drawn = await createImageBitmap(await cy.png({ output: 'blob-promise', full: true, scale, bg: colours.canvas }));
  const edge = 40 * scale, canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
  canvas.width = Math.max(drawn.width + 2 * edge, 360 * scale);
  canvas.height = drawn.height + 2 * edge + 28 * scale;
  pen.fillStyle = colours.canvas;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, (canvas.width - drawn.width) / 2, edge);
  pen.fillStyle = colours['ink-3'];
  pen.font = `${11 * scale}px ${FONT}`;
  pen.textAlign = 'center';
  pen.fillText(caption, canvas.width / 2, canvas.height - 14 * scale, canvas.width - edge);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'); });
}
