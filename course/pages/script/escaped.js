// Stands where the widgets ask for sanitize-html: nothing passes as HTML, all of it is shown.
const MEANS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export default function escaped(words) {
  return String(words ?? "").replace(/[&<>"']/g, (sign) => MEANS[sign]);
}
