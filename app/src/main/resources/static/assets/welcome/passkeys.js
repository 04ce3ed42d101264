// A form that a passkey answers: asks the server what to ask for, the device for its answer, and sends the form with it.
import { behaviour } from 'site/behaviours';

behaviour('form[data-passkey]', (form, signal) => {
  const button = form.querySelector('button[type="submit"]');
  if (!window.PublicKeyCredential) {
    button.disabled = true;
    say(form, form.dataset.none);
    return;
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    say(form, '');
    try {
      form.elements.credential.value = JSON.stringify(await answer(form, signal));
      form.submit();
    } catch (problem) {
      if (signal.aborted) return;
      button.disabled = false;
      say(form, form.dataset.stopped);
      if (problem instanceof Stale) location.reload();
    }
  }, { signal });
});

class Stale extends Error {}

async function answer(form, signal) {
  const asked = await fetch(form.dataset.options, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    signal,
  });
  if (asked.status === 403) throw new Stale();
  if (!asked.ok) throw new Error(`The server answered ${asked.status}`);
  const publicKey = decoded(await asked.json());
  const credential = form.dataset.passkey === 'make'
    ? await navigator.credentials.create({ publicKey, signal })
    : await navigator.credentials.get({ publicKey, signal });
  return encoded(credential);
}

function say(form, words) {
  const place = form.querySelector('[data-passkey-words]');
  place.textContent = words;
  place.hidden = !words;
}

/** The options of W3C WebAuthn in JSON, with bytes in the place of base64url. */
function decoded(options) {
  const ids = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (options.user) publicKey.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) publicKey.excludeCredentials = ids(options.excludeCredentials);
  if (options.allowCredentials) publicKey.allowCredentials = ids(options.allowCredentials);
  return publicKey;
}

/** A credential in the JSON form of W3C WebAuthn. */
function encoded(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    if (response.userHandle) parts.userHandle = text(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

function bytes(base64url) {
  const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function text(buffer) {
  let plain = '';
  for (const byte of new Uint8Array(buffer)) plain += String.fromCharCode(byte);
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
