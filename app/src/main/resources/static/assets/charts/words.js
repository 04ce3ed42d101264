// The words of the page's language, rendered by the template; none are written in scripts.
export function words(root) {
  const all = JSON.parse(root.dataset.words);
  return (key, values = {}) => {
    const text = all[key];
    if (text === undefined) throw new Error(`No words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
