// Files as a person chose or dropped them, those of folders with their paths.

export function named(files) {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

export async function dropped(transfer) {
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
