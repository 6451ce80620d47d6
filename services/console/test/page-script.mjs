// Runs in every page of the tests, before the page's own scripts; `first` are the words that keys of texts begin with.
// What it finds it tells as an error of the page.
function watchPage(first) {
  const key = new RegExp(`^(?:\\w+:)?(?:${first.join('|')})(?:\\.\\w+)+$`);
  const broken = /\{\{\s*\w+\s*\}\}|\[object Object\]|Invalid Date|^(?:undefined|null|NaN)$/;
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  const told = new Set();

  const judge = (text) => {
    const words = text?.trim();
    if (!words || told.has(words) || !(key.test(words) || broken.test(words))) return;
    told.add(words);
    console.error(`no text for a reader: ${words}`);
  };
  const look = (node) => {
    // What an editor shows is as it was written.
    if ((node.parentElement ?? node).closest?.('.cm-editor')) return;
    if (node instanceof Text) judge(node.data);
    if (!(node instanceof Element) || node.matches('script, style')) return;
    for (const name of attributes) judge(node.getAttribute(name));
    node.childNodes.forEach(look);
  };
  const changes = { childList: true, characterData: true, attributeFilter: attributes };
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes') judge(target.getAttribute(attributeName));
      else if (type === 'characterData') look(target);
      else addedNodes.forEach(look);
    }
  }).observe(document, { subtree: true, ...changes });

  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    console.error(`refused by the policy of the page: ${effectiveDirective} ${blockedURI}`),
  );
}
