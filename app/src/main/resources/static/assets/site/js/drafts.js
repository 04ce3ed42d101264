// Keeps what is being typed in a field marked data-draft while the tab lives, and forgets it once the form was sent or
// the person signs out: protected text must not stay behind.
const PREFIX = 'plumbline-draft:';
const key = (field) => `${PREFIX}${location.pathname}#${field.dataset.draft || field.name}`;

export function draft(field, signal) {
  const kept = sessionStorage.getItem(key(field));
  if (kept !== null && field.value === field.defaultValue) field.value = kept;
  field.addEventListener('input', () => {
    if (field.value === field.defaultValue) sessionStorage.removeItem(key(field));
    else sessionStorage.setItem(key(field), field.value);
  }, { signal });
  field.form?.addEventListener('submit', () => sessionStorage.removeItem(key(field)), { signal });
}

/** On a form that signs out: all drafts go. */
export function forget(form, signal) {
  form.addEventListener('submit', clear, { signal });
}

export function clear() {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  }
}

// A page for nobody signed in: whoever was here has left, perhaps in another tab or by a session that ended.
if (!document.querySelector('meta[name="csrf"]')) clear();
