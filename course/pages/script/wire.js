// Messages on Jupyter's WebSocket: JSON, or in front of bytes a table of where each part begins.
export function pack({ buffers = [], ...message }) {
  const text = JSON.stringify(message);
  if (!buffers.length) return text;
  const parts = [new TextEncoder().encode(text), ...buffers.map(bytes)];
  const head = 4 * (parts.length + 1);
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, head));
  const table = new DataView(packed.buffer);
  table.setUint32(0, parts.length);
  parts.reduce((at, part, place) => {
    table.setUint32(4 * (place + 1), at);
    packed.set(part, at);
    return at + part.length;
  }, head);
  return packed.buffer;
}

export function unpack(data) {
  if (typeof data === "string") return { buffers: [], ...JSON.parse(data) };
  const table = new DataView(data);
  const starts = Array.from({ length: table.getUint32(0) }, (_, at) => table.getUint32(4 * (at + 1)));
  const parts = starts.map((start, at) => data.slice(start, starts[at + 1]));
  const message = JSON.parse(new TextDecoder().decode(parts[0]));
  return { ...message, buffers: parts.slice(1).map((part) => new DataView(part)) };
}

const bytes = (given) =>
  ArrayBuffer.isView(given)
    ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
    : new Uint8Array(given);
