// Draws questions and answers. Everything is set as text: nothing that was said or answered is ever read as markup.

const talk = document.getElementById('talk');

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(label, pressed) {
  const made = element('button', 'button', label);
  made.type = 'button';
  made.addEventListener('click', () => pressed(made));
  return made;
}

function add(article) {
  talk.append(article);
  article.scrollIntoView({ block: 'nearest' });
  return article;
}

export function showQuestion(text, texts, note) {
  const article = element('article', 'asked');
  const words = element('p', '', text);
  words.dir = 'auto';
  article.append(element('span', 'unseen', texts.you), words);
  if (note) article.append(element('p', 'small', note));
  return add(article);
}

function card(kind, language, texts) {
  const article = element('article', 'answer');
  article.dataset.kind = kind;
  article.lang = language;
  article.dir = language === 'ar' ? 'rtl' : 'ltr';
  article.append(element('span', 'unseen', texts.us));
  return article;
}

function addText(article, text) {
  const lineEnd = text.indexOf('\n');
  article.append(element('p', 'first', lineEnd < 0 ? text : text.slice(0, lineEnd)));
  const rest = lineEnd < 0 ? '' : text.slice(lineEnd).trim();
  rest.split(/\n{2,}/).filter(Boolean).forEach(part => article.append(element('p', 'rest', part)));
}

function pinLink(pin, texts) {
  const link = element('a', 'button pin');
  const point = Number(pin.latitude) + ',' + Number(pin.longitude);
  link.href = 'geo:' + point + '?q=' + point;
  link.rel = 'noreferrer';
  link.append(element('bdi', '', pin.title), ' ', element('span', 'small', texts.map));
  const line = element('p');
  line.append(link);
  return line;
}

/** @param pressed takes a button of the reply and the element that was pressed */
export function showAnswer(told, texts, pressed) {
  const article = card(told.kind, told.language, texts);
  addText(article, told.reply.text);
  told.reply.pins.forEach(pin => article.append(pinLink(pin, texts)));
  for (const buttons of told.reply.buttons) {
    const row = element('div', 'row');
    buttons.forEach(one => row.append(button(one.label, at => pressed(one, at))));
    article.append(row);
  }
  add(article);
  // A long answer is read from its first line, not from its end.
  if (article.offsetHeight > window.innerHeight / 2) article.scrollIntoView({ block: 'start' });
  return article;
}

export function showSentence(sentence, language, texts) {
  const article = card('social', language, texts);
  addText(article, sentence);
  return add(article);
}

/** A question that did not get through, with a way to send it again. */
export function showFailure(sentence, language, texts, again) {
  const article = card('failed', language, texts);
  addText(article, sentence);
  const row = element('div', 'row');
  row.append(button(texts.retry, () => {
    article.remove();
    again();
  }));
  article.append(row);
  return add(article);
}

export function clear() {
  talk.replaceChildren();
}
