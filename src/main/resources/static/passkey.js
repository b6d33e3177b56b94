// Passkeys: asks the browser for one, puts its answer into the form, and sends the form. Without it people type a code.

const able = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

async function ask(form, get) {
  const answer = await fetch(form.dataset.from, { headers: { Accept: 'application/json' } });
  const { options, challenge } = await answer.json();
  const credential = get
    ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  form.elements.passkey.value = JSON.stringify(credential);
  form.elements.challenge.value = challenge;
}

function failed(is) {
  document.querySelector('[data-passkey-failed]').hidden = !is;
}

for (const form of document.querySelectorAll('form[data-passkey="make"]')) {
  form.hidden = !able;
  document.querySelector('[data-passkey-none]').hidden = able;
  form.addEventListener('submit', event => {
    if (form.elements.passkey.value) {
      return;
    }
    event.preventDefault();
    failed(false);
    ask(form, false).then(() => form.submit(), () => failed(true));
  });
}

for (const form of document.querySelectorAll('form[data-passkey="use"]')) {
  const button = form.querySelector('[data-passkey-use]');
  button.hidden = !able;
  button.addEventListener('click', () => {
    const typed = [form.elements.name, form.elements.password];
    if (!typed.every(one => one.reportValidity())) {
      return;
    }
    failed(false);
    ask(form, true).then(() => form.submit(), () => failed(true));
  });
}
